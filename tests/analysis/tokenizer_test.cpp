#include "analysis/text/tokenizer.hpp"

#include <random>

#include "analysis/text/fold.hpp"
#include "analysis/text/printable.hpp"
#include "analysis/text/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace furat::analysis;

namespace {

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  const auto tokens = tokenize(text);
  for (const auto& token : tokens.tokens()) words.emplace_back(tokens.folded(token));
  return words;
}

using Words = std::vector<std::string>;

struct FoldCase {
  const char* text;
  Words words;
};

}  // namespace

TEST_CASE("words are cut and folded") {
  const auto c =
      GENERATE(FoldCase{"Deir ez-Zor", {"deir", "ez", "zor"}},
               FoldCase{"DEIR EZ\u2011ZOR", {"deir", "ez", "zor"}},
               FoldCase{"al-Mayādīn", {"al", "mayadin"}},
               FoldCase{"B'ir B\u2019ir B\u02BFir", {"bir", "bir", "bir"}},
               FoldCase{"U.S.-backed U.S.A. U.S.", {"us", "backed", "usa", "us"}},
               FoldCase{"Zor.On", {"zor", "on"}},
               FoldCase{"Syria\u2019s SDF's troops'", {"syria", "sdf", "troops"}},
               FoldCase{"don't", {"dont"}},
               FoldCase{"5,000 men, 6.000 tanks", {"5000", "men", "6.000", "tanks"}},
               FoldCase{"T-72", {"t", "72"}}, FoldCase{"2017-10-04", {"2017", "10", "04"}},
               FoldCase{"3/4/2017", {"3", "4", "2017"}},
               FoldCase{"İstanbul ŞIRNAK Łódź ﬁne Straße",
                        {"istanbul", "sirnak", "lodz", "fine", "strasse"}},
               FoldCase{"٢٠١٧", {"2017"}}, FoldCase{"one\u00A0two", {"one", "two"}},
               // For ICU the space of French punctuation is a letter of the word before it.
               FoldCase{"Mayadin\u202F: \u00AB\u202Fprise\u202F\u00BB", {"mayadin", "prise"}},
               FoldCase{"a:b", {"a", "b"}}, FoldCase{"", {}}, FoldCase{" \n\t -- ' . ", {}});
  CAPTURE(c.text);
  CHECK(folded(c.text) == c.words);
}

TEST_CASE("signs cut alike, whatever script stands beside them") {
  const auto c =
      GENERATE(FoldCase{"user@example.org;a", {"user", "example", "org", "a"}},
               FoldCase{"\u00E9@b;c", {"e", "b", "c"}}, FoldCase{"الرقة@raqqa", {"الرقه", "raqqa"}},
               FoldCase{"\u00E9\u2022@", {"e"}},
               FoldCase{"@tag \u2014@tag \u00E9\u2014@tag", {"tag", "tag", "e", "tag"}},
               FoldCase{"٥;٥ é1;2", {"5", "5", "e1", "2"}},
               FoldCase{"٥,٠٠٠ é—5,000 ٥.٥", {"5000", "e", "5000", "5.5"}},
               FoldCase{"é—U.S.backed «U.S.» \u060CU.S.A.", {"e", "us", "backed", "us", "usa"}},
               FoldCase{"\u00E9'5 e'5", {"e5", "e5"}}, FoldCase{"____ \u00E9,__ _a", {"e", "_a"}});
  CAPTURE(c.text);
  CHECK(folded(c.text) == c.words);
}

TEST_CASE("how a word is cut depends on nothing else in its chunk") {
  const std::vector<std::string> letters{
      "a",      "b",      "U",      "S",      "s",      "1",      "5",      ".",      ",",      "'",
      "\u2019", "@",      ";",      ":",      "_",      "-",      "\u2014", "\u00E9", "د",      "٥",
      "\u0301", "\u200E", "\uFDFA", "\u00B7", "\uFF0E", "\u066C", "\"",     "א",      "\uFB01", "½",
      "\u00AD", "\u02BF", "`",      "ς",      "가",     "\u0640", "/"};
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto size = 1 + random() % 9; size > 0; --size) text += letters[random() % letters.size()];
    CAPTURE(text);
    const auto words = folded(text);
    auto behind = words;
    behind.insert(behind.begin(), "e");
    REQUIRE(folded("\u00E9\u2014" + text) == behind);
    const auto tokens = tokenize(text);
    for (std::size_t t = 0; t < tokens.size(); ++t)
      REQUIRE(folded(tokens.source(tokens[t])) == Words{words[t]});
  }
}

