#include "analysis/names/spelling_cascade.hpp"

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

}  // namespace

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
  if (result.similarity < floor_of(result.tier, skeleton.size())) return std::nullopt;
  return result;
}

}  // namespace furat::analysis
