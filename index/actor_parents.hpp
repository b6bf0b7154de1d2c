// Which actors stand above which, and in what years: by what a passage's actors also count for.
// Kept for actors whose parents are not one and the same at all times; of the others the value
// record says it all.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/passage_dates.hpp"

namespace furat::index {

/// A closed range of years of the calendar that the index counts in.
struct YearRange {
  int first = 0, last = 0;
  friend bool operator==(const YearRange&, const YearRange&) = default;
};

/// The years that a passage speaks of: those of its dates that are closed and have a year, each a
/// range; if it has none, the year in which it was published; if that is not known, no range.
[[nodiscard]] std::vector<YearRange> years_of(const std::vector<PassageDate>& dates,
                                              std::optional<std::chrono::sys_days> published);

struct DatedParent {
  std::uint32_t parent = 0;                   ///< ordinal
  std::optional<int> from_year{}, to_year{};  ///< absent: since ever, until today
  friend bool operator==(const DatedParent&, const DatedParent&) = default;
};

/// The parents of actors, by ordinal.
using ActorParents = std::map<std::uint32_t, std::vector<DatedParent>>;

/// The table (key::kActorParents); no bytes if there is none.
[[nodiscard]] std::string encode(const ActorParents& parents);

/// nullopt if the bytes are no such table.
[[nodiscard]] std::optional<ActorParents> decode_actor_parents(std::string_view bytes);

/// Adds `actor` and all above it in one of the ranges of years. Parents that held in none of the
/// years are not followed. Without years those are that still hold; where all have ended, the last.
void add_with_parents(std::uint32_t actor, const ActorParents& parents,
                      const std::vector<YearRange>& years, std::set<std::uint32_t>& named);

}  // namespace furat::index
