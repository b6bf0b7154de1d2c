// Text as it is seen, from left to right, to text in the order it is read.
#pragma once

#include <string>
#include <string_view>

namespace furat::indexer::pdf {

/// Inverts what the Unicode bidirectional algorithm did to one line of UTF-8. `right_to_left` is
/// the direction of the paragraph it belongs to.
[[nodiscard]] std::string as_read(std::string_view seen, bool right_to_left);

}  // namespace furat::indexer::pdf
