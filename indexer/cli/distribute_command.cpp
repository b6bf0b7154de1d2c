#include "indexer/cli/distribute_command.hpp"

#include <fmt/format.h>

#include <chrono>

#include "analysis/text/printable.hpp"
#include "furat/distributing.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/progress_bar.hpp"
#include "indexer/cli/reporting.hpp"

namespace furat::cli {
namespace {

namespace fs = std::filesystem;
using analysis::printable;

void tell_shard(const ShardReport& shard) {
  fmt::print(stderr, "{}: {} {}, {} articles, {} passages, {:.1f} MB",
             printable(shard.path.string()), shard.written ? "published" : "unchanged",
             shard.generation, shard.articles, shard.passages,
             static_cast<double>(shard.bytes) / 1e6);
  if (shard.written)
    fmt::print(stderr, "; {} added, {} changed, {} removed", shard.added, shard.changed,
               shard.removed);
  fmt::print(stderr, "\n");
}

void tell_shards(const DistributeReport& report, double seconds) {
  std::size_t articles = 0, passages = 0;
  for (const auto& shard : report.shards) {
    tell_shard(shard);
    articles += shard.articles;
    passages += shard.passages;
  }
  fmt::print(stderr, "distributed {} articles, {} passages of {} over {} shard{} in {:.1f} s\n",
             articles, passages, report.generation, report.shards.size(),
             report.shards.size() == 1 ? "" : "s", seconds);
}

/// Returns the exit code.
int distribute(DistributeOptions distribution, const IndexOptions& options) {
  distribution.threads = options.threads;
  distribution.wait = options.wait;
  distribution.cancelled = is_interrupted;
  ProgressBar bar(shows_progress(options));
  distribution.progress = [&bar](const DistributeProgress& progress) {
    bar.show({progress.articles_done, progress.passages_done, progress.passages_done,
              progress.passages_total});
  };
  const auto start = std::chrono::steady_clock::now();
  const auto report = distribute_index(distribution);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  bar.clear();
  if (report.cancelled) {
    fmt::print(stderr, "furat-index: interrupted; the shards are as they were\n");
    return kInterrupted;
  }
  if (!options.quiet) tell_shards(report, seconds.count());
  if (options.quiet) return kDone;
  for (const auto& file : report.clusters_left)
    fmt::print(stderr,
               "{} was changed by somebody and left as it is: see that it names all shards\n",
               printable(file.string()));
  for (const auto& folder : report.former_shards)
    fmt::print(stderr, "{} is no shard any more: delete it once nobody searches it\n",
               printable(folder.string()));
  return kDone;
}

}  // namespace

int run_distribute(const IndexOptions& options) {
  catch_interrupt();
  DistributeOptions distribution;
  distribution.index = index_to_read(options);
  distribution.shards = options.shards;
  distribution.count = options.shard_count;
  if (!options.cluster.empty()) distribution.cluster = options.cluster;
  return distribute(std::move(distribution), options);
}

int keep_shards_in_step(const IndexOptions& options, const fs::path& index, int code) {
  DistributeOptions distribution;
  distribution.index = index;
  distribution.count = options.shard_count;
  if (distribution.count == 0 && shards_inside(index) == 0) return code;
  const auto distributed = distribute(std::move(distribution), options);
  return distributed == kDone ? code : distributed;
}

}  // namespace furat::cli