TEST_CASE("Arabic letter variants, marks and tatweel fold together") {
  CHECK(folded("دَيْر الزَّوْر") == folded("دير الزور"));
  CHECK(folded("أإآٱ") == folded("اااا"));
  CHECK(folded("الرقـــة") == folded("الرقه"));
  CHECK(folded("مصطفى") == folded("مصطفي"));
  CHECK(folded("کردی") == folded("كردي"));
}

TEST_CASE("a composed letter and its decomposed form fold together") {
  CHECK(folded("Mayādīn") == folded("Maya\u0304di\u0304n"));
}

TEST_CASE("spans are bytes of the original") {
  const std::string text = "In al-Mayādīn, Syria\u2019s east";
  const auto tokens = tokenize(text);
  std::string joined;
  for (const auto& token : tokens.tokens()) joined += std::string(tokens.source(token)) + "|";
  CHECK(joined == "In|al|Mayādīn|Syria\u2019s|east|");
}

TEST_CASE("capitals, digits, script and possessives are told") {
  const auto tokens = tokenize("ISIS Daesh daesh 5th داعش Zor's \u02BFAyn");
  CHECK((tokens[0].all_upper && tokens[0].upper_initial));
  CHECK((tokens[1].upper_initial && !tokens[1].all_upper));
  CHECK_FALSE(tokens[2].upper_initial);
  CHECK((tokens[3].has_digit && !tokens[3].upper_initial));
  CHECK(tokens[4].arabic);
  CHECK(tokens[5].possessive);
  CHECK(tokens[6].upper_initial);
}

TEST_CASE("the gap before a token is told") {
  const auto tokens = tokenize("Deir ez-\nZor, the U.S. army.\n\nNext");
  const std::vector<Gap> gaps{Gap::none,  Gap::space, Gap::hyphen,     Gap::punctuation,
                              Gap::space, Gap::space, Gap::punctuation};
  REQUIRE(tokens.size() == gaps.size());
  for (std::size_t i = 0; i < gaps.size(); ++i) CHECK(tokens[i].gap == gaps[i]);
}

TEST_CASE("names fold to their key") {
  CHECK(fold_name("Deir ez-Zor") == "deir ez zor");
  CHECK(fold_name("  DEIR, EZ ZOR!") == "deir ez zor");
  CHECK(fold_name("...").empty());
  CHECK(is_article("ez"));
  CHECK_FALSE(is_article("zor"));
}

TEST_CASE("any bytes give tokens inside the text, in order, with folded forms of bounded size") {
  std::mt19937 random(42);
  for (int i = 0; i < 3'000; ++i) {
    std::string bytes(random() % 60, '\0');
    for (auto& c : bytes) c = static_cast<char>(random() % (i % 2 == 0 ? 256U : 128U));
    const auto tokens = tokenize(bytes);
    std::uint32_t last = 0;
    for (const auto& token : tokens.tokens()) {
      REQUIRE(token.span.begin >= last);
      REQUIRE(token.span.end > token.span.begin);
      REQUIRE(token.span.end <= bytes.size());
      REQUIRE(tokens.folded(token).size() <= 64);
      last = token.span.end;
    }
  }
}

TEST_CASE("a word of a megabyte is one token, cut") {
  const auto tokens = tokenize(std::string(1'000'000, 'x'));
  REQUIRE(tokens.size() == 1);
  CHECK(tokens.folded(0).size() == 64);
}

TEST_CASE("code points are read and bad bytes are replaced one by one") {
  const std::string text = "a\xC3\xA9\xE0\x80\xF0\x9F\x98\x80\xED\xA0\x80";
  std::vector<char32_t> codes;
  for (std::size_t i = 0; i < text.size();) codes.push_back(next_code_point(text, i));
  CHECK(codes == std::vector<char32_t>{'a', 0xE9, 0xFFFD, 0xFFFD, 0x1F600, 0xFFFD, 0xFFFD, 0xFFFD});
}

TEST_CASE("nothing printable can steer a terminal") {
  CHECK(printable("a\x1B]0;evil\x07"
                  "b\u202Ec\nd\x80") == "a]0;evilbc d\uFFFD");
}
