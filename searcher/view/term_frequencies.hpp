// In how many passages terms stand, as shards said before: each question goes to all of them.
#pragma once

#include <xapian.h>

#include <mutex>
#include <string>
#include <unordered_map>

namespace furat {

/// Of one generation; for several threads at once.
class TermFrequencies {
 public:
  /// Throws Xapian::Error.
  [[nodiscard]] Xapian::doccount of(const std::string& term, const Xapian::Database& database) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = known_.find(term); known != known_.end()) return known->second;
    }
    const auto frequency = database.get_termfreq(term);
    const std::lock_guard lock(mutex_);
    if (known_.size() >= kMost) known_.clear();
    known_.emplace(term, frequency);
    return frequency;
  }

 private:
  static constexpr std::size_t kMost = 500'000;

  std::mutex mutex_;
  std::unordered_map<std::string, Xapian::doccount> known_;
};

}  // namespace furat
