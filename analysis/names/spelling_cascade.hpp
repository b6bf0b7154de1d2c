// The name cascade: which of the names that share a skeleton key are spelled like a name? A strict
// key in common is good evidence, the skeleton alone wants a high similarity.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/names/name_similarity.hpp"
#include "analysis/names/transliteration_keys.hpp"

namespace furat::analysis {

/// How names meet, strictest first: by the same fold, or by a key of transliteration_keys.hpp.
enum class NameTier { exact, letters, sounds, consonants };

/// "exact", "letters", "sounds", "consonants": what outputs call them.
[[nodiscard]] std::string_view name_of(NameTier tier);

/// A name to be compared with many others.
class SpelledName {
 public:
  explicit SpelledName(const std::string& name);

  struct Likeness {
    NameTier tier = NameTier::consonants;
    double similarity = 0;
  };

  /// `skeleton`: the key that both have. nullopt if the name is not alike enough for the tier in
  /// which it meets this one.
  [[nodiscard]] std::optional<Likeness> likeness(const std::string& name,
                                                 const std::string& skeleton) const;

  [[nodiscard]] const std::vector<std::string>& skeletons() const { return keys_.skeletons; }

 private:
  TransliterationKeys keys_;
  NameSounds sounds_;
  bool letters_only_;  ///< too short for the tiers behind
};

}  // namespace furat::analysis
