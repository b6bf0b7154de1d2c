// Threads that turn batches into segments, in parallel and in any order; the result does not depend
// on either.
#pragma once

#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "indexer/bounded_queue.hpp"
#include "indexer/segment.hpp"

namespace furat::indexer {

class SegmentPool {
 public:
  /// Segments are written below `folder` and named by their batch's number.
  SegmentPool(const Annotator& annotator, const ValueNumbers& numbers, std::filesystem::path folder,
              unsigned threads);
  ~SegmentPool();

  /// Waits for room in the queue. False if a thread failed: finish() will tell.
  bool add(Batch&& batch) { return queue_.push(std::move(batch)); }

  /// Passages written so far.
  [[nodiscard]] std::size_t passages() const;

  /// Waits for all segments; in batch order. Throws what a thread threw.
  [[nodiscard]] std::vector<SegmentSummary> finish();

 private:
  void work();
  void join();

  const Annotator& annotator_;
  const ValueNumbers& numbers_;
  std::filesystem::path folder_;
  BoundedQueue<Batch> queue_;
  mutable std::mutex mutex_;
  std::map<std::size_t, SegmentSummary> done_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace furat::indexer
