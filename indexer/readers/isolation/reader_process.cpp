#include "indexer/readers/isolation/reader_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "indexer/readers/isolation/reader_server.hpp"

namespace furat::indexer {

bool ReaderProcess::start() {
  const std::lock_guard lock(mutex_);
  return start_locked();
}

bool ReaderProcess::start_locked() {
  if (process_ != 0) return true;
  auto ends = make_socket_pair();
  if (!ends.first) return false;
  const pid_t child = ::fork();
  if (child < 0) return false;
  if (child == 0) {
    ends.first.close();
    run_reader_server(std::move(ends.second));
  }
  control_ = std::move(ends.first);
  process_ = child;
  return true;
}

bool ReaderProcess::submit(const ReadRequest& request, std::span<const int> descriptors) {
  const std::lock_guard lock(mutex_);
  const std::string_view bytes(reinterpret_cast<const char*>(&request), sizeof request);
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (!start_locked()) return false;
    if (send_message(control_.number(), bytes, descriptors)) return true;
    const int reason = errno;
    // It has died since: a new one takes its place. Anything else will not be better next time.
    if (reason != EPIPE && reason != ECONNRESET) return false;
    stop();
    errno = reason;
  }
  return false;
}

void ReaderProcess::give_up(pid_t process) {
  const std::lock_guard lock(mutex_);
  if (process_ == process) stop();
}

pid_t ReaderProcess::process() const {
  const std::lock_guard lock(mutex_);
  return process_;
}

void ReaderProcess::stop() {
  control_.close();
  if (process_ == 0) return;
  // It ends by itself once `control_` is closed, but not if it hangs. Its children go with it.
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
}

ReaderProcess& ReaderProcess::shared() {
  static ReaderProcess process;
  return process;
}

}  // namespace furat::indexer
