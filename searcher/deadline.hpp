// The time by which an answer must be there, and whether it is still wanted.
#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>
#include <stop_token>

namespace furat {

/// Past its end, check() throws DeadlineExceeded; once a stop is requested, Cancelled. Without a
/// limit it asks no clock. May be asked by one thread while another one requests the stop.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point (*)();

  /// The time runs from now on. `now` is the clock, for tests.
  explicit Deadline(std::optional<std::chrono::milliseconds> limit = std::nullopt,
                    std::stop_token stop = {}, Now now = &Clock::now);

  void check() const;

  /// `query`, which finds the same with the same scores, but is given up when the time is over:
  /// DeadlineExceeded or Cancelled comes out of Xapian. For local databases.
  /// Enquire::set_time_limit() must never be used: it writes where it should not (Xapian 1.4). The
  /// deadline must outlive it.
  [[nodiscard]] Xapian::Query watch(const Xapian::Query& query) const;

  /// None if there is no limit.
  [[nodiscard]] std::optional<Clock::time_point> end() const { return end_; }
  [[nodiscard]] const std::stop_token& stop() const { return stop_; }

 private:
  std::optional<std::chrono::milliseconds> limit_;
  std::stop_token stop_;
  Now now_;
  std::optional<Clock::time_point> end_;
};

/// Asks a deadline once in so many steps of a loop.
class PacedCheck {
 public:
  explicit PacedCheck(const Deadline& deadline, unsigned steps = 64)
      : deadline_(deadline), steps_(steps) {}
  void step() {
    if (++taken_ % steps_ == 0) deadline_.check();
  }

 private:
  const Deadline& deadline_;
  unsigned steps_;
  unsigned taken_ = 0;
};

}  // namespace furat
