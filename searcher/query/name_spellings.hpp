// The name cascade at query time: which values of the index have a name that is spelled like these
// words?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/names/spelling_cascade.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

using analysis::NameTier;

struct ValuesSpelledAlike {
  NameTier tier = NameTier::exact;
  std::vector<std::uint32_t> ordinals;  ///< ascending
};

/// Values with a name that is spelled like `name`, of the first tier after the exact one that finds
/// any. With a dimension: values of that dimension, if need be by a name that agrees with it part
/// by part; without: places and actors that words of a query may stand for. nullopt if there are
/// none.
[[nodiscard]] std::optional<ValuesSpelledAlike> values_spelled_like(
    const std::string& name, std::optional<index::Dimension> dimension, const GenerationView& view);

}  // namespace furat
