#include "searcher/view/view_pool.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace furat {

ViewPool::ViewPool(std::unique_ptr<GenerationSource> source, std::size_t most_views)
    : source_(std::move(source)), most_views_(most_views), slots_(most_views) {
  free_.reserve(most_views_);  // giving back must not fail
  // What cannot be read shall fail now, not with the first request.
  with_view(Deadline(), [](const Lease&) {});
}

ViewPool::Lease::Lease(ViewPool& pool, const Deadline& deadline)
    : pool_(pool), slot_(pool.slots_, deadline), view_(pool.take()) {
  view_->view.set_deadline(deadline);
}

ViewPool::Lease::~Lease() {
  view_->view.clear_deadline();
  if (!discarded_) pool_.give_back(std::move(view_));
}

std::shared_ptr<SharedGeneration> ViewPool::newest() {
  if (auto known = newest_if_current()) return known;
  // One thread opens it, the others wait and find it.
  const std::lock_guard opening(opening_);
  if (auto known = newest_if_current()) return known;
  const auto opened = source_->open();
  std::vector<std::unique_ptr<PooledView>> outdated;  // closed after the lock is released
  outdated.reserve(most_views_);
  const std::lock_guard lock(mutex_);
  if (newest_ == opened) return opened;
  newest_ = opened;
  std::move(free_.begin(), free_.end(), std::back_inserter(outdated));
  free_.clear();
  return opened;
}

std::shared_ptr<SharedGeneration> ViewPool::newest_if_current() {
  std::shared_ptr<SharedGeneration> known;
  {
    const std::lock_guard lock(mutex_);
    known = newest_;
  }
  return known && source_->is_newest(*known) ? known : nullptr;
}

std::size_t ViewPool::views_kept() const {
  const std::lock_guard lock(mutex_);
  return free_.size();
}

std::unique_ptr<PooledView> ViewPool::take() {
  const auto generation = newest();
  {
    const std::lock_guard lock(mutex_);
    if (newest_ == generation && !free_.empty()) {
      auto view = std::move(free_.back());
      free_.pop_back();
      return view;
    }
  }
  try {
    return std::make_unique<PooledView>(generation);
  } catch (const Xapian::NetworkError& error) {
    throw FailedShard{error, source_->failed(*generation, error)};
  }
}

void ViewPool::give_back(std::unique_ptr<PooledView> view) {
  const std::lock_guard lock(mutex_);
  if (view->view.is_of(*newest_) && free_.size() < most_views_) free_.push_back(std::move(view));
}

}  // namespace furat
