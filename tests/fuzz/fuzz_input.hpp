// What a fuzz target takes its input apart with, and what it ends the process with where something
// that must hold does not: libFuzzer keeps the input then, and so does the replay.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace furat::fuzz {

/// Aborts unless `holds`; `what` says which promise was broken.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

/// The bytes of one run, read from the front. Choices come first so that the rest is a plain text.
class FuzzInput {
 public:
  FuzzInput(const std::uint8_t* data, std::size_t size)
      : bytes_(reinterpret_cast<const char*>(data), size) {}

  /// The next byte; 0 behind the last.
  [[nodiscard]] std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto next = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return next;
  }

  /// The next byte as a number below `end`.
  [[nodiscard]] std::size_t choice(std::size_t end) { return byte() % end; }

  [[nodiscard]] bool empty() const { return bytes_.empty(); }

  /// All that is left.
  [[nodiscard]] std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

/// What stands between the separators, at least one piece.
inline std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const auto end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

}  // namespace furat::fuzz

/// Runs one input; the entry that libFuzzer and the replay call.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
