#include "index/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace furat::index {

static_assert(kSha256Bytes == SHA256_DIGEST_SIZE);

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return {digest.begin(), digest.end()};
}

std::string shown_sha256(std::string_view digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string shown = "sha256:";
  for (const char c : digest) {
    const auto byte = static_cast<unsigned char>(c);
    shown += kDigits[byte >> 4U];
    shown += kDigits[byte & 0xFU];
  }
  return shown;
}

}  // namespace furat::index
