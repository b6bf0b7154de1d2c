#include "indexer/duplicates/fingerprint.hpp"

#include <random>
#include <string>
#include <vector>

#include "index/schema.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using index::Likeness;
using indexer::ArticleFingerprinter;
using indexer::passage_fingerprint;

namespace {

using Words = std::vector<std::string>;

/// A text of words that occur about as unevenly as in prose.
Words some_words(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  Words words;
  while (words.size() < count) {
    const auto frequent = 1 + random() % 3000;
    words.push_back("w" + std::to_string(random() % frequent));
  }
  return words;
}

std::string text_of(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (auto i = begin; i < end; ++i) text += words[i] + ' ';
  return text;
}

std::string article(const Words& words, std::string_view source, std::size_t per_passage = 80) {
  ArticleFingerprinter fingerprinter;
  for (std::size_t begin = 0; begin < words.size(); begin += per_passage) {
    const auto text = text_of(words, begin, std::min(begin + per_passage, words.size()));
    (void)fingerprinter.add(analysis::tokenize(text));
  }
  return fingerprinter.article(source);
}

std::string passage(std::string_view text) { return passage_fingerprint(analysis::tokenize(text)); }

Likeness between(const std::string& a, const std::string& b) {
  return index::likeness(a, b, index::kArticleFingerprint);
}

/// Every `n`th word another one.
Words changed(Words words, std::size_t n) {
  for (std::size_t i = n / 2; i < words.size(); i += n) words[i] += "x";
  return words;
}

}  // namespace

TEST_CASE("fingerprints have the size that their format says") {
  CHECK(passage("one").size() == index::kPassageFingerprint.size());
  CHECK(passage("").size() == index::kPassageFingerprint.size());
  CHECK(article(some_words(1, 500), "wire").size() == index::kArticleFingerprint.size());
}

TEST_CASE("fingerprints stay the same from release to release and from machine to machine") {
  // Stored in indexes: if this must change, raise index::kSchemaVersion.
  const auto long_enough = passage(
      "The river has carried grain, timber and stories to the same landing for as long as anyone "
      "there can remember.");
  CHECK(index::hex(index::stable_hash(long_enough)) == "350d3426b6402abc");
  CHECK(index::hex(index::stable_hash(passage("Read also"))) == "fd288c3930281228");
  CHECK(index::hex(index::stable_hash(article(some_words(1, 500), "wire"))) == "de005525b0a881a8");
}

TEST_CASE("case, punctuation and paragraphs make no difference") {
  const auto words = some_words(2, 400);
  CHECK(article(words, "a", 80) == article(words, "a", 33));
  CHECK(passage("The bridge was closed on Monday, officials said; it opened again a day later.") ==
        passage("THE BRIDGE was closed on Monday officials said. It opened again: a day later"));
}

TEST_CASE("another outlet's edits leave a copy") {
  const auto words = some_words(3, 400);
  const auto original = article(words, "wire");
  SECTION("a word in ten") {
    CHECK(between(original, article(changed(words, 10), "paper")) == Likeness::copy);
  }
  SECTION("another first paragraph") {
    auto edited = some_words(4, 60);
    edited.insert(edited.end(), words.begin() + 60, words.end());
    CHECK(between(original, article(edited, "paper")) == Likeness::copy);
  }
  SECTION("the last 40 percent cut") {
    const Words edited(words.begin(), words.begin() + 240);
    CHECK(between(original, article(edited, "paper")) == Likeness::copy);
  }
  SECTION("the last 65 percent cut") {
    const Words edited(words.begin(), words.begin() + 140);
    CHECK(between(original, article(edited, "paper")) == Likeness::part);
  }
}

TEST_CASE("different texts, and an outlet's own formulas, are no copies") {
  const auto words = some_words(5, 400);
  CHECK(between(article(words, "wire"), article(some_words(6, 400), "paper")) == Likeness::none);
  auto next_day = some_words(7, 400);
  std::copy(words.begin(), words.begin() + 240, next_day.begin());
  CHECK(between(article(words, "wire"), article(next_day, "wire")) == Likeness::none);
  CHECK(between(article(words, "wire"), article(next_day, "paper")) == Likeness::copy);
}

TEST_CASE("a short text is like no other but itself") {
  const auto alike = [](std::string_view a, std::string_view b) {
    return index::likeness(passage(a), passage(b), index::kPassageFingerprint) != Likeness::none;
  };
  CHECK(alike("Two people were killed in the shelling, it said.",
              "two people were killed in the shelling it said"));
  CHECK_FALSE(alike("Two people were killed in the shelling, it said.",
                    "Six people were killed in the shelling, it said."));
  CHECK_FALSE(alike("Read also", "Read more"));
  CHECK_FALSE(alike("Said and done", "Done and said"));
}

TEST_CASE("a text of one word over and over has a fingerprint") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "no ";
  CHECK(passage(text).size() == index::kPassageFingerprint.size());
  ArticleFingerprinter fingerprinter;
  for (int i = 0; i < 10; ++i) (void)fingerprinter.add(analysis::tokenize(text));
  CHECK(fingerprinter.article("").size() == index::kArticleFingerprint.size());
}
