#include "searcher/matching/set_cache.hpp"

#include <utility>

namespace furat {

std::shared_ptr<const PassageSet> SetCache::find(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found = sets_.find(key);
  return found == sets_.end() ? nullptr : found->second;
}

std::shared_ptr<const PassageSet> SetCache::insert(const std::string& key, PassageSet set) {
  auto kept = std::make_shared<const PassageSet>(std::move(set));
  const std::lock_guard lock(mutex_);
  if (const auto known = sets_.find(key); known != sets_.end()) return known->second;
  while (!by_age_.empty() && bytes_ + kept->bytes() > most_bytes_) {
    const auto oldest = sets_.find(by_age_.front());
    bytes_ -= oldest->second->bytes();
    sets_.erase(oldest);
    by_age_.pop_front();
  }
  bytes_ += kept->bytes();
  sets_.emplace(key, kept);
  by_age_.push_back(key);
  return kept;
}

std::size_t SetCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace furat
