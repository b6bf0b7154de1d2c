// A table that is made when it is first asked for, by whichever thread asks, and then shared.
#pragma once

#include <atomic>
#include <memory>

#include "searcher/deadline.hpp"
#include "searcher/view/fair_slots.hpp"

namespace furat {

/// For several threads at once. Not std::call_once: making a table may throw, and is tried again
/// then.
template <class T>
class MadeOnce {
 public:
  /// The table. If there is none yet, `make()` gives it, while other threads wait, each until its
  /// deadline: throws DeadlineExceeded and Cancelled.
  template <class Make>
  T& get(Make make, const Deadline& deadline = Deadline()) {
    if (auto* made = made_.load(std::memory_order_acquire)) return *made;
    const FairSlots::Slot turn(turns_, deadline);
    if (!value_) value_.reset(new T(make()));  // constructed in place: it need not be movable
    made_.store(value_.get(), std::memory_order_release);
    return *value_;
  }

 private:
  std::atomic<T*> made_ = nullptr;
  FairSlots turns_{1};  // to make it
  std::unique_ptr<T> value_;
};

}  // namespace furat
