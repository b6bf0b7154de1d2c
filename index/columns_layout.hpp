// The bytes of the columns sidecar, for its reader and its writer alone: the header, then 32-bit
// numbers. Per document its article, story and original; then for each column the offsets of the
// documents' values and the values.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/schema.hpp"

namespace furat::index {

/// Numbers in the machine's byte order, which `byte_order` tells.
struct ColumnsHeader {
  std::array<char, 8> magic{'F', 'U', 'R', 'A', 'T', 'C', 'O', 'L'};
  std::uint32_t version = 5;
  std::uint32_t byte_order = 0x01020304;
  std::array<char, 40> uuid{};
  std::uint64_t revision = 0;
  std::uint32_t documents = 0;  ///< last document id + 1
  std::array<std::uint32_t, kColumns> value_counts{};
  std::uint32_t reserved = 0;  ///< so that no byte of the header is left to chance
  friend bool operator==(const ColumnsHeader&, const ColumnsHeader&) = default;
};
static_assert(sizeof(ColumnsHeader) == 104);

inline constexpr std::size_t kArraysPerDocument = 3;  ///< articles, stories, originals

/// The header but for its value counts.
[[nodiscard]] ColumnsHeader columns_header_for(const Xapian::Database& database);

/// The numbers in one document's slot: packed, but for the publication day.
[[nodiscard]] std::vector<std::uint32_t> slot_values(Slot slot, std::string_view bytes);

}  // namespace furat::index
