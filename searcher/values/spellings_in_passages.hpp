// The spellings of a value, counted in the passages of a search.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "furat/values.hpp"

namespace furat {

/// All spellings of the value that `passages` (ascending) have, the most frequent first. Throws
/// Xapian::Error.
[[nodiscard]] std::vector<SpellingSeen> spellings_in(const std::vector<Xapian::docid>& passages,
                                                     const std::string& value_id,
                                                     const Xapian::Database& database);

}  // namespace furat
