// The process that children are forked from, as seen by the program that starts it.
#pragma once

#include <sys/types.h>

#include <mutex>
#include <span>

#include "indexer/readers/isolation/descriptor.hpp"
#include "indexer/readers/isolation/read_request.hpp"

namespace furat::indexer {

/// Starts a copy of this process that runs a reader server, once it is needed, and again should it
/// have died. Any thread.
class ReaderProcess {
 public:
  ReaderProcess() = default;
  ~ReaderProcess() { stop(); }
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  /// False, and errno set, if no process could be made.
  bool start();

  /// Passes a request on, with its three descriptors. False, and errno set, on failure.
  bool submit(const ReadRequest& request, std::span<const int> descriptors);

  /// Ends it, if it is `process`: it does not answer. Reads in other threads begin again.
  void give_up(pid_t process);

  /// The running process; 0 if there is none.
  [[nodiscard]] pid_t process() const;

  /// The one of this program.
  [[nodiscard]] static ReaderProcess& shared();

 private:
  bool start_locked();
  void stop();

  mutable std::mutex mutex_;
  Descriptor control_;
  pid_t process_ = 0;
};

}  // namespace furat::indexer
