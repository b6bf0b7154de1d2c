// Numbers for the words that known names are made of: one hash look-up a token of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

/// Words and their numbers, counted from 0. Open addressing: a look-up touches one or two cache
/// lines.
class TokenTable {
 public:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  TokenTable();

  /// The number of `word`, a new one if it has none yet.
  std::uint32_t intern(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kUnknown;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::vector<std::string> words_;
};

}  // namespace furat::analysis
