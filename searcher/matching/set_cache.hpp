// The sets of passages that one generation was asked for last: posting lists of terms, and what
// phrases match.
#pragma once

#include "searcher/matching/bounded_cache.hpp"
#include "searcher/matching/kept_set.hpp"

namespace furat {

using SetCache = BoundedCache<const KeptSet>;

}  // namespace furat
