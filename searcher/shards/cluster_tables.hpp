// What several shards hold beside their documents, as one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "index/facet_columns.hpp"
#include "searcher/shards/merged_columns.hpp"
#include "searcher/shards/shard_contents.hpp"
#include "searcher/view/document_order.hpp"
#include "searcher/view/made_once.hpp"
#include "searcher/view/metadata_table.hpp"

namespace furat {

/// Does not change; for several threads at once.
class ClusterTables {
 public:
  using Shards = std::vector<std::shared_ptr<const ShardContents>>;

  /// nullptr stands for a shard that is not there; at least one is. Throws IndexError damaged and
  /// Xapian::Error.
  explicit ClusterTables(Shards shards);

  [[nodiscard]] const Shards& shards() const { return shards_; }
  [[nodiscard]] const index::FacetColumns& columns() const { return *columns_; }
  [[nodiscard]] const MetadataTable& metadata() const { return metadata_; }

  /// Read when it is first asked for. Throws as the slots do.
  [[nodiscard]] const DocumentOrder& document_order() const;

  /// The numbers that the values have here which the shard of a passage knows by its own.
  [[nodiscard]] const Renumbering& ordinals(Xapian::docid passage) const {
    return ordinals_[index::Interleaving{shards_.size()}.database_of(passage)];
  }

  /// An article as its shard knows it.
  struct Article {
    std::size_t shard;
    std::uint32_t number;
  };
  [[nodiscard]] std::optional<Article> article(std::uint32_t number) const;

 private:
  [[nodiscard]] std::vector<const index::SlotStreams*> slots_of_shards() const;

  Shards shards_;
  MetadataTable metadata_;
  std::vector<Renumbering> ordinals_;
  std::unique_ptr<const index::FacetColumns> columns_;
  std::vector<std::optional<Article>> articles_;
  mutable MadeOnce<DocumentOrder> order_;
};

}  // namespace furat
