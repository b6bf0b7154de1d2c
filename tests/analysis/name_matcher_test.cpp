#include "analysis/lexicon/name_matcher.hpp"

#include <string>
#include <vector>

#include "analysis/lexicon/name_span.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

/// The matched pieces of `text`.
std::vector<std::string> found(const std::vector<std::string>& names, const std::string& text) {
  NameTrieBuilder builder;
  for (std::uint32_t i = 0; i < names.size(); ++i) builder.add(names[i], i);
  const NameMatcher matcher(std::move(builder));
  const auto tokens = tokenize(text);
  std::vector<std::string> pieces;
  for (const auto& match : matcher.matches(tokens))
    pieces.emplace_back(name_span(tokens, match).of(text));
  return pieces;
}

using Pieces = std::vector<std::string>;

struct MatchCase {
  std::vector<std::string> names;
  std::string text;
  Pieces expected;
};

TEST_CASE("the longest name at the leftmost token wins") {
  const auto c = GENERATE(
      MatchCase{{"Deir", "Deir Hafer"}, "from Deir Hafer to Deir", {"Deir Hafer", "Deir"}},
      MatchCase{{"Homs", "Homs desert", "desert road"}, "the Homs desert road", {"Homs desert"}},
      MatchCase{{"Free Army of Homs", "Homs"}, "a Free Army of Hama, of Homs", {"Homs"}});
  CHECK(found(c.names, c.text) == c.expected);
}

TEST_CASE("a name says by its own capitals how it must be written") {
  const auto c = GENERATE(
      MatchCase{{"Hama"}, "Hama, HAMA and hama", {"Hama", "HAMA"}},
      MatchCase{{"US"}, "US jets told us; U.S. too, not Us", {"US", "U.S."}},
      MatchCase{
          {"tribal forces"}, "Tribal Forces and tribal forces", {"Tribal Forces", "tribal forces"}},
      MatchCase{{"Tiger Forces"}, "Tiger forces, tiger forces", {"Tiger forces"}},
      MatchCase{{"5th Corps"}, "the 5th Corps and a 5th corps", {"5th Corps"}},
      MatchCase{{"T4"}, "the T4 base", {"T4"}});
  CHECK(found(c.names, c.text) == c.expected);
}

TEST_CASE("tokens of a name are joined by spaces or hyphens only") {
  const auto c = GENERATE(
      MatchCase{{"Abu Kamal"},
                "Abu-Kamal, Abu\nKamal and Abu. Kamal or Abu, Kamal",
                {"Abu-Kamal", "Abu\nKamal"}},
      MatchCase{{"Deir ez-Zor"}, "Deir ez-\nZor", {"Deir ez-\nZor"}},
      MatchCase{{"Deir Hafer"}, "Deir\n\nHafer", {}},
      MatchCase{{"St. Anne"}, "at St. Anne and St Anne but not St; Anne", {"St. Anne", "St Anne"}});
  CHECK(found(c.names, c.text) == c.expected);
}

TEST_CASE("a plural genitive inside a name is no break") {
  const auto c =
      GENERATE(MatchCase{{"Kurdistan Workers' Party"},
                         "the Kurdistan Workers\u2019 Party or Kurdistan Workers' Party",
                         {"Kurdistan Workers\u2019 Party", "Kurdistan Workers' Party"}},
               MatchCase{{"Workers Party"}, "to the 'Workers' Party' left", {"Workers' Party"}},
               MatchCase{{"Abu Kamal"}, "in 'Abu' Kamal", {}});
  CHECK(found(c.names, c.text) == c.expected);
}

TEST_CASE("the article before a name is optional and part of the match") {
  const auto c = GENERATE(
      MatchCase{{"al-Hol"}, "Hol, al-Hol, Al Hol, el-Hol", {"Hol", "al-Hol", "Al Hol", "el-Hol"}},
      MatchCase{{"Raqqa"}, "ar-Raqqa and in Ar Raqqa", {"ar-Raqqa", "Ar Raqqa"}},
      MatchCase{{"Suwayda"}, "As Suwayda fell, as Suwayda did", {"Suwayda", "Suwayda"}},
      MatchCase{{"Hajin"}, "at Hajin, an Hajin pocket", {"Hajin", "Hajin"}},
      MatchCase{{"El Salvador"}, "Salvador of El Salvador", {"El Salvador"}},
      MatchCase{{"US Army"}, "the US Army, an Army", {"US Army"}});
  CHECK(found(c.names, c.text) == c.expected);
}

TEST_CASE("articles inside a name are interchangeable") {
  CHECK(found({"Deir ez-Zor"}, "Deir al-Zor, Deir ez Zor, Deir az-Zawr") ==
        Pieces{"Deir al-Zor", "Deir ez Zor"});
}

TEST_CASE("possessives match and stay outside the span") {
  CHECK(found({"Syria", "Tiger Forces"}, "Syria's war, Syria\u2019s, the Tiger Forces' advance") ==
        Pieces{"Syria", "Syria", "Tiger Forces"});
}

TEST_CASE("Arabic names match behind attached particles") {
  const auto c = GENERATE(
      MatchCase{{"دير الزور"}, "في دير الزور، بدير الزور", {"دير الزور", "بدير الزور"}},
      MatchCase{{"الرقة"}, "الرقة والرقة بالرقة للرقة", {"الرقة", "والرقة", "بالرقة", "للرقة"}},
      MatchCase{{"الباب"}, "باب كبير", {}},
      MatchCase{{"لبنان"}, "لبنان ولبنان", {"لبنان", "ولبنان"}});
  CHECK(found(c.names, c.text) == c.expected);
}

TEST_CASE("a match carries the payloads of every name that fits, by case and ascending") {
  NameTrieBuilder builder;
  builder.add("SNA", 9);
  builder.add("SNA", 4);
  builder.add("Sna", 7);
  builder.add("SNA", 4);
  const NameMatcher matcher(std::move(builder));
  const auto capitals = tokenize("SNA");
  const auto written = tokenize("Sna");
  const auto in_capitals = matcher.longest_at(capitals, 0);
  const auto as_word = matcher.longest_at(written, 0);
  REQUIRE(in_capitals);
  REQUIRE(as_word);
  CHECK(std::vector(in_capitals->payloads.begin(), in_capitals->payloads.end()) ==
        std::vector<std::uint32_t>{7, 4, 9});
  CHECK(std::vector(as_word->payloads.begin(), as_word->payloads.end()) ==
        std::vector<std::uint32_t>{7});
}

TEST_CASE("names without a word and texts without a name give nothing") {
  CHECK(found({"", "--", "Homs"}, "-- nothing here --").empty());
  CHECK(found({}, "Homs").empty());
  CHECK(found({"Homs"}, "").empty());
}

}  // namespace
}  // namespace furat::analysis
