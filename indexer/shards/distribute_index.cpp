#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "furat/distributing.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/shard_record.hpp"
#include "indexer/shards/distribution.hpp"
#include "indexer/shards/shard_of.hpp"
#include "indexer/shards/shard_set.hpp"
#include "indexer/shards/shard_writer.hpp"
#include "indexer/update/guarded.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;
using indexer::CopyState;
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

/// Threads that prepare shard after shard, while the calling one looks on.
class Preparation {
 public:
  Preparation(std::vector<std::unique_ptr<ShardWriter>>& shards, unsigned threads)
      : shards_(shards) {
    const auto wanted = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    const auto count = std::min<std::size_t>(wanted, shards.size());
    for (std::size_t i = 0; i < count; ++i) {
      ++working_;
      try {
        threads_.emplace_back([this] { work(); });
      } catch (const std::system_error&) {  // the system gives no more threads
        --working_;
        if (threads_.empty()) throw;
        break;
      }
    }
  }

  ~Preparation() {
    state_.stop = true;
    for (auto& thread : threads_) thread.join();
  }
  Preparation(const Preparation&) = delete;
  Preparation& operator=(const Preparation&) = delete;

  /// False if it was cancelled. Throws what a thread threw.
  bool wait(const DistributeOptions& options, std::size_t total) {
    constexpr auto kPatience = std::chrono::milliseconds(50);
    std::unique_lock lock(mutex_);
    while (!thread_ended_.wait_for(lock, kPatience, [this] { return working_ == 0; })) {
      lock.unlock();
      if (options.progress) options.progress({state_.articles, state_.passages, total});
      if (options.cancelled && options.cancelled()) state_.stop = cancelled_ = true;
      lock.lock();
    }
    if (failure_) std::rethrow_exception(failure_);
    return !cancelled_ && !(options.cancelled && options.cancelled());
  }

 private:
  void work() {
    try {
      for (auto shard = next_++; shard < shards_.size() && !state_.stop; shard = next_++)
        shards_[shard]->prepare(state_);
    } catch (...) {
      state_.stop = true;
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    --working_;
    thread_ended_.notify_all();
  }

  std::vector<std::unique_ptr<ShardWriter>>& shards_;
  CopyState state_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable thread_ended_;
  std::atomic<std::size_t> working_ = 0;
  std::exception_ptr failure_;
  bool cancelled_ = false;
  std::vector<std::thread> threads_;
};

DistributeReport distribute(const DistributeOptions& options,
                            const std::vector<fs::path>& folders) {
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
  std::size_t total = 0;
  for (std::uint32_t i = 0; i < folders.size(); ++i) {
    shards.push_back(
        std::make_unique<ShardWriter>(source, i, folders[i], options.wait, options.cancelled));
    total += shards.back()->plan();
  }
  // Now that nobody else can publish one.
  source.distribution = indexer::next_distribution(options.index, completion.digest, folders);
  Preparation preparation(shards, options.threads);
  report.cancelled = !preparation.wait(options, total);
  const auto has_written = [](const auto& shard) { return shard->has_written(); };
  if (!report.cancelled && std::any_of(shards.begin(), shards.end(), has_written))
    indexer::remember_distribution(options.index, source.distribution);
  for (auto& shard : shards)
    if (!report.cancelled) report.shards.push_back(shard->publish());
  return report;
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
    auto report = distribute(options, folders);
    auto cluster = options.cluster;
    if (!cluster && inside) cluster = options.index / "cluster.toml";
    if (cluster && !report.cancelled)
      report.cluster_left = !indexer::write_cluster(*cluster, folders);
    return report;
  });
}

}  // namespace furat
