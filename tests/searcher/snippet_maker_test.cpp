// What is marked in a passage, and which of its sentences show it.
#include "searcher/snippets/snippet_maker.hpp"

#include <chrono>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "analysis/text/tokenizer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

using furat::HighlightSpec;
using furat::make_snippet;
using furat::matching_spans;
using furat::Snippet;
using furat::analysis::ByteSpan;
using furat::analysis::TermAnalyzer;

namespace {

std::vector<std::string> stems_of(const std::string& words, TermAnalyzer& analyzer) {
  const auto tokens = furat::analysis::tokenize(words);
  std::vector<std::string> stems;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    stems.emplace_back(analyzer.stem(tokens.folded(i)));
  return stems;
}

/// A spec as the query builder makes it, from words as a user types them.
HighlightSpec spec_of(const std::string& words, const std::vector<std::string>& phrases = {},
                      const std::vector<std::string>& prefixes = {}) {
  TermAnalyzer analyzer;
  HighlightSpec spec;
  for (std::string& stem : stems_of(words, analyzer)) spec.words.insert(std::move(stem));
  for (const std::string& phrase : phrases) spec.phrases.push_back(stems_of(phrase, analyzer));
  for (const std::string& prefix : prefixes) {
    spec.patterns.emplace_back();
    spec.patterns.back().kind = furat::TextPattern::Kind::prefix;
    spec.patterns.back().word = prefix;
  }
  return spec;
}

std::vector<ByteSpan> spans_of(const std::string& text, const HighlightSpec& spec,
                               std::vector<ByteSpan> extra = {}) {
  TermAnalyzer analyzer;
  return matching_spans(text, spec, std::move(extra), analyzer);
}

template <class Spans>
std::string marked(const std::string& text, const Spans& marks) {
  std::string out;
  std::size_t at = 0;
  for (const auto& mark : marks) {
    REQUIRE(mark.begin >= at);
    REQUIRE(mark.begin < mark.end);
    REQUIRE(mark.end <= text.size());
    out += text.substr(at, mark.begin - at) + "[" + text.substr(mark.begin, mark.end - mark.begin) +
           "]";
    at = mark.end;
  }
  return out + text.substr(at);
}

/// The snippet with its marks in brackets, and … where the passage goes on.
std::string snippet_of(const std::string& text, const HighlightSpec& spec, std::size_t max_chars) {
  const Snippet snippet = make_snippet(text, spans_of(text, spec), {max_chars, 1});
  return (snippet.cut_before ? "… " : "") + marked(snippet.text, snippet.marks) +
         (snippet.cut_after ? " …" : "");
}

struct Marking {
  std::string text;
  HighlightSpec spec;
  std::string expected;
};

const std::string kFour =
    "The road was long. The convoy reached Mayadin at dawn. Nobody slept. A second convoy left "
    "Raqqa for Mayadin.";

}  // namespace

TEST_CASE("words are marked in all their forms, phrases only where they stand as a whole") {
  const auto c = GENERATE(values<Marking>({
      {"The attacks; an ATTACK.", spec_of("attack"), "The [attacks]; an [ATTACK]."},
      {"Deir ez-Zor, and Deir Hafir", spec_of("", {"deir ez zor"}),
       "[Deir ez-Zor], and Deir Hafir"},
      {"Deir\nez-Zor fell", spec_of("", {"deir ez zor"}), "[Deir\nez-Zor] fell"},
      {"a b a b a c", spec_of("", {"a b"}), "[a b] [a b] a c"},
      {"x y z", spec_of("", {"x y", "y z"}), "[x y z]"},
      {"x y z", spec_of("x y"), "[x] [y] z"},
      {"Al-Mayadin", spec_of("al mayadin"), "[Al]-[Mayadin]"},
      {"militias and military men", spec_of("", {}, {"milit"}), "[militias] and [military] men"},
      {"paramilitary", spec_of("", {}, {"milit"}), "paramilitary"},
      {"al-May\u0101d\u012Bn", spec_of("mayadin"), "al-[May\u0101d\u012Bn]"},
      {"في دَيْر الزَّوْر اليوم", spec_of("", {"دير الزور"}), "في [دَيْر الزَّوْر] اليوم"},
      {"سقطت المدينة", spec_of("مدينة"), "سقطت [المدينة]"},
      {"nothing here", spec_of("absent"), "nothing here"},
      {"", spec_of("absent"), ""},
      {"word", HighlightSpec{{}, {{}}, {}}, "word"},
  }));
  CHECK(marked(c.text, spans_of(c.text, c.spec)) == c.expected);
}

