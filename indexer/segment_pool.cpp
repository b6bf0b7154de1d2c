#include "indexer/segment_pool.hpp"

#include <utility>

namespace furat::indexer {

SegmentPool::SegmentPool(const Annotator& annotator, const ValueNumbers& numbers,
                         std::filesystem::path folder, unsigned threads)
    : annotator_(annotator), numbers_(numbers), folder_(std::move(folder)), queue_(threads) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

SegmentPool::~SegmentPool() {
  queue_.close(true);
  join();
}

void SegmentPool::join() {
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void SegmentPool::work() {
  try {
    while (auto batch = queue_.pop()) {
      const auto number = batch->number;
      auto summary =
          write_segment(std::move(*batch), annotator_, numbers_, folder_ / std::to_string(number));
      const std::lock_guard lock(mutex_);
      done_.emplace(number, std::move(summary));
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    queue_.close(true);
  }
}

std::size_t SegmentPool::passages() const {
  const std::lock_guard lock(mutex_);
  std::size_t passages = 0;
  for (const auto& [number, summary] : done_) passages += summary.passages;
  return passages;
}

std::vector<SegmentSummary> SegmentPool::finish() {
  queue_.close();
  join();
  if (failure_) std::rethrow_exception(failure_);
  std::vector<SegmentSummary> summaries;
  for (auto& [number, summary] : done_) summaries.push_back(std::move(summary));
  return summaries;
}

}  // namespace furat::indexer
