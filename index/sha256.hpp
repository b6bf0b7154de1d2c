// SHA-256 (FIPS 180-4), by which a file is known to be the very one that was indexed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace furat::index {

inline constexpr std::size_t kSha256Bytes = 32;

/// The digest as 32 raw bytes. Any thread.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// A raw digest as people and programs write it: "sha256:" and 64 hexadecimal digits.
[[nodiscard]] std::string shown_sha256(std::string_view digest);

}  // namespace furat::index
