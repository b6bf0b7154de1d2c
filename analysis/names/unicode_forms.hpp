// The normal forms of Unicode, over code points.
#pragma once

#include <string>

namespace furat::analysis {

/// Letters and marks joined where Unicode has a letter for both (NFC).
[[nodiscard]] std::u32string composed(const std::u32string& letters);

/// The same with presentation forms and the like as plain letters (NFKC).
[[nodiscard]] std::u32string compatibly_composed(const std::u32string& letters);

}  // namespace furat::analysis
