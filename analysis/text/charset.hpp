// Bytes in encodings that only ICU knows.
#pragma once

#include <string>
#include <string_view>

namespace furat::analysis {

/// The code points of bytes in an encoding by its IANA name; U+FFFD for what is none there. Empty
/// if ICU does not know the encoding, or for more than 512 MiB. Linear time.
[[nodiscard]] std::u32string decoded(std::string_view bytes, const std::string& charset);

}  // namespace furat::analysis
