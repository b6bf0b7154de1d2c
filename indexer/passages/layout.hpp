// How the lines of a body make paragraphs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/passages/line.hpp"

namespace furat::indexer {

enum class Wrapping {
  none,           ///< a line is a paragraph
  single_spaced,  ///< lines cut at a width; blank lines stand between paragraphs
  double_spaced,  ///< lines cut at a width, a blank line after nearly each: blank lines say nothing
};

struct Layout {
  Wrapping wrapping = Wrapping::none;
  std::uint32_t capacity = 0;         ///< code points that a line surely has room for
  bool blank_lines_separate = false;  ///< single spaced, and with blank lines at all

  /// True if the first word of `next` had no more room in `line`: so the line end means nothing.
  [[nodiscard]] bool is_filled(const Line& line, const Line& next, std::string_view body) const;

  /// Width that `line`, with its indent, would have with the first word of `next` in it.
  [[nodiscard]] static std::uint32_t width_with_next(const Line& line, const Line& next,
                                                     std::string_view body);
};

[[nodiscard]] Layout detect_layout(std::string_view body, std::span<const Line> lines);

/// True if the line says by its end that it goes on: no sentence end, no colon or semicolon.
[[nodiscard]] bool is_open(std::string_view line);

}  // namespace furat::indexer
