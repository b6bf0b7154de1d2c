// A progress bar on a terminal's stderr: one line, redrawn in place.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "furat/indexing.hpp"

namespace furat::cli {

class ProgressBar {
 public:
  /// Draws nothing unless `enabled`.
  explicit ProgressBar(bool enabled);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Redraws at most ten times a second.
  void show(const BuildProgress& progress);
  /// Clears the line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool enabled_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

/// The line itself, at most `width` columns: share done, counts, time left from the rate so far.
[[nodiscard]] std::string progress_line(const BuildProgress& progress,
                                        std::chrono::milliseconds elapsed, std::size_t width);

}  // namespace furat::cli
