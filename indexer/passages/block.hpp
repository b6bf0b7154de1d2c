// A paragraph of an article with what the steps after unwrapping ask about it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/passages/list_item.hpp"
#include "indexer/passages/paragraph_text.hpp"

namespace furat::indexer {

struct Block {
  MappedText content;
  SourceSpan line_end;  ///< source bytes of the line end behind it
  std::size_t words = 0;
  std::size_t lines = 1;            ///< of the body
  std::uint32_t blanks_before = 0;  ///< empty or dropped lines above
  bool item = false;
  ItemSign sign = ItemSign::none;

  [[nodiscard]] std::string_view text() const { return content.text; }
};

}  // namespace furat::indexer
