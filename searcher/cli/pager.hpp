// A pager between standard output and the terminal.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace furat::cli {

/// The command of the pager: `chosen`, else $PAGER, else less. Empty (no pager) if the first of
/// these that is there is empty, "none" or "cat", or a program that is not installed.
[[nodiscard]] std::string pager_command(const std::optional<std::string>& chosen);

/// While it lives, what is written to standard output goes through the command, and SIGPIPE is
/// ignored: writing fails once the user has left the pager. Its end waits for that. One at a time.
class Pager {
 public:
  /// Runs the command with /bin/sh. If that fails, output goes to standard output as ever.
  explicit Pager(const std::string& command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int terminal_ = -1;  ///< the standard output that was; -1: nothing runs
};

}  // namespace furat::cli
