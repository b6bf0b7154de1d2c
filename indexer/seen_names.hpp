// How the passages of an index write a value, and what a found actor is to be called by that.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "analysis/actors/found_actor.hpp"

namespace furat::indexer {

struct SeenName {
  std::string spelling;
  Xapian::doccount passages = 0;
};

/// In byte order. Throws Xapian::Error.
[[nodiscard]] std::vector<SeenName> seen_names(const Xapian::Database& database,
                                               std::string_view value_id);

/// The usual one of the spellings that are the whole name its id is made of: neither a surname
/// alone nor an acronym. The actor's own name if there is none.
[[nodiscard]] std::string usual_name(const analysis::FoundActor& actor,
                                     const std::vector<SeenName>& names);

}  // namespace furat::indexer
