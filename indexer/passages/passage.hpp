// The unit that is indexed, ranked and returned: a logical paragraph, or a few short ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/source_map.hpp"

namespace furat::indexer {

struct Passage {
  std::string
      text;  ///< what is analysed; if heading_size > 0 it begins with the heading and a '\n'
  std::uint32_t heading_size =
      0;  ///< bytes of the heading at the start of `text`; 0 for later passages of a section
  std::string
      heading;    ///< the heading of its section, on every passage of the section; empty if none
  SourceMap map;  ///< text bytes -> file bytes
  std::uint32_t page = 0;  ///< 1-based, 0 where the format has no pages
  std::uint64_t line = 0;  ///< 1-based line of the file (or extracted text) where the body begins

  /// The text without its heading.
  [[nodiscard]] std::string_view body() const {
    return std::string_view(text).substr(heading_size == 0 ? 0 : heading_size + 1);
  }
};

}  // namespace furat::indexer
