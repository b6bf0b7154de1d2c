#include "indexer/cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace furat::cli {
namespace {

constexpr std::size_t kLineWidth = 79;
constexpr std::size_t kBarWidth = 20;

std::string bar(double share) {
  const auto full = static_cast<std::size_t>(share * static_cast<double>(kBarWidth));
  return std::string(full, '#') + std::string(kBarWidth - full, '-');
}

/// "", "12 s left", "3 min left": nothing before there is a rate worth the name.
std::string time_left(double share, std::chrono::milliseconds elapsed) {
  if (share < 0.02 || elapsed < std::chrono::seconds(1)) return "";
  const auto seconds = static_cast<double>(elapsed.count()) / 1000.0 * (1.0 - share) / share;
  return seconds < 100 ? fmt::format(", {:.0f} s left", seconds)
                       : fmt::format(", {:.0f} min left", seconds / 60);
}

}  // namespace

std::string progress_line(const BuildProgress& progress, std::chrono::milliseconds elapsed,
                          std::size_t width) {
  const double share = progress.bytes_total == 0
                           ? 1.0
                           : std::min(1.0, static_cast<double>(progress.bytes_done) /
                                               static_cast<double>(progress.bytes_total));
  auto line = fmt::format("[{}] {:3.0f}%  {} articles, {} passages{}", bar(share), share * 100,
                          progress.articles, progress.passages, time_left(share, elapsed));
  line.resize(std::min(line.size(), width));
  return line;
}

ProgressBar::ProgressBar(bool enabled) : enabled_(enabled) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(const BuildProgress& progress) {
  const auto now = Clock::now();
  if (!enabled_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start_);
  fmt::print(stderr, "\r{:<{}}", progress_line(progress, elapsed, kLineWidth), kLineWidth);
  std::fflush(stderr);
}

void ProgressBar::clear() {
  if (drawn_) fmt::print(stderr, "\r{:{}}\r", "", kLineWidth);
  drawn_ = false;
}

}  // namespace furat::cli
