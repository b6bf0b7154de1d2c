#include "searcher/cli/pager.hpp"

#include <stdio_ext.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "frontend/environment.hpp"

namespace furat::cli {
namespace {

using frontend::environment;

constexpr int kInterrupted = 130;

/// The process of the pager, for the signal handler.
volatile pid_t g_pager = -1;

void wait_for_pager() {
  while (::waitpid(g_pager, nullptr, 0) < 0 && errno == EINTR) {
  }
}

/// The pager must not outlive us: two programs would read from one terminal.
void leave_when_pager_has(int) {
  ::close(STDOUT_FILENO);
  wait_for_pager();
  ::_exit(kInterrupted);
}

bool is_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0;
  std::istringstream folders(environment("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((folder + "/" + name).c_str(), X_OK) == 0) return true;
  return false;
}

/// Whether the shell will find it; what is more than a name and arguments is left to the shell.
bool can_run(const std::string& command) {
  if (command.find_first_of("|&;<>()$`\\\"'*?[#~=%") != std::string::npos) return true;
  return is_program(command.substr(0, command.find(' ')));
}

[[noreturn]] void become(const std::string& command, const std::array<int, 2>& pipe) {
  ::dup2(pipe[0], STDIN_FILENO);
  ::close(pipe[0]);
  ::close(pipe[1]);
  // Quit if it fits on one screen, show colours, leave the text on the screen.
  ::setenv("LESS", "FRX", 0);
  ::setenv("LV", "-c", 0);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(127);
}

}  // namespace

std::string pager_command(const std::optional<std::string>& chosen) {
  const char* usual = std::getenv("PAGER");
  const std::string command = chosen ? *chosen : usual != nullptr ? usual : "less -FRX";
  if (command.empty() || command == "none" || command == "cat" || !can_run(command)) return {};
  return command;
}

Pager::Pager(const std::string& command) {
  std::array<int, 2> pipe{};
  std::fflush(stdout);
  if (::pipe(pipe.data()) != 0) return;
  const pid_t process = ::fork();
  if (process == 0) become(command, pipe);
  ::close(pipe[0]);
  if (process > 0) {
    terminal_ = ::dup(STDOUT_FILENO);
    ::dup2(pipe[1], STDOUT_FILENO);
    g_pager = process;
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, leave_when_pager_has);
  }
  ::close(pipe[1]);
}

Pager::~Pager() {
  if (terminal_ < 0) return;
  std::fflush(stdout);
  ::__fpurge(stdout);  // what the pager did not take must not come out behind it
  std::clearerr(stdout);
  std::signal(SIGINT, SIG_IGN);  // it is for the pager now
  ::dup2(terminal_, STDOUT_FILENO);
  ::close(terminal_);
  wait_for_pager();
  g_pager = -1;
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGPIPE, SIG_DFL);
}

}  // namespace furat::cli
