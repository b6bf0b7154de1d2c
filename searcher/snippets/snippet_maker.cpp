#include "searcher/snippets/snippet_maker.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

#include "analysis/text/fold.hpp"
#include "analysis/text/sentences.hpp"
#include "searcher/snippets/best_run.hpp"
#include "searcher/snippets/text_units.hpp"

namespace furat {
namespace {

using analysis::ByteSpan;
using internal::Mark;
using internal::Run;
using internal::RunFinder;

/// Numbers what the marks say, so that the same word in capitals is not another match. Folding
/// is remembered by spelling: a passage repeats few words often.
class MarkValues {
 public:
  std::size_t operator()(std::string_view written) {
    const auto [entry, is_new] = by_spelling_.try_emplace(written, 0);
    if (is_new) {
      entry->second =
          by_fold_.try_emplace(analysis::fold_name(written), by_fold_.size()).first->second;
    }
    return entry->second;
  }
  [[nodiscard]] std::size_t size() const { return by_fold_.size(); }

 private:
  std::unordered_map<std::string_view, std::size_t> by_spelling_;
  std::unordered_map<std::string, std::size_t> by_fold_;
};

/// Chooses the bytes of one text that its snippet shows.
class Excerpt {
 public:
  Excerpt(std::string_view text, const std::vector<ByteSpan>& spans, std::size_t max_chars)
      : text_(text), max_chars_(max_chars), sentences_(analysis::sentences(text)) {
    MarkValues values;
    for (const ByteSpan span : spans) {
      if (span.empty() || span.end > text.size()) continue;
      marks_.push_back({span, values(span.of(text))});
    }
    counts_.resize(values.size());
  }

  ByteSpan choose() {
    if (sentences_.empty() || max_chars_ == 0) return {};
    RunFinder finder(text_, sentences_, marks_, counts_);
    const Run run =
        finder.best(max_chars_, [this](std::size_t sentence) { return cut_of(sentence).run; });
    if (finder.chars(run.first, run.past - 1) > max_chars_) return centred(cut_of(run.first));
    return {sentences_[run.first].begin, sentences_[run.past - 1].end};
  }

 private:
  /// The best words of a sentence that is too long.
  struct Cut {
    Run run;  ///< `first` and `past` count sentences, the marks are those of `words`
    std::vector<ByteSpan> units;
    Run words;
  };

  std::span<const Mark> marks_in(ByteSpan span) const {
    const auto begins_before = [](const Mark& mark, std::uint32_t at) {
      return mark.span.begin < at;
    };
    const auto first = std::lower_bound(marks_.begin(), marks_.end(), span.begin, begins_before);
    auto past = std::lower_bound(first, marks_.end(), span.end, begins_before);
    if (past != first && std::prev(past)->span.end > span.end) --past;
    return {first, past};
  }

  Cut cut_of(std::size_t sentence) {
    Cut cut;
    cut.units = internal::words_of(text_, sentences_[sentence], max_chars_);
    const std::span<const Mark> marks = marks_in(sentences_[sentence]);
    RunFinder finder(text_, cut.units, marks, counts_);
    cut.words = finder.best(max_chars_, nullptr);
    if (cut.words.total == 0 && !marks.empty()) {
      cut.words = beginning_of(marks.front(), cut.units, finder);
    }
    cut.run = {sentence, sentence + 1, cut.words.distinct, cut.words.total};
    return cut;
  }

  /// For marks of which none fits as a whole: as much of the first as there is room for.
  Run beginning_of(const Mark& mark, const std::vector<ByteSpan>& units, const RunFinder& measure) {
    const std::size_t first = unit_at(units, mark.span.begin);
    std::size_t past = first + 1;
    while (past < units.size() && measure.chars(first, past) <= max_chars_) ++past;
    return {first, past, 1, 1};
  }

  static std::size_t unit_at(const std::vector<ByteSpan>& units, std::uint32_t at) {
    const auto ends_before = [](ByteSpan unit, std::uint32_t byte) { return unit.end <= byte; };
    return static_cast<std::size_t>(std::lower_bound(units.begin(), units.end(), at, ends_before) -
                                    units.begin());
  }

  /// Text on both sides of the marks rather than all of it before them.
  ByteSpan centred(const Cut& cut) {
    const ByteSpan whole{cut.units[cut.words.first].begin, cut.units[cut.words.past - 1].end};
    const std::span<const Mark> shown = marks_in(whole);
    if (shown.empty()) return whole;
    std::size_t first = unit_at(cut.units, shown.front().span.begin);
    std::size_t last = unit_at(cut.units, shown.back().span.end - 1);
    grow(RunFinder(text_, cut.units, {}, counts_), cut.units.size(), first, last);
    return {cut.units[first].begin, cut.units[last].end};
  }

  void grow(const RunFinder& measure, std::size_t units, std::size_t& first, std::size_t& last) {
    const std::size_t middle_first = first;
    const std::size_t middle_last = last;
    for (;;) {
      const bool left = first > 0 && measure.chars(first - 1, last) <= max_chars_;
      const bool right = last + 1 < units && measure.chars(first, last + 1) <= max_chars_;
      if (!left && !right) return;
      const bool left_is_shorter =
          measure.chars(first, middle_first) <= measure.chars(middle_last, last);
      if (left && (left_is_shorter || !right)) {
        --first;
      } else {
        ++last;
      }
    }
  }

  std::string_view text_;
  std::size_t max_chars_;
  std::vector<ByteSpan> sentences_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> counts_;
};

/// Appends `text` with every run of white space as one space: hard-wrapped lines are unwrapped.
void append_unwrapped(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const std::size_t space = internal::space_size(text);
    if (space == 0) {
      out += text.front();
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    text.remove_prefix(std::max<std::size_t>(space, 1));
  }
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t space = internal::space_size(text);
    if (space == 0) return false;
    text.remove_prefix(space);
  }
  return true;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<ByteSpan>& marks,
                     std::size_t max_chars) {
  const ByteSpan shown = Excerpt(text, marks, max_chars).choose();
  Snippet snippet;
  std::uint32_t at = shown.begin;
  for (const ByteSpan mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, at);
    const std::uint32_t end = std::min(mark.end, shown.end);
    if (begin >= end || mark.end > text.size()) continue;
    append_unwrapped(text.substr(at, begin - at), snippet.text);
    const std::size_t marked = snippet.text.size();
    append_unwrapped(text.substr(begin, end - begin), snippet.text);
    snippet.marks.push_back(
        {static_cast<std::uint32_t>(marked), static_cast<std::uint32_t>(snippet.text.size())});
    at = end;
  }
  append_unwrapped(text.substr(at, shown.end - at), snippet.text);
  snippet.cut_before = !is_blank(text.substr(0, shown.begin));
  snippet.cut_after = !is_blank(text.substr(shown.end));
  return snippet;
}

}  // namespace furat
