// What one shard holds beside its documents, read once for each generation of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/facet_columns.hpp"
#include "index/generation.hpp"
#include "index/served_tables.hpp"
#include "index/shard_record.hpp"
#include "index/slot_streams.hpp"
#include "searcher/shards/shard_address.hpp"
#include "searcher/view/made_once.hpp"
#include "searcher/view/metadata_table.hpp"

namespace furat {

/// Does not change; for several threads at once, but for metadata().
class ShardContents {
 public:
  virtual ~ShardContents() = default;

  /// Folder or address.
  [[nodiscard]] virtual std::string place() const = 0;
  [[nodiscard]] virtual const std::string& generation() const = 0;
  [[nodiscard]] virtual const index::Completion& completion() const = 0;
  /// nullopt if it is no shard of a distributed index, or does not say which.
  [[nodiscard]] virtual const std::optional<index::ShardRecord>& record() const = 0;
  /// Without stories.
  [[nodiscard]] virtual const index::FacetColumns& columns() const = 0;
  [[nodiscard]] virtual const index::SlotStreams& slots() const = 0;
  /// As index::served_metadata() gives it.
  [[nodiscard]] virtual MetadataTable metadata() const = 0;
  /// As index::FileDigests::of().
  [[nodiscard]] virtual std::string_view file_digest(std::uint32_t article) const = 0;
  /// A handle of the very same state. Throws Xapian::Error: a NetworkError also if the server has
  /// another state by now.
  [[nodiscard]] virtual Xapian::Database connect(const Cluster& limits) const = 0;
  /// Whether the shard still has this state, as far as can be told without loading it. Throws
  /// Xapian::Error and IndexError.
  [[nodiscard]] virtual bool is_newest(const Cluster& limits) const = 0;

  /// A number for each article, ascending: the same in any shard for articles of the same id whose
  /// files have the same digest, else another (but for one in 2^64). The first call reads two slots
  /// of all documents. Throws as the slots do.
  [[nodiscard]] const std::vector<std::uint64_t>& article_marks() const;

 private:
  mutable MadeOnce<std::vector<std::uint64_t>> marks_;
};

/// Loads a shard. Throws Xapian::Error and IndexError.
[[nodiscard]] std::shared_ptr<const ShardContents> load_shard(const ShardAddress& address,
                                                              const Cluster& limits);

}  // namespace furat
