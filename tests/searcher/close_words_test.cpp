// NEAR, ADJ, SENTENCE, exact forms and stars, end to end: what matches and what is marked, against
// a count by hand over the same texts.
#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryIndex;

namespace {

using Names = std::set<std::string>;
using Words = std::vector<std::string>;
using Text = std::vector<Words>;  ///< sentences

/// Words in pairs of the same stem.
constexpr std::array<const char*, 8> kVocabulary{"dam",    "dams",    "bridge", "bridges",
                                                 "convoy", "convoys", "river",  "harvest"};

std::string written(const Text& text) {
  std::string result;
  for (const auto& sentence : text) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      std::string word = sentence[i];
      if (i == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
      result += (i == 0 ? "" : " ") + word;
    }
    result += ". ";
  }
  return result;
}

struct Archive {
  std::vector<Text> texts;
  TemporaryIndex index;
};

std::string file_name(std::size_t i) { return "t" + std::to_string(100 + i) + ".txt"; }

std::vector<Text> random_texts() {
  std::mt19937 random(7);
  std::vector<Text> texts(80);
  for (auto& text : texts) {
    text.resize(1 + random() % 4);
    for (auto& sentence : text)
      for (auto n = 3 + random() % 8; n > 0; --n)
        sentence.emplace_back(kVocabulary[random() % kVocabulary.size()]);
  }
  return texts;
}

const Archive& archive() {
  static const std::vector<Text> texts = random_texts();
  static const Archive made = [] {
    std::vector<test::TestArticle> articles;
    for (std::size_t i = 0; i < texts.size(); ++i)
      articles.push_back({file_name(i), written(texts[i]), "", i % 2 == 0 ? "Even" : "Odd"});
    return Archive{texts, TemporaryIndex(articles)};
  }();
  return made;
}

SearchResults search(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 1000;
  request.fall_back_to_any = false;
  request.facets = {"source"};
  return archive().index.searcher().search(request);
}

Names files(const SearchResults& results) {
  Names names;
  for (const auto& hit : results.hits) names.insert(hit.article.file);
  return names;
}

std::string singular(std::string word) {
  if (word.back() == 's') word.pop_back();
  return word;
}

/// A word of a text, by its number and sentence.
struct Place {
  long word;
  std::size_t sentence;
};

std::vector<Place> places(const Text& text, const std::string& wanted, bool exact) {
  std::vector<Place> found;
  long at = 0;
  for (std::size_t s = 0; s < text.size(); ++s)
    for (const auto& word : text[s]) {
      ++at;
      if (exact ? word == wanted : singular(word) == singular(wanted)) found.push_back({at, s});
    }
  return found;
}

/// What a query of two words asks of where they stand.
struct Demand {
  std::string left, right;
  bool left_exact = false;
  bool sentence = false, ordered = false;
  long words = 0;

  [[nodiscard]] std::string query() const {
    const std::string joint = sentence  ? "SENTENCE"
                              : ordered ? "ADJ/" + std::to_string(words)
                                        : "NEAR/" + std::to_string(words);
    return (left_exact ? "=" : "") + left + " " + joint + " " + right;
  }
  [[nodiscard]] bool holds(const Text& text) const {
    for (const auto& a : places(text, left, left_exact))
      for (const auto& b : places(text, right, false)) {
        const long distance = ordered ? b.word - a.word : std::abs(b.word - a.word);
        if (sentence ? a.sentence == b.sentence && a.word != b.word
                     : distance >= 1 && distance <= words)
          return true;
      }
    return false;
  }
};

Demand random_demand(std::mt19937& random) {
  Demand demand;
  demand.left = kVocabulary[random() % kVocabulary.size()];
  demand.right = kVocabulary[random() % kVocabulary.size()];
  demand.left_exact = random() % 3 == 0;
  demand.sentence = random() % 3 == 0;
  demand.ordered = random() % 2 == 0;
  demand.words = 1 + static_cast<long>(random() % 4);
  return demand;
}

Names files_that(const Demand& demand, bool negated = false) {
  Names names;
  for (std::size_t i = 0; i < archive().texts.size(); ++i)
    if (demand.holds(archive().texts[i]) != negated) names.insert(file_name(i));
  return names;
}

