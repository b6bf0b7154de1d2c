// Where patterns stand in texts, against the definition of each operator taken literally.
#include "searcher/patterns/pattern_matcher.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using furat::TextPattern;
using furat::TextWords;
using furat::WordRun;
using Kind = TextPattern::Kind;
using Runs = std::set<WordRun>;

namespace {

/// Words that are their own stems.
constexpr const char* kWords[] = {"dam", "oil", "gas", "road"};

TextPattern words(std::vector<std::string> stems) {
  TextPattern pattern;
  pattern.stems = std::move(stems);
  return pattern;
}

TextPattern close(TextPattern left, TextPattern right, furat::Closeness closeness) {
  TextPattern pattern;
  pattern.kind = Kind::close;
  pattern.closeness = closeness;
  pattern.children = {std::move(left), std::move(right)};
  return pattern;
}

class RandomPatterns {
 public:
  std::string text() {
    std::string text;
    for (auto n = 4 + below(20); n > 0; --n)
      text += std::string(kWords[below(4)]) + (below(5) == 0 ? ". The" : "") + " ";
    return text;
  }

  /// Chains of NEAR and ADJ of simple patterns, and SENTENCE between such chains.
  TextPattern pattern() {
    TextPattern made = chain();
    return below(3) == 0 ? close(std::move(made), chain(), {.same_sentence = true}) : made;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  TextPattern chain() {
    TextPattern made = simple();
    for (auto n = below(3); n > 0; --n)
      made = close(std::move(made), simple(), {.words = 1 + below(4), .ordered = below(2) == 0});
    return made;
  }

  TextPattern simple() {
    const auto word = [this] { return std::string(kWords[below(4)]); };
    switch (below(4)) {
      case 0:
        return words({word(), word()});
      case 1: {
        TextPattern either;
        either.kind = Kind::any_of;
        either.children = {words({word()}), words({word(), word()})};
        return either;
      }
      case 2: {
        TextPattern prefix;
        prefix.kind = Kind::prefix;
        prefix.word = word().substr(0, 2);
        return prefix;
      }
      default:
        return words({word()});
    }
  }

  std::mt19937 random_{11};
};

bool is_leaf_run(const TextPattern& pattern, const TextWords& text, WordRun run) {
  if (pattern.kind == Kind::prefix)
    return run.first == run.last && text.folded(run.first).starts_with(pattern.word);
  if (run.last - run.first + 1 != pattern.stems.size()) return false;
  for (std::size_t i = run.first; i <= run.last; ++i)
    if (text.stem(i) != pattern.stems[i - run.first]) return false;
  return true;
}

bool follows(WordRun a, WordRun b, std::size_t most) {
  return b.first > a.last && b.first - a.last <= most;
}

bool are_close(const furat::Closeness& closeness, WordRun left, WordRun right,
               const TextWords& text) {
  if (!closeness.same_sentence)
    return follows(left, right, closeness.words) ||
           (!closeness.ordered && follows(right, left, closeness.words));
  const auto sentence = text.sentence(left.first);
  const bool overlap = left.first <= right.last && right.first <= left.last;
  return !overlap && text.sentence(left.last) == sentence &&
         text.sentence(right.first) == sentence && text.sentence(right.last) == sentence;
}

Runs by_definition(const TextPattern& pattern, const TextWords& text) {
  Runs runs;
  if (pattern.kind == Kind::any_of) {
    for (const auto& child : pattern.children) runs.merge(by_definition(child, text));
  } else if (pattern.kind == Kind::close) {
    for (const auto left : by_definition(pattern.children[0], text))
      for (const auto right : by_definition(pattern.children[1], text))
        if (are_close(pattern.closeness, left, right, text))
          runs.insert({std::min(left.first, right.first), std::max(left.last, right.last)});
  } else {
    for (std::size_t first = 0; first < text.size(); ++first)
      for (std::size_t last = first; last < text.size(); ++last)
        if (is_leaf_run(pattern, text, {first, last})) runs.insert({first, last});
  }
  return runs;
}

/// Runs that some occurrence of the whole is made of.
void parts_by_definition(const TextPattern& pattern, const TextWords& text, const Runs& wanted,
                         Runs& parts) {
  if (pattern.kind == Kind::any_of) {
    for (const auto& child : pattern.children) parts_by_definition(child, text, wanted, parts);
    return;
  }
  const auto runs = by_definition(pattern, text);
  if (pattern.kind != Kind::close) {
    std::set_intersection(runs.begin(), runs.end(), wanted.begin(), wanted.end(),
                          std::inserter(parts, parts.end()));
    return;
  }
  Runs lefts;
  Runs rights;
  for (const auto left : by_definition(pattern.children[0], text))
    for (const auto right : by_definition(pattern.children[1], text)) {
      const WordRun whole{std::min(left.first, right.first), std::max(left.last, right.last)};
      if (!are_close(pattern.closeness, left, right, text) || wanted.count(whole) == 0) continue;
      lefts.insert(left);
      rights.insert(right);
    }
  parts_by_definition(pattern.children[0], text, lefts, parts);
  parts_by_definition(pattern.children[1], text, rights, parts);
}

Runs as_set(const std::vector<WordRun>& runs) { return {runs.begin(), runs.end()}; }

}  // namespace

TEST_CASE("patterns of any make are found, and marked, where their definition says") {
  furat::analysis::TermAnalyzer analyzer;
  RandomPatterns random;
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto source = random.text();
    const TextWords text(source, analyzer);
    const auto pattern = random.pattern();
    INFO(source);
    const auto expected = by_definition(pattern, text);
    CHECK(furat::occurs(pattern, text) == !expected.empty());
    Runs parts;
    parts_by_definition(pattern, text, expected, parts);
    CHECK(as_set(furat::marked_runs(pattern, text)) == parts);
    if (pattern.kind != Kind::close || !pattern.closeness.same_sentence)
      CHECK(as_set(furat::occurrences(pattern, text)) == expected);
    if (!expected.empty()) ++found;
  }
  CHECK(found > 500);
}

TEST_CASE("a text of one word a thousand times is no trouble for a chain of NEAR") {
  std::string source;
  for (int i = 0; i < 1000; ++i) source += "dam ";
  furat::analysis::TermAnalyzer analyzer;
  const TextWords text(source, analyzer);
  TextPattern chain = words({"dam"});
  for (int i = 0; i < 4; ++i) chain = close(std::move(chain), words({"dam"}), {.words = 5});
  CHECK(furat::occurs(chain, text));
  CHECK(furat::occurrences(chain, text).size() < 1000U * 4 * 5);
  CHECK(furat::marked_runs(chain, text).size() >= 1000);
}
