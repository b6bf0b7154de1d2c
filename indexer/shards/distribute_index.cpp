#include <algorithm>
#include <memory>
#include <set>

#include "furat/distributing.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/shard_record.hpp"
#include "indexer/shards/cluster_text.hpp"
#include "indexer/shards/distribution.hpp"
#include "indexer/shards/shard_of.hpp"
#include "indexer/shards/shard_preparation.hpp"
#include "indexer/shards/shard_set.hpp"
#include "indexer/shards/shard_writer.hpp"
#include "indexer/update/guarded.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;
using indexer::ShardSource;
using indexer::ShardWriter;

[[noreturn]] void refuse(const std::string& why, const fs::path& shard) {
  throw RequestError(why, "SHARD", shard.string());
}

fs::path whole(const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); }

/// What stands in a folder may be replaced only if it is this very shard, or nothing.
void require_own_shard(const fs::path& shard, std::size_t number, const fs::path& index) {
  const auto record = index::shard_record(shard);
  if (!record) {
    // Of an older version, or damaged: then it is a shard if it was ever served.
    if (!fs::exists(index::current_file(shard)) || fs::exists(indexer::served_path(shard))) return;
    (void)index::OpenGeneration(shard);
  }
  if (!record)
    refuse(shard.string() + " holds an index that is no shard; name another folder, or delete it",
           shard);
  const bool is_other = whole(record->source) != whole(index);
  if (!record->source.empty() && is_other && fs::exists(index::current_file(record->source)))
    refuse(shard.string() + " is a shard of another index, " + record->source +
               "; name another folder, or delete it",
           shard);
  if (record->number != 0 && record->number != number)
    refuse(shard.string() + " is shard " + std::to_string(record->number) + " of " +
               std::to_string(record->of) + " and was given as number " + std::to_string(number) +
               "; name the shards in the order they have, further ones behind them",
           shard);
}

void check_number(std::size_t shards) {
  if (shards == 0)
    throw RequestError("the index is in no shards yet: name their folders, or say how many",
                       "SHARD", "");
  if (shards > kMostShards)
    throw RequestError("at most " + std::to_string(kMostShards) + " shards can be made", "shards",
                       std::to_string(shards));
}

void check_shards(const fs::path& index, const std::vector<fs::path>& shards) {
  indexer::require_no_shard(index);
  std::set<fs::path> folders{whole(index)};
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const auto folder = whole(shards[i]);
    if (folder == whole(index)) refuse(shards[i].string() + " is the index itself", shards[i]);
    if (!folders.insert(folder).second) refuse(shards[i].string() + " is named twice", shards[i]);
    require_own_shard(shards[i], i + 1, index);
  }
}

bool has_written(const std::unique_ptr<ShardWriter>& shard) { return shard->has_written(); }

/// A run that was killed between two shards left one that knows the others as they were to be. If
/// the index changed back since then, nothing is to be written, but that one would call them stale.
void take_back_claims(std::vector<std::unique_ptr<ShardWriter>>& shards) {
  if (std::any_of(shards.begin(), shards.end(), has_written)) return;  // newer, and right
  const auto round_of = [](const std::unique_ptr<ShardWriter>& shard) {
    return shard->standing_record() ? shard->standing_record()->round : 0;
  };
  const auto newest =
      std::max_element(shards.begin(), shards.end(),
                       [&](const auto& a, const auto& b) { return round_of(a) < round_of(b); });
  const auto& claimed = (*newest)->standing_record();
  if (!claimed || claimed->digests == (*newest)->record().digests) return;
  indexer::CopyState state;
  (*newest)->prepare_anyway(state);
}

/// `before_publishing` is called once all is written and nothing can be seen of it.
DistributeReport distribute(const DistributeOptions& options, const std::vector<fs::path>& folders,
                            const std::function<void(DistributeReport&)>& before_publishing) {
  const indexer::StandingIndex standing(options.index);
  const auto& completion = standing.generation.completion();
  const indexer::ArticleSpread spread(standing.database,
                                      static_cast<std::uint32_t>(folders.size()));
  const indexer::SourceTables tables(standing.database);
  ShardSource source;
  source.index = options.index;
  source.generation = standing.generation.name();
  source.path = standing.generation.path();
  source.completion = completion;
  source.bytes_of_passage = index::bytes_below(index::passages_path(source.path)) /
                            std::max<std::uint64_t>(completion.counts.passages, 1);
  source.table = standing.table;
  source.spread = &spread;
  source.tables = &tables;

  DistributeReport report;
  report.generation = source.generation;
  report.digest = completion.digest;
  std::vector<std::unique_ptr<ShardWriter>> shards;
  std::vector<index::ShardRecord> standing_records;
  std::size_t total = 0;
  for (std::uint32_t i = 0; i < folders.size(); ++i) {
    shards.push_back(
        std::make_unique<ShardWriter>(source, i, folders[i], options.wait, options.cancelled));
    total += shards.back()->plan();
    const auto& record = shards.back()->standing_record();
    if (record && record->number != 0) standing_records.push_back(*record);
  }
  // Now that nobody else can publish one.
  source.distribution =
      indexer::next_distribution(options.index, completion.digest, standing_records);
  indexer::ShardPreparation preparation(shards, options.threads);
  report.cancelled = !preparation.wait(options, total);
  if (report.cancelled) return report;
  take_back_claims(shards);
  before_publishing(report);
  if (std::any_of(shards.begin(), shards.end(), has_written))
    indexer::remember_distribution(options.index, source.distribution);
  for (auto& shard : shards) report.shards.push_back(shard->publish());
  return report;
}

std::vector<fs::path> former_shards(const fs::path& index, std::size_t count) {
  std::vector<fs::path> former = indexer::shard_folders(index, kMostShards);
  former.erase(former.begin(), former.begin() + static_cast<std::ptrdiff_t>(count));
  std::erase_if(former,
                [](const fs::path& folder) { return !fs::exists(index::current_file(folder)); });
  return former;
}

}  // namespace

DistributeReport distribute_index(const DistributeOptions& options) {
  return indexer::guarded(options.index, [&] {
    (void)index::OpenGeneration(options.index);
    const bool inside = options.shards.empty();
    if (!inside && options.count != 0)
      throw RequestError("shards are either named or counted", "shards",
                         std::to_string(options.count));
    const auto count = !inside              ? options.shards.size()
                       : options.count != 0 ? options.count
                                            : shards_inside(options.index);
    check_number(count);
    const auto folders = inside ? indexer::shard_folders(options.index, count) : options.shards;
    check_shards(options.index, folders);
    if (inside) indexer::remember_shards(options.index, count);
    std::vector<fs::path> clusters;
    if (inside) clusters.push_back(options.index / "cluster.toml");
    if (options.cluster) clusters.push_back(*options.cluster);
    auto report = distribute(options, folders, [&](DistributeReport& done) {
      for (const auto& cluster : clusters)
        if (!indexer::write_cluster(cluster, folders)) done.clusters_left.push_back(cluster);
    });
    if (inside) report.former_shards = former_shards(options.index, count);
    return report;
  });
}

}  // namespace furat
