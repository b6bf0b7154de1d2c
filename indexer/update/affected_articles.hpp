// Which articles of an index another lexicon may annotate otherwise.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <set>

#include "indexer/update/lexicon_changes.hpp"

namespace furat::indexer {

/// Numbers of all articles with a passage or a title that has what the changes want; perhaps of
/// more, never of fewer. Costs as much as searches for the names. Throws Xapian::Error.
[[nodiscard]] std::set<std::uint32_t> affected_articles(const Xapian::Database& database,
                                                        const LexiconChanges& changes);

}  // namespace furat::indexer
