// One state of an archive of several shards: which of them are there, and their tables as one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "furat/cluster.hpp"
#include "searcher/shards/cluster_tables.hpp"
#include "searcher/view/shared_generation.hpp"

namespace furat {

class ClusterGeneration final : public SharedGeneration {
 public:
  /// `present`: which shards of `tables` can be asked; of the others no passage is found. `gaps`
  /// says why.
  ClusterGeneration(const Cluster& cluster, std::shared_ptr<const ClusterTables> tables,
                    std::vector<bool> present, ShardGaps gaps);

  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] const index::Completion& completion() const override { return completion_; }
  [[nodiscard]] const ShardGaps& shard_gaps() const override { return gaps_; }
  [[nodiscard]] const std::shared_ptr<const ClusterTables>& tables() const { return tables_; }
  [[nodiscard]] bool has(std::size_t shard) const { return present_[shard]; }

  [[nodiscard]] Connection connect() const override;
  [[nodiscard]] bool is_one_local_database() const override { return false; }
  [[nodiscard]] const index::FacetColumns& columns(const Xapian::Database&) override {
    return tables_->columns();
  }
  [[nodiscard]] const MetadataTable* metadata() const override { return &tables_->metadata(); }
  [[nodiscard]] const DocumentOrder& document_order() override { return tables_->document_order(); }
  [[nodiscard]] std::string article(const Connection& connection,
                                    std::uint32_t number) const override;
  void renumber(Xapian::docid passage, index::PassageRecord& record) const override;
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) override;
  /// Not known of shards.
  [[nodiscard]] std::filesystem::path original_path(const std::string&) override { return {}; }

 private:
  [[nodiscard]] std::string place() const override { return "of shards"; }

  Cluster cluster_;
  std::shared_ptr<const ClusterTables> tables_;
  std::vector<bool> present_;
  ShardGaps gaps_;
  index::Completion completion_;
  std::string name_;
};

}  // namespace furat
