// The signs that begin an item of a list.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat::indexer {

enum class ItemSign {
  none,
  bullet,  ///< a sign that is nothing but a bullet
  dash,    ///< - – — * +: a bullet only where no sentence is under way
  number,  ///< 1.  1)  (1)  [1]  a): likewise
};

struct ItemStart {
  ItemSign sign = ItemSign::none;
  std::size_t size = 0;  ///< bytes of the sign
  bool unreadable =
      false;  ///< what conversion left of a bullet: a glyph of a symbol font, a stray full stop
};

/// The item sign at the start of a line, which white space and text must follow.
[[nodiscard]] ItemStart item_start(std::string_view line);

/// Bytes of a Markdown heading's "##" and the white space behind it at the start of a line; 0 if
/// there is none.
[[nodiscard]] std::size_t heading_sign_size(std::string_view line);

}  // namespace furat::indexer
