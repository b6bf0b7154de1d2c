// How text output looks, and the few escape sequences it is made of.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "furat/search_results.hpp"

namespace furat::cli {

struct TextStyle {
  bool colour = false;      ///< bold titles and marks; without it no escape sequence but links
  std::size_t width = 80;   ///< columns; no line is wider, but where not even one character fits
  bool ascii = false;       ///< bars and signs of our own in ASCII
  bool hyperlinks = false;  ///< titles and files lead to where they are (OSC 8)
  bool isolates = false;    ///< text in right-to-left letters is isolated from what is beside it
  /// Where the file of an article lies: an absolute path or nothing. May be empty.
  std::function<std::string(const std::string& file)> path_of_file = {};
};

/// `text`, bold where the style has colour. `text` is sanitized and not empty.
[[nodiscard]] std::string bold(std::string_view text, const TextStyle& style);

/// `text` leading to `target`, if the style has hyperlinks and `target` is not empty.
[[nodiscard]] std::string linked(std::string_view text, std::string_view target,
                                 const TextStyle& style);

/// `url` as a link target of printable ASCII only, if it is an http(s) address; else nothing.
[[nodiscard]] std::string web_target(std::string_view url);

/// Where a hit begins as a file: address on this host, with its page or else its line; nothing if
/// the style does not know where the file lies.
[[nodiscard]] std::string file_target(const Hit& hit, const TextStyle& style);

}  // namespace furat::cli
