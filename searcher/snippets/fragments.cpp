#include "searcher/snippets/fragments.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "analysis/text/fold.hpp"
#include "analysis/text/sentences.hpp"
#include "searcher/snippets/excerpt.hpp"
#include "searcher/snippets/text_units.hpp"

namespace furat::internal {
namespace {

using analysis::ByteSpan;
using Sentences = std::vector<ByteSpan>;

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

/// Sentences and parts of sentences between what was taken out of them.
class RemainingText {
 public:
  RemainingText(std::string_view text, Sentences all) : text_(text), pieces_(1, std::move(all)) {}
  [[nodiscard]] const std::vector<Sentences>& pieces() const { return pieces_; }

  void take(std::size_t piece, ByteSpan taken) {
    Sentences before;
    Sentences behind;
    for (const ByteSpan sentence : pieces_[piece]) {
      if (sentence.begin < taken.begin)
        add({sentence.begin, std::min(sentence.end, taken.begin)}, before);
      if (sentence.end > taken.end)
        add({std::max(sentence.begin, taken.end), sentence.end}, behind);
    }
    pieces_[piece] = std::move(before);
    pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(piece) + 1, std::move(behind));
  }

 private:
  /// Without white space at its ends; not at all if it is nothing else.
  void add(ByteSpan part, Sentences& sentences) const {
    const auto words = words_of(text_, part, part.size());
    if (!words.empty()) sentences.push_back({words.front().begin, words.back().end});
  }

  std::string_view text_;
  std::vector<Sentences> pieces_;
};

/// The parts chosen, and how many different marks they show.
struct Choice {
  std::vector<ByteSpan> parts;
  std::size_t distinct = 0;
};

class FragmentChooser {
 public:
  FragmentChooser(std::string_view text, const std::vector<ByteSpan>& spans)
      : text_(text), sentences_(analysis::sentences(text)) {
    MarkValues values;
    for (const ByteSpan span : spans) {
      if (span.empty() || span.end > text.size()) continue;
      marks_.push_back({span, values(span.of(text))});
    }
    counts_.resize(values.size());
  }

  [[nodiscard]] std::size_t distinct() const { return counts_.size(); }

  /// At most `count` parts, the best first, each with room for its share.
  Choice choose(std::size_t count, std::size_t max_chars) {
    Choice choice;
    RemainingText rest(text_, sentences_);
    std::vector<Mark> marks = marks_;
    while (choice.parts.size() < count) {
      std::size_t best_piece = 0;
      Excerpt best;
      for (std::size_t i = 0; i < rest.pieces().size(); ++i) {
        const auto excerpt = best_of(rest.pieces()[i], marks, max_chars / count);
        if (best.span.empty() || excerpt.shows_more_than(best)) {
          best = excerpt;
          best_piece = i;
        }
      }
      if (best.span.empty() || (!choice.parts.empty() && best.distinct == 0)) break;
      choice.parts.push_back(best.span);
      choice.distinct += best.distinct;
      rest.take(best_piece, best.span);
      drop_shown(best.span, marks);
    }
    return choice;
  }

 private:
  Excerpt best_of(const Sentences& piece, const std::vector<Mark>& marks, std::size_t max_chars) {
    if (piece.empty()) return {};
    const auto begins_before = [](const Mark& mark, std::uint32_t at) {
      return mark.span.begin < at;
    };
    const auto first =
        std::lower_bound(marks.begin(), marks.end(), piece.front().begin, begins_before);
    auto past = std::lower_bound(first, marks.end(), piece.back().end, begins_before);
    if (past != first && std::prev(past)->span.end > piece.back().end) --past;
    return best_excerpt(text_, piece, {first, past}, counts_, max_chars);
  }

  /// What one part shows need not be shown again.
  void drop_shown(ByteSpan shown, std::vector<Mark>& marks) const {
    std::vector<bool> is_shown(counts_.size());
    for (const Mark& mark : marks)
      if (shown.contains(mark.span)) is_shown[mark.value] = true;
    std::erase_if(marks, [&](const Mark& mark) { return is_shown[mark.value]; });
  }

  std::string_view text_;
  Sentences sentences_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> counts_;
};

/// In the order of the text; parts with nothing but white space between them are one.
std::vector<ByteSpan> joined(std::string_view text, std::vector<ByteSpan> parts) {
  std::sort(parts.begin(), parts.end());
  std::vector<ByteSpan> result;
  for (const ByteSpan part : parts) {
    if (!result.empty() && is_blank(text.substr(result.back().end, part.begin - result.back().end)))
      result.back().end = part.end;
    else
      result.push_back(part);
  }
  return result;
}

}  // namespace

std::vector<ByteSpan> choose_fragments(std::string_view text, const std::vector<ByteSpan>& marks,
                                       const SnippetOptions& options) {
  FragmentChooser chooser(text, marks);
  Choice best = chooser.choose(1, options.max_chars);
  for (std::size_t count = 2; count <= options.max_fragments && best.distinct < chooser.distinct();
       ++count) {
    Choice choice = chooser.choose(count, options.max_chars);
    if (choice.distinct > best.distinct) best = std::move(choice);
  }
  return joined(text, std::move(best.parts));
}

}  // namespace furat::internal
