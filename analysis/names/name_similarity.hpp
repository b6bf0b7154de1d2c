// How alike are two spellings of a name? A weighted alignment of their sounds, after Freeman,
// Condon and Ackerman (2006): vowels cost little, related consonants less than strangers.
#pragma once

#include <string>
#include <string_view>

namespace furat::analysis {

/// A name as it is compared: build it once to compare it with many.
struct NameSounds {
  std::string sounds;
  std::string slavic;   ///< the same with j read as y, empty if that makes no difference
  bool arabic = false;  ///< short vowels are not written
  bool open = false;    ///< ends in a vowel, which `sounds` does not have
};
[[nodiscard]] NameSounds name_sounds(std::string_view name);

/// 1 for the same sounds, 0 for nothing in common. Symmetric. Any bytes, any thread.
[[nodiscard]] double name_similarity(const NameSounds& a, const NameSounds& b);
[[nodiscard]] double name_similarity(std::string_view a, std::string_view b);

}  // namespace furat::analysis
