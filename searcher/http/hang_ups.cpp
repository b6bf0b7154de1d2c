#include "searcher/http/hang_ups.hpp"

#include <poll.h>

#include <chrono>

namespace furat::http {
namespace {

/// Also one that only says that it sends no more: who means to read the answer does not.
bool has_left(int socket) {
  pollfd wanted{socket, POLLRDHUP, 0};
  return poll(&wanted, 1, 0) > 0;
}

}  // namespace

HangUps::HangUps() : thread_([this](const std::stop_token& stop) { look(stop); }) {}

void HangUps::look(const std::stop_token& stop) {
  constexpr std::chrono::milliseconds kPause{100};
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    changed_.wait(lock, stop, [this] { return !watched_.empty(); });
    lock.unlock();
    std::this_thread::sleep_for(kPause);
    lock.lock();
    for (auto& entry : watched_)
      if (has_left(entry.socket)) entry.left.request_stop();
  }
}

HangUps::Watched::Watched(HangUps& watch, int socket) : watch_(watch) {
  const std::lock_guard lock(watch.mutex_);
  entry_ = watch.watched_.insert(watch.watched_.end(), Entry{socket});
  if (watch.watched_.size() == 1) watch.changed_.notify_one();
}

HangUps::Watched::~Watched() {
  const std::lock_guard lock(watch_.mutex_);
  watch_.watched_.erase(entry_);
}

}  // namespace furat::http
