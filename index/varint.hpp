// Variable-length integers and packed sets: the building blocks of every record on disk.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace furat::index {

/// Appends `number` in groups of seven bits, lowest first.
void append_varint(std::string& out, std::uint64_t number);

/// Appends a signed number, small absolute values short.
void append_signed(std::string& out, std::int64_t number);

/// Appends the size of `text` and `text`.
void append_text(std::string& out, std::string_view text);

/// Reads what the append functions wrote. After the first fault (truncated, too long, absurd size,
/// out of range) every read gives zero or empty and failed() is true: check once at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint8_t byte();
  [[nodiscard]] std::uint64_t varint();
  [[nodiscard]] std::uint32_t varint32();  ///< fails above 2^32 - 1
  [[nodiscard]] std::int64_t signed_varint();
  [[nodiscard]] std::int32_t signed_varint32();  ///< fails beyond 32 bits
  /// A day since 1970-01-01, stored as its distance from another: fails beyond 4.4 million, which
  /// no day of date_nodes.hpp is.
  [[nodiscard]] std::int32_t day(std::int32_t since);
  [[nodiscard]] std::int32_t day() { return day(0); }
  [[nodiscard]] bool flag();  ///< a byte of 0 or 1: fails for any other
  [[nodiscard]] std::string_view text();
  /// A count of items of at least one byte each: fails if more than bytes are left.
  [[nodiscard]] std::size_t count();
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  void fail();
  std::int64_t signed_within(std::int64_t least, std::int64_t most);
  std::string_view bytes_;
  bool failed_ = false;
};

/// A set of numbers, ascending and distinct, as differences. Empty for the empty set.
[[nodiscard]] std::string pack_set(std::span<const std::uint32_t> ascending);

/// The set again; nullopt if the bytes are not one.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> unpack_set(std::string_view packed);

/// Sorts, removes what is double.
void make_set(std::vector<std::uint32_t>& numbers);

}  // namespace furat::index
