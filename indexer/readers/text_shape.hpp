// What the first bytes of a file look like: text, UTF-16, or something binary.
#pragma once

#include <optional>
#include <string_view>

namespace furat::indexer {

struct Utf16Shape {
  bool little_endian = true;
  bool byte_order_mark = false;
};

/// UTF-16, known by its mark or, for Latin script, by the NUL at every other place.
[[nodiscard]] std::optional<Utf16Shape> utf16_shape(std::string_view head);

/// True for the signature of a known binary format, or for many control bytes that are not UTF-16.
[[nodiscard]] bool is_binary(std::string_view head);

}  // namespace furat::indexer
