#include "searcher/shards/cluster_generation.hpp"

#include <cstdint>
#include <string>

#include "index/schema.hpp"

namespace furat {

ClusterGeneration::ClusterGeneration(const Cluster& cluster,
                                     std::shared_ptr<const ClusterTables> tables,
                                     std::vector<bool> present, ShardGaps gaps)
    : cluster_(cluster),
      tables_(std::move(tables)),
      present_(std::move(present)),
      gaps_(std::move(gaps)) {
  std::string state;
  std::uint64_t digest = 0;  // of all articles, whatever shards they are in
  for (std::size_t i = 0; i < present_.size(); ++i) {
    state += cluster.shards[i].name + '\0';
    if (!present_[i]) continue;
    const auto& shard = *tables_->shards()[i];
    state += shard.generation() + shard.completion().uuid + shard.completion().digest + '\0';
    digest += std::stoull(shard.completion().digest, nullptr, 16);
    completion_.counts.articles += shard.completion().counts.articles;
    completion_.counts.passages += shard.completion().counts.passages;
    completion_.counts.values += shard.completion().counts.values;
  }
  completion_.digest = index::hex(digest);
  name_ = "shards-" + index::hex(index::stable_hash(state));
}

Connection ClusterGeneration::connect() const {
  Connection connection;
  for (std::size_t i = 0; i < present_.size(); ++i) {
    // An empty database in the place of a missing one: documents keep their numbers.
    connection.shards.push_back(present_[i]
                                    ? tables_->shards()[i]->connect(cluster_)
                                    : Xapian::Database(std::string(), Xapian::DB_BACKEND_INMEMORY));
    connection.all.add_database(connection.shards.back());
  }
  return connection;
}

std::string ClusterGeneration::article(const Connection& connection, std::uint32_t number) const {
  const auto article = tables_->article(number);
  if (!article) return {};
  return connection.shards[article->shard].get_metadata(index::key::article(article->number));
}

void ClusterGeneration::renumber(Xapian::docid passage, index::PassageRecord& record) const {
  const auto& ordinals = tables_->ordinals(passage);
  const auto renumber = [&](std::uint32_t& value) {
    const auto found = renumbered(ordinals, value);
    if (!found) throw_damaged("a passage names a value that its shard does not have");
    value = *found;
  };
  record.article = tables_->columns().article(passage);
  for (auto& mention : record.mentions) {
    if (mention.kind == index::MentionKind::date) continue;
    renumber(mention.value);
    for (auto& rejected : mention.rejected) renumber(rejected.value);
  }
}

std::string_view ClusterGeneration::file_digest(std::uint32_t article) {
  const auto known = tables_->article(article);
  return known ? tables_->shards()[known->shard]->file_digest(known->number) : std::string_view();
}

}  // namespace furat
