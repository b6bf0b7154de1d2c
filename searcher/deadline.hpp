// The time by which an answer must be there.
#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>

namespace furat {

/// Past its end, check() throws DeadlineExceeded. Without a limit it never does and asks no clock.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point (*)();

  /// The time runs from now on. `now` is the clock, for tests.
  explicit Deadline(std::optional<std::chrono::milliseconds> limit, Now now = &Clock::now);

  void check() const;

  /// `query`, which finds the same with the same scores, but is given up when the time is over:
  /// DeadlineExceeded comes out of Xapian. For local databases. Enquire::set_time_limit() must
  /// never be used: it writes where it should not (Xapian 1.4). The deadline must outlive it.
  [[nodiscard]] Xapian::Query watch(const Xapian::Query& query) const;

 private:
  std::optional<std::chrono::milliseconds> limit_;
  Now now_;
  Clock::time_point end_;
};

}  // namespace furat
