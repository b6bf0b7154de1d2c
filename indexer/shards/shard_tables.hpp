// The tables of a shard: of those of the whole index, what the shard's own passages name. Taken
// over as they are and not made anew, so that all shards together have the tables of the index, and
// nobody needs its lexicon.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "index/actor_parents.hpp"
#include "index/metadata.hpp"
#include "index/tables.hpp"

namespace furat::indexer {

/// The facet values of an index, and what leads from one to another. Immutable: share one among
/// threads, each with databases of its own.
class SourceTables {
 public:
  /// Throws Xapian::Error.
  explicit SourceTables(const Xapian::Database& source);

  /// All metadata that `shard`, which holds its documents, is to have besides records of articles,
  /// counts, the digest and served tables. Throws like the constructor.
  [[nodiscard]] index::Metadata of_shard(const Xapian::Database& source,
                                         const Xapian::Database& shard) const;

 private:
  using Ordinals = std::set<std::uint32_t>;

  [[nodiscard]] Ordinals named_in(const Xapian::Database& shard) const;
  [[nodiscard]] Ordinals present_in(const Xapian::Database& shard, const Ordinals& named) const;
  void add_values(const Xapian::Database& source, const Ordinals& present,
                  index::Metadata& entries) const;

  std::map<std::uint32_t, index::ValueRecord> values_;  ///< by ordinal
  index::ActorParents parents_;
  /// Of each value those from which one comes to the other: parents, successors, and whom it
  /// succeeds.
  std::map<std::uint32_t, std::vector<std::uint32_t>> beside_;
};

/// Whether these entries are what the database has.
[[nodiscard]] bool has_entries(const Xapian::Database& database, const index::Metadata& entries);

/// Makes them what it has; the caller commits. Throws Xapian::Error.
void store_entries(Xapian::WritableDatabase& database, index::Metadata entries);

}  // namespace furat::indexer
