#include "indexer/shards/shard_preparation.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace furat::indexer {

ShardPreparation::ShardPreparation(std::vector<std::unique_ptr<ShardWriter>>& shards,
                                   unsigned threads)
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

ShardPreparation::~ShardPreparation() {
  state_.stop = true;
  for (auto& thread : threads_) thread.join();
}

bool ShardPreparation::wait(const DistributeOptions& options, std::size_t total) {
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

void ShardPreparation::work() {
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

}  // namespace furat::indexer
