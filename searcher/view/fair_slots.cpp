#include "searcher/view/fair_slots.hpp"

namespace furat {

void FairSlots::acquire(const Deadline& deadline) {
  std::unique_lock lock(mutex_);
  if (free_ != 0) {  // then nobody waits
    --free_;
    return;
  }
  Waiter self;
  const auto place = waiting_.insert(waiting_.end(), &self);
  const auto served = [&self] { return self.has_slot; };
  try {
    while (!self.has_slot) {
      deadline.check();
      if (const auto end = deadline.end())
        self.wake.wait_until(lock, deadline.stop(), *end, served);
      else
        self.wake.wait(lock, deadline.stop(), served);
    }
  } catch (...) {
    waiting_.erase(place);
    throw;
  }
}

std::size_t FairSlots::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void FairSlots::release() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) {
    ++free_;
    return;
  }
  auto& next = *waiting_.front();
  waiting_.pop_front();
  next.has_slot = true;
  next.wake.notify_one();  // under the lock: afterwards it may be gone
}

}  // namespace furat
