// The messages of a file: one, or several with "From " lines between them (mbox).
#pragma once

#include <string_view>
#include <vector>

namespace furat::indexer {

struct MboxMessage {
  std::string_view bytes;  ///< from the header on
  bool of_mbox = false;    ///< lines that begin with "From " have a > before them
};

/// A "From " line parts messages only with a blank line above it, a time in it and a header below:
/// so may a sentence begin.
[[nodiscard]] std::vector<MboxMessage> mbox_messages(std::string_view bytes);

/// True for "Name: value": a line that only a header has, for a name without spaces.
[[nodiscard]] bool is_header_field(std::string_view line);

}  // namespace furat::indexer
