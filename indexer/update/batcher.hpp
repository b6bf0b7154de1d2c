// Gathers articles into batches for the threads.
#pragma once

#include <cstdint>

#include "indexer/segment_pool.hpp"

namespace furat::indexer {

class Batcher {
 public:
  explicit Batcher(SegmentPool& pool) : pool_(pool) {}

  /// False if the pool takes no more: finish() of the pool will tell why.
  bool add(BatchArticle&& article);
  bool flush();

 private:
  SegmentPool& pool_;
  Batch batch_;
};

}  // namespace furat::indexer
