#include "searcher/snippets/excerpt.hpp"

#include <algorithm>

#include "searcher/snippets/best_run.hpp"
#include "searcher/snippets/text_units.hpp"

namespace furat::internal {
namespace {

using analysis::ByteSpan;

/// Chooses the bytes of one text that its snippet shows.
class ExcerptFinder {
 public:
  ExcerptFinder(std::string_view text, std::span<const ByteSpan> sentences,
                std::span<const Mark> marks, std::vector<std::size_t>& counts,
                std::size_t max_chars)
      : text_(text), max_chars_(max_chars), sentences_(sentences), marks_(marks), counts_(counts) {}

  Excerpt best() {
    if (sentences_.empty() || max_chars_ == 0) return {};
    RunFinder finder(text_, sentences_, marks_, counts_);
    const Run run =
        finder.best(max_chars_, [this](std::size_t sentence) { return cut_of(sentence).run; });
    const bool is_cut = finder.chars(run.first, run.past - 1) > max_chars_;
    const ByteSpan shown =
        is_cut ? centred(cut_of(run.first))
               : ByteSpan{sentences_[run.first].begin, sentences_[run.past - 1].end};
    return {shown, run.distinct, run.total};
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
  std::span<const ByteSpan> sentences_;
  std::span<const Mark> marks_;
  std::vector<std::size_t>& counts_;
};

}  // namespace

Excerpt best_excerpt(std::string_view text, std::span<const ByteSpan> sentences,
                     std::span<const Mark> marks, std::vector<std::size_t>& counts,
                     std::size_t max_chars) {
  return ExcerptFinder(text, sentences, marks, counts, max_chars).best();
}

}  // namespace furat::internal
