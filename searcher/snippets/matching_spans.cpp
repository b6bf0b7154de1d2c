#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "searcher/patterns/pattern_matcher.hpp"
#include "searcher/snippets/snippet_maker.hpp"

namespace furat {
namespace {

using analysis::ByteSpan;

/// The phrases of a spec with their stems as small numbers, so that looking for them in a text
/// compares integers and starts only where a first word stands.
class PhraseTable {
 public:
  explicit PhraseTable(const std::vector<std::vector<std::string>>& phrases) {
    for (const std::vector<std::string>& phrase : phrases) {
      if (phrase.empty()) continue;
      std::vector<Number> numbers;
      for (const std::string& stem : phrase) {
        numbers.push_back(numbers_.try_emplace(stem, numbers_.size() + 1).first->second);
      }
      by_first_[numbers.front()].push_back(std::move(numbers));
    }
  }

  [[nodiscard]] bool empty() const { return by_first_.empty(); }

  void add_token(const std::string& stem) {
    const auto found = numbers_.find(stem);
    text_.push_back(found == numbers_.end() ? kElsewhere : found->second);
  }

  /// Calls `found(first, last)` with the tokens of each occurrence.
  template <class Found>
  void occurrences(Found found) const {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == kElsewhere) continue;
      const auto candidates = by_first_.find(text_[i]);
      if (candidates == by_first_.end()) continue;
      for (const std::vector<Number>& phrase : candidates->second) {
        if (stands_at(i, phrase)) found(i, i + phrase.size() - 1);
      }
    }
  }

 private:
  using Number = std::size_t;
  static constexpr Number kElsewhere = 0;

  [[nodiscard]] bool stands_at(std::size_t i, const std::vector<Number>& phrase) const {
    return phrase.size() <= text_.size() - i &&
           std::equal(phrase.begin(), phrase.end(), text_.begin() + static_cast<std::ptrdiff_t>(i));
  }

  std::unordered_map<std::string, Number> numbers_;
  std::unordered_map<Number, std::vector<std::vector<Number>>> by_first_;
  std::vector<Number> text_;
};

/// Spans of someone else's making: only those that lie in the text stay.
void keep_valid(std::vector<ByteSpan>& spans, std::size_t text_size) {
  std::erase_if(
      spans, [text_size](ByteSpan span) { return span.begin >= span.end || span.end > text_size; });
}

/// Overlapping spans become one; spans that merely touch stay two.
void join_overlapping(std::vector<ByteSpan>& spans) {
  std::sort(spans.begin(), spans.end());
  std::size_t kept = 0;
  for (const ByteSpan span : spans) {
    if (kept > 0 && span.overlaps(spans[kept - 1])) {
      spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

}  // namespace

std::vector<ByteSpan> matching_spans(const TextWords& text, const HighlightSpec& spec,
                                     std::vector<ByteSpan> extra) {
  std::vector<ByteSpan> spans = std::move(extra);
  keep_valid(spans, text.text().size());
  PhraseTable phrases(spec.phrases);
  std::string stem;
  for (std::size_t i = 0; i < text.size(); ++i) {
    stem = text.stem(i);
    if (spec.words.contains(stem)) {
      spans.push_back(text.span({i, i}));
    }
    if (!phrases.empty()) phrases.add_token(stem);
  }
  phrases.occurrences([&](std::size_t first, std::size_t last) {
    spans.push_back(text.span({first, last}));
  });
  for (const TextPattern& pattern : spec.patterns) {
    for (const WordRun run : marked_runs(pattern, text)) spans.push_back(text.span(run));
  }
  join_overlapping(spans);
  return spans;
}

std::vector<ByteSpan> matching_spans(std::string_view text, const HighlightSpec& spec,
                                     std::vector<ByteSpan> extra,
                                     analysis::TermAnalyzer& analyzer) {
  return matching_spans(TextWords(text, analyzer), spec, std::move(extra));
}

}  // namespace furat
