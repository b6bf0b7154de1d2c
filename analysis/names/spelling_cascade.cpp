#include "analysis/names/spelling_cascade.hpp"

#include <algorithm>

#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

constexpr double kLowestFloor = 0.6;

/// How alike names must be that share a skeleton. The fewer its consonants, the less it says.
double floor_of(NameTier tier, std::size_t consonants) {
  if (consonants < 2) return tier == NameTier::consonants ? 0.95 : 0.9;
  if (tier == NameTier::letters) return kLowestFloor;
  if (tier == NameTier::sounds) return consonants < 3 ? 0.85 : 0.75;
  return consonants < 3 ? 0.85 : consonants < 4 ? 0.83 : 0.78;
}

std::size_t letters_in(std::string_view folded) {
  return static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), [](char byte) {
    return byte != ' ' && (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

/// Short names have too many neighbours: "srn" is not Syria. Arabic letters leave vowels out.
bool is_short(const std::string& name, bool arabic) {
  constexpr std::size_t kShortestLatin = 4, kShortestArabic = 3;
  return letters_in(fold_name(name)) < (arabic ? kShortestArabic : kShortestLatin);
}

}  // namespace

SpelledName::SpelledName(const std::string& name)
    : keys_(transliteration_keys(name)),
      sounds_(name_sounds(name)),
      letters_only_(is_short(name, sounds_.arabic)) {}

std::string_view name_of(NameTier tier) {
  switch (tier) {
    case NameTier::exact:
      return "exact";
    case NameTier::letters:
      return "letters";
    case NameTier::sounds:
      return "sounds";
    case NameTier::consonants:
      return "consonants";
  }
  return "";
}

std::optional<SpelledName::Likeness> SpelledName::likeness(const std::string& name,
                                                           const std::string& skeleton) const {
  Likeness result{NameTier::consonants, name_similarity(sounds_, name_sounds(name))};
  if (result.similarity < kLowestFloor) return std::nullopt;
  const auto keys = transliteration_keys(name);
  if (keys.letters == keys_.letters)
    result.tier = NameTier::letters;
  else if (keys.vowelled == keys_.vowelled)
    result.tier = NameTier::sounds;
  if (letters_only_ && result.tier != NameTier::letters) return std::nullopt;
  if (result.similarity < floor_of(result.tier, skeleton.size())) return std::nullopt;
  return result;
}

}  // namespace furat::analysis
