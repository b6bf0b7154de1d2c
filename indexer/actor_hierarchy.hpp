// For whom a mention of an actor counts: the links between actors read in the years of a passage.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/actor_parents.hpp"
#include "indexer/annotator.hpp"

namespace furat::indexer {

/// The years that a passage speaks of, see index::years_of().
[[nodiscard]] std::vector<index::YearRange> years_of(
    const AnnotatedPassage& passage, std::optional<std::chrono::sys_days> published);

/// Rows of the lexicon of those above `actor` in one of the ranges of years, each once, nearest
/// first; without years, as ArticleActors::ancestors() has them.
[[nodiscard]] std::vector<std::uint32_t> ancestors_in(const ArticleActors& actors,
                                                      std::uint32_t actor,
                                                      const std::vector<index::YearRange>& years);

}  // namespace furat::indexer
