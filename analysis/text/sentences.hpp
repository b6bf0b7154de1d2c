// Sentence boundaries, for snippets and for cutting long passages.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"

namespace furat::analysis {

/// The sentences of `text`, ascending, covering it but for white space between them. Ends at . ! ?
/// … ؟ ۔ (with closing quotes and brackets) before white space and a plausible start, not after
/// abbreviations, initials or "U.S." before a capital; an empty line always ends one. A text
/// without any end is one sentence.
[[nodiscard]] std::vector<ByteSpan> sentences(std::string_view text);

}  // namespace furat::analysis
