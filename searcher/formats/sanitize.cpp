#include "searcher/formats/sanitize.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "analysis/text/printable.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::formats {
namespace {

std::string_view for_utf8(std::string_view written, char32_t c) {
  return c == analysis::kReplacementCharacter ? std::string_view("\uFFFD") : written;
}

/// Moves the bounds of marks along while a text is rewritten from left to right.
class MarkMover {
 public:
  explicit MarkMover(const std::vector<TextSpan>& marks) : marks_(marks) {}

  /// The byte `from` of the old text and all after it come at `to` in the new one.
  void arrive(std::size_t from, std::size_t to) {
    for (; next_ < 2 * marks_.size() && bound() <= from; ++next_) {
      bound() = static_cast<std::uint32_t>(to);
    }
  }

  std::vector<TextSpan> finish(std::size_t size) {
    for (; next_ < 2 * marks_.size(); ++next_) bound() = static_cast<std::uint32_t>(size);
    std::erase_if(marks_, [](const TextSpan& mark) { return mark.begin >= mark.end; });
    return std::move(marks_);
  }

 private:
  /// The next bound that has not moved yet.
  std::uint32_t& bound() {
    TextSpan& mark = marks_[next_ / 2];
    return next_ % 2 == 0 ? mark.begin : mark.end;
  }

  std::vector<TextSpan> marks_;
  std::size_t next_ = 0;
};

/// Most of every text, and fit for everything.
bool is_plain_ascii(char c) { return c >= 0x20 && c < 0x7F; }

template <class Rewrite>
MarkedText rewritten(std::string_view text, const std::vector<TextSpan>& marks, Rewrite rewrite) {
  MarkedText result;
  result.text.reserve(text.size());
  MarkMover mover(marks);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    mover.arrive(begin, result.text.size());
    if (is_plain_ascii(text[at])) {
      result.text += text[at++];
      continue;
    }
    const char32_t c = analysis::next_code_point(text, at);
    result.text += rewrite(text.substr(begin, at - begin), c);
  }
  result.marks = mover.finish(result.text.size());
  return result;
}

}  // namespace

std::string sanitized(std::string_view text) { return analysis::printable(text); }

MarkedText sanitized(std::string_view text, const std::vector<TextSpan>& marks) {
  return rewritten(text, marks, analysis::printable_form);
}

std::string valid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto* const begin = text.data() + at;
    const auto* const run = std::find_if_not(begin, text.data() + text.size(), is_plain_ascii);
    result.append(begin, run);
    at = static_cast<std::size_t>(run - text.data());
    if (at == text.size()) break;
    const auto from = at;
    const auto c = analysis::next_code_point(text, at);
    result += for_utf8(text.substr(from, at - from), c);
  }
  return result;
}

MarkedText valid_utf8(std::string_view text, const std::vector<TextSpan>& marks) {
  return rewritten(text, marks, for_utf8);
}

}  // namespace furat::formats
