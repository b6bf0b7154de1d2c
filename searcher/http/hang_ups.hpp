// Clients that leave before they are answered: their searches are given up, so that those who type
// on need not wait for what they typed before.
#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <stop_token>
#include <thread>

namespace furat::http {

/// Looks at the connections that are being answered, ten times a second. For many threads.
class HangUps {
  struct Entry {
    int socket;
    std::stop_source left{};
  };

 public:
  HangUps();

  /// A connection that is looked at while this lives.
  class Watched {
   public:
    Watched(HangUps& watch, int socket);
    ~Watched();
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;
    /// Asked to stop when the client has left.
    [[nodiscard]] std::stop_token token() const { return entry_->left.get_token(); }

   private:
    HangUps& watch_;
    std::list<Entry>::iterator entry_;
  };

 private:
  void look(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::list<Entry> watched_;
  std::jthread thread_;  ///< last: ends before the rest does
};

}  // namespace furat::http
