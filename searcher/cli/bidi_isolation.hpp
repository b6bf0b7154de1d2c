// Names in right-to-left letters must not pull the columns beside them along where a terminal
// orders text by the Unicode bidirectional algorithm.
#pragma once

#include <string>
#include <string_view>

#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// What goes around a text: an isolate of the direction of its first letter (UAX 9) if it has
/// right-to-left letters and the style wants isolates, else nothing. Takes no columns.
struct Isolation {
  std::string_view open, close;
};

/// `text` is sanitized; the views last for ever.
[[nodiscard]] Isolation isolation_of(std::string_view text, const TextStyle& style);

/// The whole text so.
[[nodiscard]] std::string isolated(std::string_view text, const TextStyle& style);

}  // namespace furat::cli
