#include "analysis/lexicon/name_trie.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/lexicon/name_matcher.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

using Image = std::vector<std::uint32_t>;
struct Named {
  std::string name;
  std::uint32_t payload = 0;
};

Image image_of(const std::vector<Named>& names) {
  NameTrieBuilder builder;
  for (const auto& [name, payload] : names) builder.add(name, payload);
  return builder.build();
}

/// Where the path of `words` ends, or kNone.
std::uint32_t node_of(const NameTrie& trie, const std::vector<std::string>& words) {
  auto node = NameTrie::kNone;
  for (const auto& text : words) {
    const auto word = text == "." ? trie.stop() : trie.word(text);
    if (word == NameTrie::kNone) return NameTrie::kNone;
    node = node == NameTrie::kNone ? trie.root(word) : trie.child(node, word);
    if (node == NameTrie::kNone) return node;
  }
  return node;
}

std::vector<std::uint32_t> payloads_at(const NameTrie& trie, const std::vector<std::string>& words,
                                       LetterCase written = LetterCase::all_capitals) {
  const auto node = node_of(trie, words);
  if (node == NameTrie::kNone || !trie.has_ending(node)) return {};
  const auto ending = trie.ending(node);
  const auto fitting = ending.fitting(written);
  return {fitting.begin(), fitting.end()};
}

/// Payloads of all matches in a text, in its order.
std::vector<std::uint32_t> found(const std::vector<Named>& names, const std::string& text) {
  const auto image = image_of(names);
  const NameMatcher matcher(NameTrie::view(image).value());
  const auto tokens = tokenize(text);
  std::vector<std::uint32_t> payloads;
  for (const auto& match : matcher.matches(tokens))
    payloads.insert(payloads.end(), match.payloads.begin(), match.payloads.end());
  return payloads;
}

using Payloads = std::vector<std::uint32_t>;

TEST_CASE("the same names give the same bytes, whatever their order") {
  std::vector<Named> names{{"Deir ez-Zor", 4}, {"Deir Hafer", 2}, {"Deir", 9}, {"الرقة", 1},
                           {"St. Anne", 3},    {"US", 7},         {"us", 7},   {"al-Bab", 5},
                           {"Bab", 6},         {"Deir", 8},       {"Zor", 0}};
  const auto image = image_of(names);
  std::sort(names.begin(), names.end(),
            [](const Named& a, const Named& b) { return a.name < b.name; });
  CHECK(image_of(names) == image);
  std::reverse(names.begin(), names.end());
  CHECK(image_of(names) == image);
  names.push_back(names.front());
  CHECK(image_of(names) == image);
  names.push_back({"Deir", 10});
  CHECK(image_of(names) != image);
}

TEST_CASE("a builder begins anew after build") {
  NameTrieBuilder builder;
  builder.add("Homs", 1);
  (void)builder.build();
  builder.add("Hama", 2);
  CHECK(builder.build() == image_of({{"Hama", 2}}));
}

TEST_CASE("names are paths of folded words with all their payloads") {
  const auto image = image_of({{"Deir ez-Zor", 4}, {"Deir Hafer", 2}, {"Deir", 9}, {"Deir", 3}});
  const auto trie = NameTrie::view(image).value();
  CHECK(payloads_at(trie, {"deir"}) == Payloads{3, 9});
  CHECK(payloads_at(trie, {"deir", "hafer"}) == Payloads{2});
  CHECK(payloads_at(trie, {"hafer"}).empty());
  CHECK(payloads_at(trie, {"deir", "deir"}).empty());
  CHECK(trie.word("homs") == NameTrie::kNone);
  CHECK(trie.word("") == NameTrie::kNone);
}

TEST_CASE("what is no image of a trie is refused") {
  const auto image = image_of({{"Homs", 1}, {"Deir ez-Zor", 2}});
  REQUIRE(NameTrie::view(image));
  CHECK_FALSE(NameTrie::view({}));
  for (std::size_t size = 0; size < image.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(NameTrie::view(std::span(image).first(size)));
  }
  auto longer = image;
  longer.push_back(0);
  CHECK_FALSE(NameTrie::view(longer));
  auto foreign = image;
  ++foreign.front();
  CHECK_FALSE(NameTrie::view(foreign));
}

TEST_CASE("a trie without names finds nothing") {
  CHECK(NameTrie().word("homs") == NameTrie::kNone);
  CHECK(found({}, "Homs and al-Bab").empty());
  CHECK(found({{"", 1}, {" - ", 2}, {"...", 3}}, "Homs - ... and").empty());
}

TEST_CASE(
    "an article at the start of a name is no part of its path, one inside it is any article") {
  const auto image = image_of({{"al-Bab", 1}, {"Deir ez-Zor", 2}, {"El Salvador", 3}});
  const auto trie = NameTrie::view(image).value();
  CHECK(payloads_at(trie, {"bab"}) == Payloads{1});
  CHECK(payloads_at(trie, {"al", "bab"}).empty());
  CHECK(trie.word("al") == trie.article());
  CHECK(payloads_at(trie, {"deir", "al", "zor"}) == Payloads{2});
  CHECK(payloads_at(trie, {"el", "salvador"}) == Payloads{3});
  CHECK(found({{"Deir ez-Zor", 2}}, "Deir al-Zor, Deir ez-Zor and Deir Zor") == Payloads{2, 2});
}

TEST_CASE("a stop behind an abbreviation is a step of its own") {
  const auto image = image_of({{"St. Anne", 1}, {"St Anne", 2}});
  const auto trie = NameTrie::view(image).value();
  CHECK(payloads_at(trie, {"st", ".", "anne"}) == Payloads{1});
  CHECK(payloads_at(trie, {"st", "anne"}) == Payloads{2});
  CHECK(found({{"St. Anne", 1}}, "St Anne") == Payloads{1});
}

TEST_CASE("payloads are told by the capitals that their names demand") {
  const auto image = image_of({{"HIT", 5}, {"Hit", 4}, {"hit", 6}, {"Hit", 6}, {"Hit", 1}});
  const auto trie = NameTrie::view(image).value();
  CHECK(payloads_at(trie, {"hit"}, LetterCase::any) == Payloads{6});
  CHECK(payloads_at(trie, {"hit"}, LetterCase::capitalised) == Payloads{6, 1, 4});
  CHECK(payloads_at(trie, {"hit"}, LetterCase::all_capitals) == Payloads{6, 1, 4, 5});
}

TEST_CASE("a name whose only capital is in what looks like an article is no common word") {
  CHECK(found({{"Aš", 1}}, "in Aš as such") == Payloads{1});
  CHECK(found({{"As", 1}}, "in As as such") == Payloads{1});
  CHECK(found({{"Ash-town", 1}}, "a town, an ash-town") == Payloads{});
  CHECK(found({{"Ash-town", 1}}, "in Ash-Town") == Payloads{1});
}

TEST_CASE("thousands of places of one name are all there, once each") {
  constexpr std::uint32_t kPlaces = 20'000;
  NameTrieBuilder builder;
  for (std::uint32_t i = 0; i < kPlaces; ++i) {
    builder.add("San Jose", i);
    builder.add("san jose", i / 2);
  }
  const auto image = builder.build();
  const auto trie = NameTrie::view(image).value();
  const auto all = payloads_at(trie, {"san", "jose"});
  CHECK(all.size() == kPlaces);
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK(payloads_at(trie, {"san", "jose"}, LetterCase::any).size() == kPlaces / 2);
}

}  // namespace
}  // namespace furat::analysis
