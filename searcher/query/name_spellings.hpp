// The name cascade at query time: what is spelled like these words? Values of the index by the
// names that the lexicon gives them, and names that only its passages have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/view/generation_view.hpp"

namespace furat {

/// How a name was found, strictest first; the numbers of the tiers of transliteration_keys.hpp.
enum class NameTier { exact, letters, sounds, consonants };

/// "exact", "letters", "sounds", "consonants": what outputs call them.
[[nodiscard]] std::string_view name_of(NameTier tier);

struct ValuesSpelledAlike {
  NameTier tier = NameTier::exact;
  std::vector<std::uint32_t> ordinals;  ///< ascending
};

/// Values with a name that is spelled like `name`, of the first tier after the exact one that finds
/// any. With a dimension: values of that dimension; without: places and actors that words of a
/// query may stand for. nullopt if there are none.
[[nodiscard]] std::optional<ValuesSpelledAlike> values_spelled_like(
    const std::string& name, std::optional<index::Dimension> dimension, const GenerationView& view);

/// Names in passages that no lexicon knows and that are spelled like `name`, most alike first, each
/// fold once; `name` itself is left out. `is_known`: the lexicon has the name, with the spellings
/// that are usual, so that others must be more alike.
[[nodiscard]] std::vector<std::string> spellings_like(const std::string& name, bool is_known,
                                                      const GenerationView& view);

}  // namespace furat
