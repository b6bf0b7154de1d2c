#include "indexer/readers/text_shape.hpp"

#include <algorithm>
#include <array>

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBinarySignatures = {
    "%PDF-"sv,
    "PK\x03\x04"sv,
    "{\\rtf"sv,
    "\x89PNG\r\n"sv,
    "GIF87a"sv,
    "GIF89a"sv,
    "\xFF\xD8\xFF"sv,
    "\x1F\x8B\x08"sv,
    "\x7F"
    "ELF"sv,
    "\xD0\xCF\x11\xE0"sv,
    "7z\xBC\xAF\x27"sv,
    "\xFD"
    "7zXZ\0"sv,
    "SQLite format 3\0"sv,
    "\x28\xB5\x2F\xFD"sv,
    "II*\0"sv,
    "MM\0*"sv,
    "ID3\x03"sv,
};

constexpr std::size_t kHeadSize = 4096;

// Fewer than this many control bytes are damage in a text, whatever their share.
constexpr std::size_t kManyControls = 8;

bool is_control_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  const bool layout =
      value == '\n' || value == '\t' || value == '\r' || value == '\f' || value == '\v';
  return (value < 0x20 && !layout) || value == 0x7F;
}

}  // namespace

std::optional<Utf16Shape> utf16_shape(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv)) return Utf16Shape{true, true};
  if (head.starts_with("\xFE\xFF"sv)) return Utf16Shape{false, true};
  head = head.substr(0, kHeadSize);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++zeros[i % 2];
  }
  const std::size_t units = head.size() / 2;
  const std::size_t most = std::max(zeros[0], zeros[1]);
  const std::size_t least = std::min(zeros[0], zeros[1]);
  // Unmarked UTF-16 of a Latin script. Of other scripts too few zeros tell it from damage.
  const bool shaped = units >= 4 && most * 10 >= units * 4 && least * 20 <= most;
  if (!shaped) return std::nullopt;
  return Utf16Shape{zeros[1] > zeros[0], false};
}

bool is_binary(std::string_view head) {
  const bool signed_binary =
      std::any_of(kBinarySignatures.begin(), kBinarySignatures.end(),
                  [head](std::string_view signature) { return head.starts_with(signature); });
  if (signed_binary) return true;
  if (utf16_shape(head)) return false;
  head = head.substr(0, kHeadSize);
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control_byte));
  return controls >= kManyControls && controls * 10 > head.size();
}

}  // namespace furat::indexer