TEST_CASE("mentions of the entities asked for are marked too, once") {
  const std::string text = "The city of Deir ez-Zor held.";
  CHECK(marked(text, spans_of(text, spec_of("deir"), {{12, 23}, {12, 16}})) ==
        "The city of [Deir ez-Zor] held.");
  CHECK(marked(text, spans_of(text, {}, {{25, 90}, {5, 5}, {9, 4}})) == text);
}

TEST_CASE("a snippet is the run of whole sentences with most distinct matches, then the earliest") {
  struct Case {
    std::string words;
    std::size_t max_chars;
    std::string expected;
  };
  const auto c = GENERATE(values<Case>({
      {"mayadin", 60, "The road was long. The convoy reached [Mayadin] at dawn. …"},
      {"mayadin raqqa", 60, "… Nobody slept. A second convoy left [Raqqa] for [Mayadin]."},
      {"slept", 20, "… Nobody [slept]. …"},
      {"absent", 20, "The road was long. …"},
      {"absent", 1000, kFour},
  }));
  CHECK(snippet_of(kFour, spec_of(c.words), c.max_chars) == c.expected);
}

TEST_CASE("the same word twice counts for less than two words") {
  const std::string text = "Oil, oil, OIL and oil. Nothing. Oil and gas.";
  CHECK(snippet_of(text, spec_of("oil gas"), 25) == "… Nothing. [Oil] and [gas].");
}

TEST_CASE("a long sentence is cut between words around its matches") {
  const std::string text =
      "One two three four five six seven eight nine ten eleven bridge twelve thirteen fourteen "
      "fifteen sixteen seventeen";
  CHECK(snippet_of(text, spec_of("bridge"), 40) == "… nine ten eleven [bridge] twelve thirteen …");
  CHECK(snippet_of(text, spec_of("absent"), 20) == "One two three four …");
  CHECK(snippet_of(text, spec_of("one"), 20) == "[One] two three four …");
  CHECK(snippet_of(text, spec_of("seventeen"), 20) == "… sixteen [seventeen]");
}

TEST_CASE("of a match that is longer than the snippet its beginning is shown") {
  CHECK(snippet_of("before it the very long phrase after", spec_of("", {"very long phrase"}), 9) ==
        "… [very long] …");
}

TEST_CASE("a match in a long sentence counts only if it can be shown") {
  const std::string text =
      "Alpha one two three four five six seven eight nine ten eleven twelve omega. Alpha omega.";
  CHECK(snippet_of(text, spec_of("alpha omega"), 30) == "… [Alpha] [omega].");
}

TEST_CASE("lines are unwrapped and the marks keep their places") {
  CHECK(snippet_of("Deir\r\nez-Zor  and\n\tthe\u2028bridge", spec_of("bridge", {"deir ez zor"}),
                   90) == "[Deir ez-Zor] and the [bridge]");
  CHECK(snippet_of("A heading\n\nThe bridge held.", spec_of("bridge"), 90) ==
        "A heading The [bridge] held.");
}

TEST_CASE("Arabic sentences are chosen and cut without breaking a letter from its marks") {
  const std::string text = "وصلت القافلة. هل سقطت الميادين؟ لم يعرف أحد.";
  CHECK(snippet_of(text, spec_of("الميادين"), 20) == "… هل سقطت [الميادين]؟ …");
  std::string vowelled;
  for (int i = 0; i < 40; ++i) vowelled += "بَ";
  const Snippet snippet = make_snippet(vowelled, {}, {7, 1});
  CHECK(snippet.text.size() % 4 == 0);
  CHECK(snippet.cut_after);
}

TEST_CASE("texts without words, sentences or room give what they can") {
  CHECK(make_snippet("", {}, {300, 1}).text.empty());
  CHECK(make_snippet(" \n ", {}, {300, 1}).text.empty());
  CHECK_FALSE(make_snippet(" \n ", {}, {300, 1}).cut_after);
  const Snippet nothing = make_snippet("Some words.", {}, {0, 1});
  CHECK(nothing.text.empty());
  CHECK(nothing.cut_after);
  CHECK(make_snippet(std::string(5000, 'x'), {}, {100, 1}).text.size() == 100);
  CHECK(make_snippet("a b", {{0, 99}}, {10, 1}).marks.empty());
}

