#include "searcher/patterns/pattern_matcher.hpp"

#include <algorithm>
#include <iterator>

namespace furat {
namespace {

using Kind = TextPattern::Kind;
using Runs = std::vector<WordRun>;

void make_set(Runs& runs) {
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
}

/// One form has one stem: where forms are wanted, stems need not be looked at.
bool stands_at(const TextPattern& words, const TextWords& text, std::size_t at) {
  for (std::size_t i = 0; i < words.stems.size(); ++i)
    if (words.forms.empty() ? text.stem(at + i) != words.stems[i]
                            : text.folded(at + i) != words.forms[i])
      return false;
  return true;
}

Runs runs_of_words(const TextPattern& pattern, const TextWords& text) {
  Runs runs;
  const auto count = pattern.stems.size();
  for (std::size_t at = 0; count != 0 && at + count <= text.size(); ++at)
    if (stands_at(pattern, text, at)) runs.push_back({at, at + count - 1});
  return runs;
}

Runs joined_runs(const std::string& word, const TextWords& text) {
  Runs runs;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto first = text.folded(i - 1);
    const auto second = text.folded(i);
    if (text.behind_hyphen(i) && first.size() + second.size() == word.size() &&
        word.starts_with(first) && word.ends_with(second))
      runs.push_back({i - 1, i});
  }
  return runs;
}

template <class Fits>
Runs single_words(const TextWords& text, Fits fits) {
  Runs runs;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (fits(text.folded(i))) runs.push_back({i, i});
  return runs;
}

Runs mentions_of(const std::vector<std::uint32_t>& ordinals, const TextWords& text) {
  Runs runs;
  for (const auto& mention : text.mentions())
    if (std::binary_search(ordinals.begin(), ordinals.end(), mention.value))
      runs.push_back(mention.words);
  make_set(runs);
  return runs;
}

/// Calls `found(a, b)` for runs that begin at most `words` behind the end of another.
template <class Found>
void for_each_followed(const Runs& first, const Runs& second, std::size_t words, Found found) {
  for (const auto& a : first) {
    auto b = std::lower_bound(second.begin(), second.end(), WordRun{a.last + 1, 0});
    for (; b != second.end() && b->first <= a.last + words; ++b) found(a, *b);
  }
}

/// Those of `runs` that share no word with some one of `others`.
Runs apart_from(const Runs& runs, const Runs& others) {
  Runs apart;
  if (others.empty()) return apart;
  const auto first_end =
      std::min_element(others.begin(), others.end(), [](const WordRun& a, const WordRun& b) {
        return a.last < b.last;
      })->last;
  const auto last_begin = others.back().first;
  std::copy_if(runs.begin(), runs.end(), std::back_inserter(apart),
               [&](const WordRun& run) { return run.last < last_begin || first_end < run.first; });
  return apart;
}

/// What two sides have in one sentence: runs that have another one of the other side.
struct InSentence {
  Runs left, right;

