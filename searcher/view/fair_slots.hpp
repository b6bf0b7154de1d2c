// How many requests are answered at the same time: who comes first is served first.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>
#include <utility>

#include "searcher/deadline.hpp"

namespace furat {

/// For several threads at once. Must outlive its slots.
class FairSlots {
 public:
  explicit FairSlots(std::size_t slots) : free_(slots) {}

  /// A slot taken, given back at its end.
  class Slot {
   public:
    /// Waits until everyone who came before has a slot or gave up, and one is free. Throws
    /// DeadlineExceeded or Cancelled.
    Slot(FairSlots& slots, const Deadline& deadline) : slots_(&slots) { slots.acquire(deadline); }
    ~Slot() { give_back(); }
    Slot(Slot&& other) noexcept : slots_(std::exchange(other.slots_, nullptr)) {}
    Slot& operator=(Slot&&) = delete;

    void give_back() {
      if (auto* slots = std::exchange(slots_, nullptr)) slots->release();
    }

   private:
    FairSlots* slots_;
  };

  [[nodiscard]] std::size_t waiting() const;

 private:
  struct Waiter {
    std::condition_variable_any wake;
    bool has_slot = false;
  };
  void acquire(const Deadline& deadline);
  void release();

  mutable std::mutex mutex_;
  std::size_t free_;
  std::list<Waiter*> waiting_;  ///< in the order they came
};

}  // namespace furat