TEST_CASE("random texts and marks give snippets that agree with the text", "[hostile]") {
  const std::vector<std::string> pieces{"oil ",         "gas",    ". ",   " ",  "\n",
                                        "\n\n",         "دَيْر ",   "\xFF", "? ", "\u0301",
                                        "wordwordword", "\u2028", "Mr. ", "-"};
  std::mt19937 random(7);
  const HighlightSpec spec = spec_of("oil gas دير", {"oil gas"}, {"word"});
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    const auto spans = spans_of(text, spec);
    const std::size_t max_chars = random() % 60;
    const Snippet snippet = make_snippet(text, spans, {max_chars, 3});
    INFO(text);
    static_cast<void>(marked(snippet.text, snippet.marks));
    const bool shows_all =
        !snippet.cut_before && !snippet.cut_after && snippet.fragments.size() == 1;
    if (shows_all) REQUIRE(snippet.marks.size() == spans.size());
    if (!spans.empty() && max_chars > 20) REQUIRE_FALSE(snippet.marks.empty());
  }
}

TEST_CASE("the cost of a snippet grows with the text, not with its square", "[time]") {
  const HighlightSpec spec = spec_of("mayadin convoy", {"reached mayadin"}, {"sle"});
  const auto microseconds = [&spec](std::size_t size) {
    std::string text;
    while (text.size() < size) text += kFour + "\n";
    TermAnalyzer analyzer;
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
      const auto start = std::chrono::steady_clock::now();
      const auto spans = matching_spans(text, spec, {}, analyzer);
      REQUIRE_FALSE(make_snippet(text, spans, {300, 3}).marks.empty());
      best = std::min(
          best, std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
                    .count());
    }
    return best;
  };
  const double small = microseconds(10'000);
  const double large = microseconds(1'000'000);
  INFO("10 KB: " << small << " us, 1 MB: " << large << " us");
  CHECK(large < 1000 * small);  // a hundred times the text; a square would be ten thousand
#if defined(NDEBUG) && !FURAT_IS_SANITIZED
  CHECK(small < 1000);
#endif
}

namespace {

const std::string kApart =
    "The convoy left at dawn. Nothing else was said of it for a whole week, and nobody asked. "
    "Reporters waited at the gate and wrote about the weather, as they do. The bridge was closed.";

}  // namespace

TEST_CASE("what one stretch cannot show is shown by several, with their place in the text") {
  const auto spans = spans_of(kApart, spec_of("convoy bridge"));
  const Snippet two = make_snippet(kApart, spans, {80, 3});
  CHECK(marked(two.text, two.marks) == "The [convoy] left at dawn. … The [bridge] was closed.");
  CHECK_FALSE(two.cut_before);
  CHECK_FALSE(two.cut_after);
  REQUIRE(two.fragments.size() == 2);
  for (const auto& fragment : two.fragments) {
    CHECK(kApart.substr(fragment.span.begin, fragment.span.end - fragment.span.begin) ==
          fragment.text);
    CHECK(fragment.marks.size() == 1);
  }
  CHECK(make_snippet(kApart, spans, {80, 1}).fragments.size() == 1);
  CHECK(make_snippet(kApart, spans, {1000, 3}).fragments.size() == 1);
  CHECK(make_snippet(kApart, spans_of(kApart, spec_of("convoy")), {80, 3}).fragments.size() == 1);
}

TEST_CASE("fragments ascend, lie in the text and show no less than one stretch does") {
  std::mt19937 random(3);
  const HighlightSpec spec = spec_of("oil gas convoy bridge");
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto words = 5 + random() % 200; words > 0; --words) {
      constexpr const char* kWords[] = {"oil", "gas", "convoy", "bridge", "so", "said", "went."};
      text += std::string(kWords[random() % 12 < 4 ? random() % 4 : 4 + random() % 3]) + " ";
    }
    const auto spans = spans_of(text, spec);
    const std::size_t max_chars = 20 + random() % 100;
    const Snippet several = make_snippet(text, spans, {max_chars, 3});
    const auto words_in = [](const Snippet& snippet) {
      std::set<std::string> words;
      for (const auto& mark : snippet.marks)
        words.insert(snippet.text.substr(mark.begin, mark.end - mark.begin));
      return words.size();
    };
    CHECK(words_in(several) >= words_in(make_snippet(text, spans, {max_chars, 1})));
    REQUIRE(several.fragments.size() <= 3);
    std::uint32_t at = 0;
    for (const auto& fragment : several.fragments) {
      CHECK(fragment.span.begin >= at);
      CHECK(fragment.span.end > fragment.span.begin);
      CHECK(fragment.span.end <= text.size());
      at = fragment.span.end;
    }
  }
}
