// Calls that are waited for until a time and no longer, though what they wait for themselves, an
// answer of another machine, cannot be given up.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

#include "furat/errors.hpp"

namespace furat {

/// For several threads at once. Its destructor waits for calls that nobody waits for any more.
class TimedCalls {
 public:
  TimedCalls() = default;
  ~TimedCalls() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return running_ == 0; });
  }
  TimedCalls(const TimedCalls&) = delete;
  TimedCalls& operator=(const TimedCalls&) = delete;

  /// What `call()` gives or throws, made in a thread of its own, to which all that it refers to
  /// must belong. DeadlineExceeded if it takes longer than `limit` and what it needs to say so
  /// itself.
  template <class Call>
  auto call(std::chrono::milliseconds limit, Call call) {
    constexpr std::chrono::milliseconds kToSaySo{50};
    std::promise<decltype(call())> promise;
    auto answer = promise.get_future();
    begin();
    std::thread([this, promise = std::move(promise), call = std::move(call)]() mutable {
      make(std::move(promise), std::move(call));
      end();
    }).detach();
    if (answer.wait_for(limit + kToSaySo) == std::future_status::timeout)
      throw DeadlineExceeded(limit);
    return answer.get();
  }

 private:
  /// All that the call holds is gone when this returns.
  template <class Promise, class Call>
  static void make(Promise promise, Call call) {
    try {
      promise.set_value(call());
    } catch (...) {
      promise.set_exception(std::current_exception());
    }
  }

  void begin() {
    const std::lock_guard lock(mutex_);
    ++running_;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    --running_;
    ended_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t running_ = 0;
};

}  // namespace furat
