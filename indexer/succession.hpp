// Lines of succession: actors that were renamed, split or merged into others.
#pragma once

#include <cstdint>
#include <set>

#include "analysis/actors/actor_lexicon.hpp"

namespace furat::indexer {

/// All that some chain of successions joins to one of `rows`, and what stands above these; without
/// `rows` themselves. So a line is told whole wherever one of it is named.
[[nodiscard]] std::set<std::uint32_t> in_succession_with(const std::set<std::uint32_t>& rows,
                                                         const analysis::ActorLexicon& actors);

}  // namespace furat::indexer
