// Threads that turn batches into segments, in parallel and in any order; the result does not depend
// on either.
#pragma once

#include <atomic>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexer/bounded_queue.hpp"
#include "indexer/segment.hpp"

namespace furat::indexer {

class SegmentPool {
 public:
  /// Segments are written below `folder` and named by their batch's number.
  SegmentPool(const Annotator& annotator, const ValueNumbers& numbers, FoundNumbers& found,
              std::filesystem::path folder, unsigned threads);
  ~SegmentPool();

  /// Waits for room in the queue. False if a thread failed: finish() will tell.
  bool add(Batch&& batch) { return queue_.push(std::move(batch)); }

  /// Passages written so far.
  [[nodiscard]] std::size_t passages() const;

  /// Waits for all segments, calling `goes_on` now and then; in batch order, or none once it said
  /// no. Throws what a thread threw.
  [[nodiscard]] std::optional<std::vector<SegmentSummary>> finish(
      const std::function<bool()>& goes_on);

 private:
  void start(unsigned threads);
  void work();
  void write_segments();
  void stop();

  const Annotator& annotator_;
  const ValueNumbers& numbers_;
  FoundNumbers& found_;
  std::filesystem::path folder_;
  BoundedQueue<Batch> queue_;
  unsigned threads_wanted_;
  std::atomic<bool> stop_ = false;
  mutable std::mutex mutex_;
  std::condition_variable thread_ended_;
  std::size_t working_ = 0;
  std::map<std::size_t, SegmentSummary> done_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace furat::indexer
