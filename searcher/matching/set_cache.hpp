// The sets of passages that one generation was asked for last: posting lists of frequent terms, and
// what phrases match.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "searcher/matching/passage_set.hpp"

namespace furat {

/// Holds at most a given number of bytes of sets; the oldest leave first. For several threads at
/// once.
class SetCache {
 public:
  explicit SetCache(std::size_t most_bytes = kMostBytes) : most_bytes_(most_bytes) {}

  /// nullptr if it is not there. What is given stays valid when it leaves the cache.
  [[nodiscard]] std::shared_ptr<const PassageSet> find(const std::string& key) const;

  /// Takes a set in under a key, unless it has one by now; gives back what is there.
  std::shared_ptr<const PassageSet> insert(const std::string& key, PassageSet set);

  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

  mutable std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::shared_ptr<const PassageSet>> sets_;
  std::deque<std::string> by_age_;
};

}  // namespace furat