  [[nodiscard]] WordRun whole() const {
    WordRun run = left.front();
    for (const auto* side : {&left, &right})
      for (const auto& part : *side)
        run = {std::min(run.first, part.first), std::max(run.last, part.last)};
    return run;
  }
};

/// Goes through sentences that have both sides.
template <class Found>
void for_each_sentence(const Runs& left, const Runs& right, const TextWords& text, Found found) {
  const auto take = [&text](const Runs& runs, Runs::const_iterator& at, std::size_t sentence) {
    Runs taken;
    for (; at != runs.end() && text.sentence(at->first) <= sentence; ++at)
      if (text.sentence(at->first) == sentence && text.sentence(at->last) == sentence)
        taken.push_back(*at);
    return taken;
  };
  auto l = left.begin();
  auto r = right.begin();
  while (l != left.end() && r != right.end()) {
    const auto sentence = std::max(text.sentence(l->first), text.sentence(r->first));
    const auto lefts = take(left, l, sentence);
    const auto rights = take(right, r, sentence);
    const InSentence both{apart_from(lefts, rights), apart_from(rights, lefts)};
    if (!both.left.empty()) found(both);
  }
}

/// Calls `found(left, right, run)` for all pairs that are close by words.
template <class Found>
void for_each_pair(const TextPattern& close, const Runs& left, const Runs& right, Found found) {
  for_each_followed(left, right, close.closeness.words, [&](WordRun a, WordRun b) {
    found(a, b, WordRun{a.first, std::max(a.last, b.last)});
  });
  if (close.closeness.ordered) return;
  for_each_followed(right, left, close.closeness.words, [&](WordRun a, WordRun b) {
    found(b, a, WordRun{a.first, std::max(a.last, b.last)});
  });
}

Runs close_runs(const TextPattern& close, const TextWords& text) {
  Runs runs;
  const auto left = occurrences(close.children.front(), text);
  if (left.empty()) return runs;
  const auto right = occurrences(close.children.back(), text);
  if (close.closeness.same_sentence)
    for_each_sentence(left, right, text,
                      [&](const InSentence& both) { runs.push_back(both.whole()); });
  else
    for_each_pair(close, left, right,
                  [&](WordRun, WordRun, WordRun whole) { runs.push_back(whole); });
  make_set(runs);
  return runs;
}

void append(const Runs& runs, Runs& out) { out.insert(out.end(), runs.begin(), runs.end()); }

/// Marks of those occurrences of a pattern that are in `wanted`, which ascends.
void mark(const TextPattern& pattern, const TextWords& text, const Runs& wanted, Runs& marks) {
  const auto is_wanted = [&wanted](WordRun run) {
    return std::binary_search(wanted.begin(), wanted.end(), run);
  };
  if (pattern.kind == Kind::any_of) {
    for (const auto& child : pattern.children) mark(child, text, wanted, marks);
  } else if (pattern.kind == Kind::close) {
    const auto& left = pattern.children.front();
    const auto& right = pattern.children.back();
    Runs lefts;
    Runs rights;
    if (pattern.closeness.same_sentence)
      for_each_sentence(occurrences(left, text), occurrences(right, text), text,
                        [&](const InSentence& both) {
                          if (!is_wanted(both.whole())) return;
                          append(both.left, lefts);
                          append(both.right, rights);
                        });
    else
      for_each_pair(pattern, occurrences(left, text), occurrences(right, text),
                    [&](WordRun l, WordRun r, WordRun whole) {
                      if (!is_wanted(whole)) return;
                      lefts.push_back(l);
                      rights.push_back(r);
                    });
    make_set(lefts);
    make_set(rights);
    mark(left, text, lefts, marks);
    mark(right, text, rights, marks);
  } else {
    const auto runs = occurrences(pattern, text);
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(marks), is_wanted);
  }
}

}  // namespace

Runs occurrences(const TextPattern& pattern, const TextWords& text) {
  switch (pattern.kind) {
    case Kind::words:
      return runs_of_words(pattern, text);
    case Kind::joined:
      return joined_runs(pattern.word, text);
    case Kind::prefix:
      return single_words(text,
                          [&](std::string_view word) { return word.starts_with(pattern.word); });
    case Kind::wildcard:
      return single_words(text,
                          [&](std::string_view word) { return pattern.wildcard.matches(word); });
    case Kind::entities:
      return mentions_of(pattern.ordinals, text);
    case Kind::close:
      return close_runs(pattern, text);
    case Kind::any_of:
      break;
  }
  Runs runs;
  for (const auto& child : pattern.children) append(occurrences(child, text), runs);
  make_set(runs);
  return runs;
}

bool occurs(const TextPattern& pattern, const TextWords& text) {
  return !occurrences(pattern, text).empty();
}

Runs marked_runs(const TextPattern& pattern, const TextWords& text) {
  Runs marks;
  mark(pattern, text, occurrences(pattern, text), marks);
  return marks;
}

}  // namespace furat