/// The counts of the sources are those of the hits.
void check_counts(const SearchResults& results) {
  const auto of_even = [](const Hit& hit) { return hit.article.source == "Even"; };
  const auto even =
      static_cast<std::size_t>(std::count_if(results.hits.begin(), results.hits.end(), of_even));
  REQUIRE(results.facets.size() == 1);
  for (const auto& value : results.facets.front().values)
    CHECK(value.passages == (value.name == "Even" ? even : results.hits.size() - even));
}

}  // namespace

TEST_CASE("words near each other, in order or in one sentence, are found exactly") {
  std::mt19937 random(20171014);
  std::size_t some = 0;
  for (int round = 0; round < 300; ++round) {
    const auto demand = random_demand(random);
    INFO(demand.query());
    const auto results = search(demand.query());
    const auto expected = files_that(demand);
    CHECK(files(results) == expected);
    CHECK(results.total_passages == expected.size());
    check_counts(results);
    if (!expected.empty() && expected.size() < archive().texts.size()) ++some;
  }
  CHECK(some > 200);
}

TEST_CASE("what is near can be left out, and be one of several, exactly") {
  std::mt19937 random(5);
  for (int round = 0; round < 100; ++round) {
    const auto a = random_demand(random);
    const auto b = random_demand(random);
    INFO(a.query() << " | " << b.query());
    Names either = files_that(a);
    either.merge(files_that(b));
    CHECK(files(search(a.query() + " OR " + b.query())) == either);
    Names only_a;
    for (const auto& name : files_that(a))
      if (files_that(b, true).count(name) != 0) only_a.insert(name);
    CHECK(files(search("(" + a.query() + ") NOT (" + b.query() + ")")) == only_a);
    CHECK(files(search("(" + a.query() + ") AND -(" + b.query() + ")")) == only_a);
  }
}

TEST_CASE("a quoted word or phrase is found in its very forms, by brute force") {
  for (const std::string first : kVocabulary) {
    for (const std::string second : {"", "dam", "dams", "convoys", "river"}) {
      const auto query = '"' + first + (second.empty() ? "" : " ") + second + '"';
      INFO(query);
      Names expected;
      for (std::size_t i = 0; i < archive().texts.size(); ++i)
        for (const auto& a : places(archive().texts[i], first, true)) {
          if (second.empty()) expected.insert(file_name(i));
          for (const auto& b : places(archive().texts[i], second, true))
            if (b.word == a.word + 1) expected.insert(file_name(i));
        }
      const auto results = search(query);
      CHECK(files(results) == expected);
      check_counts(results);
    }
  }
}

TEST_CASE("a star or question mark inside a word finds the forms that fit") {
  const auto having = [](const std::vector<std::string>& forms) {
    Names names;
    for (std::size_t i = 0; i < archive().texts.size(); ++i)
      for (const auto& form : forms)
        if (!places(archive().texts[i], form, true).empty()) names.insert(file_name(i));
    return names;
  };
  CHECK(files(search("con*ys")) == having({"convoys"}));
  CHECK(files(search("con*y*")) == having({"convoy", "convoys"}));
  CHECK(files(search("bri?ge")) == having({"bridge"}));
  CHECK(files(search("bri?g*")) == having({"bridge", "bridges"}));
  CHECK(search("con*x").hits.empty());
}

namespace {

const TemporaryIndex& named_index() {
  static const TemporaryIndex index({
      {"near.txt", "An air strike hit the hospital in Deir ez-Zor. The dam was not hit.", "", ""},
      {"arabic.txt", "قصفت طائرات مستشفى في دير الزور. بقي السد سليما.", "", ""},
      {"far.txt",
       "Deir Ezzor had been calm for the whole of a long and uneventful summer when one morning "
       "and without a warning the hospital burned.",
       "", ""},
      {"chain.txt", "The siege cut off aid. No aid convoy came. The siege went on.", "", ""},
  });
  return index;
}

SearchResults search_named(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.fall_back_to_any = false;
  return named_index().searcher().search(request);
}

/// What is marked in the snippet of the only hit.
std::vector<std::string> marked(const std::string& query) {
  const auto results = search_named(query);
  REQUIRE(results.hits.size() == 1);
  std::vector<std::string> texts;
  const auto& snippet = results.hits.front().snippet;
  for (const auto& mark : snippet.marks)
    texts.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
  return texts;
}

}  // namespace

