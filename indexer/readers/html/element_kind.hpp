// What the elements of HTML are to somebody who only reads the text.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::indexer {

enum class ElementKind : std::uint8_t {
  in_line,    ///< stands within a line; also what is unknown
  block,      ///< begins and ends a block: div, p, section, ...
  heading,    ///< h1 to h6
  list_item,  ///< li, dd, dt
  quote,      ///< blockquote
  table,      ///< and its parts
  row,
  cell,
  line_break,  ///< br
  rule,        ///< hr: nothing but an end of what was before
  left_out,    ///< no text for readers: scripts, controls, navigation
};

[[nodiscard]] ElementKind element_kind(std::string_view tag);

}  // namespace furat::indexer
