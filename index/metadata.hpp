// The metadata of an index's database: entries by key (schema.hpp, `key`), walked, read and
// replaced.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/schema.hpp"

namespace furat::index {

/// Entries by key.
using Metadata = std::map<std::string, std::string, std::less<>>;

/// What the keys begin with of which the tables of facet values and their names are made.
inline constexpr std::array kValueTables{key::kValues,      key::kIds,       key::kNames,
                                         key::kExpansions,  key::kSkeletons, key::kPositions,
                                         key::kActorParents};

[[nodiscard]] inline bool is_of_values(std::string_view entry) {
  return std::any_of(kValueTables.begin(), kValueTables.end(),
                     [entry](std::string_view table) { return entry.starts_with(table); });
}

/// The bytes of an entry; none if there is no such entry. Throws Xapian::Error.
[[nodiscard]] inline std::string metadata_at(const Xapian::Database& database,
                                             std::string_view key) {
  return database.get_metadata(std::string(key));
}

/// Gives every key that begins so, in byte order. The database may not be changed meanwhile. Throws
/// Xapian::Error.
template <class Use>
void for_each_key(const Xapian::Database& database, std::string_view prefix, Use use) {
  const std::string begin(prefix);
  const auto end = database.metadata_keys_end(begin);
  for (auto key = database.metadata_keys_begin(begin); key != end; ++key) use(*key);
}

/// Writes those of `entries` that are new or other than they were, and takes out those at the keys
/// `standing`, which the database has, that `entries` have not. The caller commits. Throws
/// Xapian::Error.
void replace_entries(Xapian::WritableDatabase& database, const std::vector<std::string>& standing,
                     Metadata entries);

}  // namespace furat::index
