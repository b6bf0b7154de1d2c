// How text output looks, and the few escape sequences it is made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace furat::cli {

struct TextStyle {
  bool colour = false;      ///< bold titles and marks; without it no escape sequence but links
  std::size_t width = 80;   ///< columns; no line is wider, but where not even one character fits
  bool ascii = false;       ///< bars and signs of our own in ASCII
  bool hyperlinks = false;  ///< titles lead to their articles (OSC 8)
};

/// `text`, bold where the style has colour. `text` is sanitized and not empty.
[[nodiscard]] std::string bold(std::string_view text, const TextStyle& style);

/// `text` leading to `target`, if the style has hyperlinks and `target` is not empty.
[[nodiscard]] std::string linked(std::string_view text, std::string_view target,
                                 const TextStyle& style);

/// A link target made of printable ASCII only: `url` if it is an http(s) address, else `file` as a
/// file: address if it is an absolute path, else nothing.
[[nodiscard]] std::string link_target(std::string_view url, std::string_view file);

}  // namespace furat::cli