TEST_CASE("names in any spelling, phrases and alternatives can be near") {
  CHECK(files(search_named("(Deir ez-Zor) NEAR/5 hospital")) == Names{"near.txt"});
  CHECK(files(search_named("(Deir ez-Zor) NEAR/5 مستشفى")) == Names{"arabic.txt"});
  CHECK(files(search_named("(Deir ez-Zor) SENTENCE hospital")) == Names{"near.txt", "far.txt"});
  CHECK(files(search_named("\"air strike\" NEAR/3 (school OR hospital)")) == Names{"near.txt"});
  CHECK(files(search_named("\"air strike\" SENTENCE dam")).empty());
  CHECK(files(search_named("hosp* NEAR/5 \"deir ezzor\"")).empty());
  CHECK(files(search_named("siege NEAR/3 aid NEAR/3 convoy")) == Names{"chain.txt"});
  CHECK(files(search_named("siege NEAR/8 siege")).empty());
  CHECK(files(search_named("siege NEAR/9 siege")) == Names{"chain.txt"});
}

TEST_CASE("if a phrase or closeness finds nothing, the answer says who has the words apart") {
  const auto note_of = [](const std::string& query) {
    const auto results = search_named(query);
    CHECK(results.hits.empty());
    return results.notes.empty() ? "" : results.notes.back();
  };
  const std::string one = "; 1 passage has them apart or in other forms";
  CHECK(note_of("\"convoy of aid\"").ends_with(one));
  CHECK(note_of("siege NEAR/1 convoy").ends_with(one));
  CHECK(note_of("=sieges").ends_with(one));
  CHECK(note_of("hospital SENTENCE \"dam burned\"").empty());
  CHECK(note_of("burned dam").empty());
  CHECK(search_named("\"aid convoy\"").notes.empty());
}

TEST_CASE("a word is marked only where what was asked of its place holds") {
  using Texts = std::vector<std::string>;
  CHECK(marked("dam NEAR/3 hit") == Texts{"dam", "hit"});
  CHECK(marked("aid ADJ/1 convoy") == Texts{"aid", "convoy"});
  CHECK(marked("siege SENTENCE aid") == Texts{"siege", "aid"});
  CHECK(marked("\"aid convoy\"") == Texts{"aid convoy"});
  CHECK(marked("(Deir ez-Zor) NEAR/5 مستشفى") == Texts{"مستشفى", "دير الزور"});
  CHECK(marked("siege -(aid NEAR/9 dam)") == Texts{"siege", "siege"});
}

TEST_CASE("fragments of a snippet say which bytes of the file they are") {
  SearchRequest request;
  request.query = "calm burned";
  request.snippet_chars = 60;
  const auto results = named_index().searcher().search(request);
  REQUIRE(results.hits.size() == 1);
  const auto& hit = results.hits.front();
  REQUIRE(hit.snippet.fragments.size() == 2);
  for (const auto& fragment : hit.snippet.fragments) {
    CHECK(fragment.marks.size() == 1);
    const auto shown =
        hit.text.substr(fragment.span.begin, fragment.span.end - fragment.span.begin);
    CHECK(shown == fragment.text);
    CHECK(fragment.bytes.begin - hit.bytes.begin == fragment.span.begin);
    CHECK(fragment.bytes.end - fragment.bytes.begin == shown.size());
  }
}

TEST_CASE("a query may name one article") {
  CHECK(files(search_named("hospital article:far.txt")) == Names{"far.txt"});
  CHECK(files(search_named("hospital -article:far.txt")) == Names{"near.txt"});
  CHECK_THROWS_AS(search_named("hospital article:nowhere.txt"), RequestError);
}

TEST_CASE("a phrase in a title is one, not its words apart") {
  const TemporaryIndex index({
      {"a.txt", "# The third time\n\nReporters wrote about the harvest.", "", ""},
      {"b.txt", "# Time for the third convoy\n\nReporters wrote about the harvest.", "", ""},
  });
  SearchRequest request;
  request.fall_back_to_any = false;
  request.query = "title:third title:time";
  CHECK(index.searcher().search(request).hits.size() == 2);
  request.query = "title:\"third time\"";
  CHECK(files(index.searcher().search(request)) == Names{"a.txt"});
}

TEST_CASE("an answer that takes too long is none at all") {
  SearchRequest request;
  request.query = "dam SENTENCE bridge";
  request.deadline = std::chrono::milliseconds(0);
  CHECK_THROWS_AS(archive().index.searcher().search(request), DeadlineExceeded);
  request.query = "";
  CHECK_THROWS_AS(archive().index.searcher().search(request), DeadlineExceeded);
  request.deadline = std::chrono::hours(1);
  CHECK_NOTHROW(archive().index.searcher().search(request));
}
