#include "searcher/shards/cluster_tables.hpp"

#include <utility>

namespace furat {

ClusterTables::ClusterTables(Shards shards) : shards_(std::move(shards)) {
  std::vector<ShardValues> tables;
  for (const auto& shard : shards_)
    tables.push_back(shard ? ShardValues{shard->place(), shard->metadata()} : ShardValues{});
  auto values = merge_values(tables);
  metadata_ = std::move(values.metadata);
  ordinals_ = std::move(values.ordinals);

  const auto slots = slots_of_shards();
  std::vector<ShardColumns> parts;
  for (std::size_t i = 0; i < shards_.size(); ++i)
    parts.push_back({tables[i].place, shards_[i] ? &shards_[i]->columns() : nullptr, slots[i],
                     &ordinals_[i], nullptr});
  const auto articles = number_articles(parts);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].articles = &articles[i];
  columns_ =
      std::make_unique<const index::FacetColumns>(merge_columns(parts, SlotsOfShards(slots).all()));

  for (std::size_t shard = 0; shard < articles.size(); ++shard)
    for (std::size_t number = 0; number < articles[shard].size(); ++number) {
      const auto merged = articles[shard][number];
      if (merged == 0) continue;
      if (articles_.size() <= merged) articles_.resize(std::size_t{merged} + 1);
      articles_[merged] = Article{shard, static_cast<std::uint32_t>(number)};
    }
}

const DocumentOrder& ClusterTables::document_order() const {
  return order_.get([this] { return DocumentOrder(SlotsOfShards(slots_of_shards()).all()); });
}

std::vector<const index::SlotStreams*> ClusterTables::slots_of_shards() const {
  std::vector<const index::SlotStreams*> slots;
  for (const auto& shard : shards_) slots.push_back(shard ? &shard->slots() : nullptr);
  return slots;
}

std::optional<ClusterTables::Article> ClusterTables::article(std::uint32_t number) const {
  return number < articles_.size() ? articles_[number] : std::nullopt;
}

}  // namespace furat
