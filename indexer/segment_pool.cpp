#include "indexer/segment_pool.hpp"

#include <chrono>
#include <utility>

#include "index/files.hpp"

namespace furat::indexer {

namespace {

/// More than a segment of this batch ever takes on the disk.
std::uint64_t room_for(const Batch& batch) {
  constexpr std::uint64_t kTimesTheText = 16;
  return kEmptySegment + kTimesTheText * batch.bytes;
}

}  // namespace

SegmentPool::SegmentPool(const Annotator& annotator, const ValueNumbers& numbers,
                         FoundNumbers& found, std::filesystem::path folder, unsigned threads)
    : annotator_(annotator),
      numbers_(numbers),
      found_(found),
      folder_(std::move(folder)),
      queue_(threads),
      threads_wanted_(threads) {
  try {
    start(threads);
  } catch (...) {  // the system gives no more threads: those that run must end before we do
    stop();
    throw;
  }
}

SegmentPool::~SegmentPool() { stop(); }

void SegmentPool::start(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i) {
    {
      const std::lock_guard lock(mutex_);
      ++working_;
    }
    try {
      threads_.emplace_back([this] { work(); });
    } catch (...) {
      const std::lock_guard lock(mutex_);
      --working_;
      throw;
    }
  }
}

void SegmentPool::stop() {
  stop_ = true;
  queue_.close(true);
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void SegmentPool::work() {
  try {
    write_segments();
  } catch (...) {
    queue_.close(true);
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  --working_;
  thread_ended_.notify_all();
}

void SegmentPool::write_segments() {
  while (auto batch = queue_.pop()) {
    const auto number = batch->number;
    index::require_free_space(folder_, threads_wanted_ * room_for(*batch));
    auto summary = write_segment(std::move(*batch), annotator_, numbers_, found_,
                                 folder_ / std::to_string(number), stop_);
    const std::lock_guard lock(mutex_);
    done_.emplace(number, std::move(summary));
  }
}

std::size_t SegmentPool::passages() const {
  const std::lock_guard lock(mutex_);
  std::size_t passages = 0;
  for (const auto& [number, summary] : done_) passages += summary.passages;
  return passages;
}

std::optional<std::vector<SegmentSummary>> SegmentPool::finish(
    const std::function<bool()>& goes_on) {
  constexpr auto kPatience = std::chrono::milliseconds(50);
  queue_.close();
  for (bool ended = false; !ended;) {
    if (!goes_on()) return std::nullopt;
    std::unique_lock lock(mutex_);
    ended = thread_ended_.wait_for(lock, kPatience, [this] { return working_ == 0; });
  }
  if (failure_) std::rethrow_exception(failure_);
  std::vector<SegmentSummary> summaries;
  for (auto& [number, summary] : done_) summaries.push_back(std::move(summary));
  return summaries;
}

}  // namespace furat::indexer
