#include "searcher/matching/set_cache.hpp"

#include <utility>

namespace furat {

std::shared_ptr<const PassageSet> SetCache::find(const std::string& key) const {
  const auto found = sets_.find(key);
  return found == sets_.end() ? nullptr : found->second;
}

std::shared_ptr<const PassageSet> SetCache::insert(const std::string& key, PassageSet set) {
  auto kept = std::make_shared<const PassageSet>(std::move(set));
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

}  // namespace furat
