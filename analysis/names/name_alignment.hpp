// Are two names of several parts the same name? Their parts are aligned: some may be missing in
// one, the surname may stand first, but what both have must agree and be rare enough to tell.
#pragma once

#include <vector>

#include "analysis/names/name_parts.hpp"

namespace furat::analysis {

/// How much it tells that another name has a part too, one number a part: 1 for what only one name
/// of a collection has, towards 0 for what every name has (part_weight()).
using PartWeights = std::vector<double>;

/// `sharing`: names of the collection with such a part; `passages`: size of the collection.
[[nodiscard]] double part_weight(const NamePart& part, std::size_t sharing, std::size_t passages);

/// direct: nothing else is known. through_another: a third name is the same as both, so that less
/// of them must agree, but nothing may contradict.
enum class Evidence { direct, through_another };

/// 0 if they are not the same name, else how surely they are, up to 1. Deterministic, any thread;
/// parts are few, so the time is bounded.
[[nodiscard]] double aligned_similarity(const NameParts& query, const PartWeights& weights,
                                        const NameParts& other, Evidence evidence);

}  // namespace furat::analysis
