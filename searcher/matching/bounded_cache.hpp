// What one generation was asked for last, kept up to a number of bytes.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace furat {

/// Holds at most a given number of bytes of values, as their bytes() says when they come; the
/// oldest leave first. For several threads at once.
template <class Value>
class BoundedCache {
 public:
  explicit BoundedCache(std::size_t most_bytes = kMostBytes) : most_bytes_(most_bytes) {}

  /// nullptr if it is not there. What is given stays valid when it leaves the cache.
  [[nodiscard]] std::shared_ptr<Value> find(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : found->second;
  }

  /// Takes a value in under a key, unless it has one by now; gives back what is there.
  std::shared_ptr<Value> insert(const std::string& key, std::shared_ptr<Value> value) {
    const std::lock_guard lock(mutex_);
    if (const auto known = values_.find(key); known != values_.end()) return known->second;
    while (!by_age_.empty() && bytes_ + value->bytes() > most_bytes_) {
      const auto oldest = values_.find(by_age_.front());
      bytes_ -= oldest->second->bytes();
      values_.erase(oldest);
      by_age_.pop_front();
    }
    bytes_ += value->bytes();
    values_.emplace(key, value);
    by_age_.push_back(key);
    return value;
  }

  [[nodiscard]] std::size_t bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

  mutable std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::shared_ptr<Value>> values_;
  std::deque<std::string> by_age_;
};

}  // namespace furat
