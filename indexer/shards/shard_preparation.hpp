// Threads that prepare shard after shard, while the calling one looks on.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "furat/distributing.hpp"
#include "indexer/shards/copy_articles.hpp"
#include "indexer/shards/shard_writer.hpp"

namespace furat::indexer {

class ShardPreparation {
 public:
  /// Begins with at most so many threads; 0: as many as the machine runs at once. The shards were
  /// planned and must outlive it. Throws std::system_error if the system gives no thread at all.
  ShardPreparation(std::vector<std::unique_ptr<ShardWriter>>& shards, unsigned threads);
  ~ShardPreparation();
  ShardPreparation(const ShardPreparation&) = delete;
  ShardPreparation& operator=(const ShardPreparation&) = delete;

  /// False if it was cancelled. `total`: passages that are copied in all. Throws what a thread
  /// threw.
  [[nodiscard]] bool wait(const DistributeOptions& options, std::size_t total);

 private:
  void work();

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

}  // namespace furat::indexer
