#include "analysis/actors/acronym_definitions.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"

using furat::analysis::acronym_definitions;
using furat::analysis::tokenize;

namespace {

struct Pair {
  std::string short_form, long_form;
  bool letters_match = true;
  friend bool operator==(const Pair&, const Pair&) = default;
};

std::ostream& operator<<(std::ostream& out, const Pair& pair) {
  return out << pair.short_form << " = " << pair.long_form
             << (pair.letters_match ? "" : " (foreign)");
}

std::vector<Pair> pairs_in(std::string_view text) {
  std::vector<Pair> pairs;
  for (const auto& found : acronym_definitions(tokenize(text)))
    pairs.push_back({std::string(found.short_form.of(text)), std::string(found.long_form.of(text)),
                     found.letters_match});
  return pairs;
}

struct MarkedSentence {
  std::string text;
  std::vector<Pair> pairs;
};

/// tests/data/acronyms/definitions.tsv; see its README.
std::vector<MarkedSentence> marked_sentences() {
  std::vector<MarkedSentence> sentences;
  const auto folder = std::filesystem::path(FURAT_SOURCE_DIR) / "tests/data/acronyms";
  std::ifstream file(folder / "definitions.tsv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    REQUIRE(cells.size() == 4);
    if (sentences.empty() || sentences.back().text != cells[0]) sentences.push_back({cells[0], {}});
    if (cells[1] != "-")
      sentences.back().pairs.push_back({cells[1], cells[2], cells[3] == "match"});
  }
  return sentences;
}

}  // namespace

TEST_CASE("sentences marked by hand give their definitions and no other") {
  std::size_t pairs = 0, without = 0;
  for (const auto& sentence : marked_sentences()) {
    CAPTURE(sentence.text);
    CHECK(pairs_in(sentence.text) == sentence.pairs);
    pairs += sentence.pairs.size();
    if (sentence.pairs.empty()) ++without;
  }
  CHECK(pairs >= 60);
  CHECK(without >= 25);
}

TEST_CASE("what stands around a definition does not change it") {
  std::string text;
  std::vector<Pair> expected;
  for (const auto& sentence : marked_sentences()) {
    text += sentence.text + "\n\n";
    expected.insert(expected.end(), sentence.pairs.begin(), sentence.pairs.end());
  }
  CHECK(pairs_in(text) == expected);
}

TEST_CASE("spans are ascending, inside the text and one a short form") {
  const std::string_view text =
      "The Red Star Union (RSU) and the RSU (Red Star Union) met the Free Men's Party, or FMP.";
  const auto found = acronym_definitions(tokenize(text));
  REQUIRE(found.size() == 3);
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].rule == "actor.acronym-defined");
    CHECK(found[i].long_form.end <= text.size());
    CHECK(!found[i].long_form.overlaps(found[i].short_form));
    if (i > 0) CHECK(found[i - 1].short_form.end <= found[i].short_form.begin);
  }
}

TEST_CASE("letters of another language need a body or a second use") {
  CHECK(pairs_in("It was the Northern Workers Union (QRT).") ==
        std::vector<Pair>{{"QRT", "Northern Workers Union", false}});
  CHECK(acronym_definitions(tokenize("the Northern Workers Union (QRT)")).at(0).rule ==
        "actor.acronym-foreign");
  CHECK(pairs_in("Nurses Without Sleep (QRT) left.").empty());
  CHECK(pairs_in("Nurses Without Sleep (QRT) left. So QRT is gone.") ==
        std::vector<Pair>{{"QRT", "Nurses Without Sleep", false}});
  CHECK(pairs_in("Nora Adams (QRT) left. So QRT is gone.").empty());
  CHECK(pairs_in("It was the Northern Workers Union (QR).").empty());
}

TEST_CASE("a phrase that is no name of its own is not taken for one") {
  CHECK(pairs_in("Written by Nora Adams (QRT). QRT paid.").empty());
  CHECK(pairs_in("Ask the Adams Family (QRT). QRT paid.").empty());
  CHECK(pairs_in("A Strike On Northern Workers Union (QRT).") ==
        std::vector<Pair>{{"QRT", "Northern Workers Union", false}});
  CHECK(pairs_in("The RSU Index (RSU) fell.").empty());
  CHECK(pairs_in("The QRT Northern Workers Union (QRT).").empty());
}

TEST_CASE("a long form ends where the sentence, a bracket or another name does") {
  CHECK(pairs_in("He left the Red. Star Song (RSS).").empty());
  CHECK(pairs_in("The Red Star Song. (RSS)").empty());
  CHECK(pairs_in("The Red (old) Star Song (RSS).").empty());
  CHECK(pairs_in("The Red\n\nStar Song (RSS).").empty());
  CHECK(pairs_in("The Red\nStar Song (RSS).").size() == 1);
  CHECK(pairs_in("Omar's Northern Workers Union (QRT).") ==
        std::vector<Pair>{{"QRT", "Northern Workers Union", false}});
  CHECK(pairs_in("Omar and the Northern Workers Union (QRT).") ==
        std::vector<Pair>{{"QRT", "Northern Workers Union", false}});
}

TEST_CASE("a long form reaches no further than its letters allow") {
  CHECK(pairs_in("The Red of of Star (RS).").size() == 1);
  CHECK(pairs_in("The Red of of of of of of of of of of of Star (RS).").empty());
  CHECK(pairs_in("red a b c d e f g h s (RS)").empty());
}

TEST_CASE("brackets that do not close, nest or go on for long") {
  CHECK(pairs_in("The Red Star Union (RSU").empty());
  CHECK(pairs_in("(see the RSU (Red Star Union))").size() == 1);
  CHECK(pairs_in("The RSU (a b c d e f g h i j k l m n o p q r s t, Red Star Union)").empty());
}

TEST_CASE("texts without words, and of brackets only, have no definitions") {
  for (const auto* text :
       {"", " ", "()", "(((", ")))", "([", ",", "\"\"", "(SDF)", "(a)", "-", "S"})
    CHECK(pairs_in(text).empty());
}

TEST_CASE("ten thousand brackets hide no definition behind them") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "(SDF ";
  text += std::string(10'000, '(') + " and the Red Star Union (RSU) ";
  text += std::string(10'000, ')');
  CHECK(pairs_in(text) == std::vector<Pair>{{"RSU", "Red Star Union", true}});
}

TEST_CASE("bytes that are not UTF-8 and letters that are not Latin do no harm") {
  CHECK(pairs_in("The Red \xFF Star Song (RSS).").empty());
  CHECK(pairs_in("The Red Star Union (\xC3R\xFFSU).").size() <= 1);
  CHECK(pairs_in("قوات سوريا الديمقراطية (قسد)").empty());
  CHECK(pairs_in("الجيش (Syrian Democratic Forces, SDF)") ==
        std::vector<Pair>{{"SDF", "Syrian Democratic Forces", true}});
}
