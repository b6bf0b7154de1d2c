#include "index/varint.hpp"

#include <algorithm>
#include <limits>

namespace furat::index {

void append_varint(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out += static_cast<char>((number & 0x7FU) | 0x80U);
    number >>= 7U;
  }
  out += static_cast<char>(number);
}

void append_signed(std::string& out, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  append_varint(out, number < 0 ? ~(bits << 1U) : bits << 1U);
}

void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out += text;
}

void ByteReader::fail() {
  failed_ = true;
  bytes_ = {};
}

std::uint8_t ByteReader::byte() {
  if (bytes_.empty()) {
    fail();
    return 0;
  }
  const auto result = static_cast<std::uint8_t>(bytes_.front());
  bytes_.remove_prefix(1);
  return result;
}

std::uint64_t ByteReader::varint() {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes_.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(bytes_[i]);
    if (i == 9 && byte > 1) break;  // beyond 64 bits
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << (7 * i);
    if (byte < 0x80) {
      bytes_.remove_prefix(i + 1);
      return number;
    }
  }
  fail();
  return 0;
}

std::uint32_t ByteReader::varint32() {
  const auto number = varint();
  if (number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(number);
  fail();
  return 0;
}

std::int64_t ByteReader::signed_varint() {
  const auto bits = varint();
  const auto magnitude = static_cast<std::int64_t>(bits >> 1U);
  return (bits & 1U) != 0 ? ~magnitude : magnitude;
}

std::int64_t ByteReader::signed_within(std::int64_t least, std::int64_t most) {
  const auto number = signed_varint();
  if (number >= least && number <= most) return number;
  fail();
  return 0;
}

std::int32_t ByteReader::signed_varint32() {
  using Limits = std::numeric_limits<std::int32_t>;
  return static_cast<std::int32_t>(signed_within(Limits::min(), Limits::max()));
}

std::int32_t ByteReader::day(std::int32_t since) {
  constexpr std::int64_t kFurthest = 4'400'000;
  return static_cast<std::int32_t>(since + signed_within(-kFurthest - since, kFurthest - since));
}

bool ByteReader::flag() {
  const auto number = byte();
  if (number > 1) fail();
  return number == 1;
}

std::string_view ByteReader::text() {
  const auto size = varint();
  if (size > bytes_.size()) {
    fail();
    return {};
  }
  const auto result = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return result;
}

std::size_t ByteReader::count() {
  const auto number = varint();
  if (number <= bytes_.size()) return number;
  fail();
  return 0;
}

std::string pack_set(std::span<const std::uint32_t> ascending) {
  std::string packed;
  std::uint32_t previous = 0;
  for (const auto number : ascending) {
    append_varint(packed, number - previous);
    previous = number;
  }
  return packed;
}

std::optional<std::vector<std::uint32_t>> unpack_set(std::string_view packed) {
  std::vector<std::uint32_t> numbers;
  ByteReader reader(packed);
  std::uint64_t number = 0;
  while (!reader.at_end()) {
    const std::uint64_t difference = reader.varint32();
    number += difference;
    const bool repeated = difference == 0 && !numbers.empty();
    if (reader.failed() || repeated || number > std::numeric_limits<std::uint32_t>::max())
      return std::nullopt;
    numbers.push_back(static_cast<std::uint32_t>(number));
  }
  if (reader.failed()) return std::nullopt;
  return numbers;
}

void make_set(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace furat::index
