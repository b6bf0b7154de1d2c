// What a message would ask of a MIME parser, counted before one sees it.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat::indexer {

struct MessageShape {
  std::size_t parts = 1;
  std::size_t depth = 0;           ///< of multiparts and messages in each other
  std::size_t largest_header = 0;  ///< bytes
  std::size_t most_groups = 0;  ///< colons in one field of addresses, wherever it seems to stand:
                                ///< GMime 3.2 goes one level deeper for each "group:"
};

/// One pass over the lines; may count more than a parser would make of it, hardly ever less.
[[nodiscard]] MessageShape message_shape(std::string_view message);

}  // namespace furat::indexer
