#include "indexer/readers/isolation/reader_server.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <vector>

#include "indexer/readers/isolation/read_request.hpp"
#include "indexer/readers/isolation/read_worker.hpp"

namespace furat::indexer {
namespace {

using Clock = std::chrono::steady_clock;

/// A child at work.
struct Job {
  pid_t child = 0;
  Clock::time_point deadline;
  Descriptor outcome;
  bool out_of_time = false;
  bool ended = false;  ///< told to end; not yet gone
};

/// Handlers of the program that this process is a copy of are not for it. A signal from the
/// keyboard reaches every process of the group; whether work ends then is for that program to
/// decide.
void reset_signals() {
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction old {};
    if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler != SIG_IGN)
      ::signal(signal, SIG_DFL);
  }
  for (const int signal : {SIGINT, SIGQUIT, SIGHUP, SIGPIPE}) ::signal(signal, SIG_IGN);
  ::signal(SIGCHLD, SIG_DFL);
  sigset_t only_child{};
  sigemptyset(&only_child);
  sigaddset(&only_child, SIGCHLD);
  ::sigprocmask(SIG_SETMASK, &only_child, nullptr);
}

Descriptor ended_children() {
  sigset_t child{};
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  return Descriptor(::signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK));
}

ReadOutcome outcome_of(int status, bool out_of_time) {
  using Kind = ReadOutcome::Kind;
  if (out_of_time) return {Kind::out_of_time, 0};
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    return signal == SIGXCPU ? ReadOutcome{Kind::out_of_time, 0}
                             : ReadOutcome{Kind::killed, signal};
  }
  const int code = WEXITSTATUS(status);
  return code == kExitOutOfMemory ? ReadOutcome{Kind::out_of_memory, 0}
                                  : ReadOutcome{Kind::exited, code};
}

void tell(const Descriptor& socket, const ReadOutcome& outcome) {
  send_message(socket.number(), {reinterpret_cast<const char*>(&outcome), sizeof outcome}, {});
}

class ReaderServer {
 public:
  explicit ReaderServer(Descriptor control)
      : control_(std::move(control)), children_(ended_children()), own_(::getpid()) {}

  void run() {
    while (control_ && children_) wait_once();
    for (const auto& job : jobs_) ::kill(job.child, SIGKILL);
    for (const auto& job : jobs_) ::waitpid(job.child, nullptr, 0);
  }

 private:
  void wait_once() {
    std::vector<pollfd> waiting{{control_.number(), POLLIN, 0}, {children_.number(), POLLIN, 0}};
    // Nothing is ever sent this way on the socket of a job: only its closing can be heard.
    for (const auto& job : jobs_) waiting.push_back({job.outcome.number(), POLLRDHUP, 0});
    if (::poll(waiting.data(), waiting.size(), time_left()) < 0 && errno != EINTR)
      return control_.close();
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (waiting[i + 2].revents != 0) end(jobs_[i]);
    end_overdue();
    if (waiting[1].revents != 0) reap();
    if (waiting[0].revents != 0) take_request();
  }

  [[nodiscard]] int time_left() const {
    auto first = Clock::time_point::max();
    for (const auto& job : jobs_)
      if (!job.ended) first = std::min(first, job.deadline);
    if (first == Clock::time_point::max()) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
    return static_cast<int>(std::clamp<decltype(left)>(left, 0, 1'000'000));
  }

  static void end(Job& job) {
    if (job.ended) return;
    ::kill(job.child, SIGKILL);
    job.ended = true;
    // Its closing has been heard, or is of no interest any more; heard again it would keep poll
    // awake.
    if (!job.out_of_time) job.outcome.close();
  }

  void end_overdue() {
    const auto now = Clock::now();
    for (auto& job : jobs_) {
      if (job.ended || job.deadline > now) continue;
      job.out_of_time = true;
      end(job);
    }
  }

  void reap() {
    signalfd_siginfo ignored{};
    while (::read(children_.number(), &ignored, sizeof ignored) > 0) {
    }
    for (;;) {
      int status = 0;
      const pid_t child = ::waitpid(-1, &status, WNOHANG);
      if (child <= 0) return;
      const auto job = std::find_if(jobs_.begin(), jobs_.end(),
                                    [child](const Job& one) { return one.child == child; });
      if (job == jobs_.end()) continue;
      if (job->outcome) tell(job->outcome, outcome_of(status, job->out_of_time));
      jobs_.erase(job);
    }
  }

  void take_request() {
    ReadRequest request;
    std::array<Descriptor, 3> came;  // memory file, output, outcome
    const auto message = receive_message(control_.number(),
                                         {reinterpret_cast<char*>(&request), sizeof request}, came);
    // Nothing: who asks has gone, or cannot be understood any more.
    if (!message || message->size == 0) return control_.close();
    if (message->size != sizeof request || message->descriptors != came.size()) return;
    start(request, came);
  }

  void start(const ReadRequest& request, std::array<Descriptor, 3>& came) {
    const pid_t child = ::fork();
    if (child == 0) work(request, came);
    if (child < 0) return tell(came[2], {ReadOutcome::Kind::not_started, errno});
    jobs_.push_back({child, Clock::now() + std::chrono::milliseconds(request.milliseconds),
                     std::move(came[2])});
    warm_up(request);
  }

  /// For the children to come; the one that was just forked does not wait for it.
  void warm_up(const ReadRequest& request) {
    const bool done = std::find(warm_.begin(), warm_.end(), request.warm_up) != warm_.end();
    if (request.warm_up == nullptr || done) return;
    warm_.push_back(request.warm_up);
    request.warm_up();
  }

  [[noreturn]] void work(const ReadRequest& request, std::array<Descriptor, 3>& came) const {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != own_) ::_exit(1);  // it died before it could be listened to
    close_all_but(std::array{came[0].number(), came[1].number()});
    // From the keyboard: a file that takes long must not hold up a program that wants to end.
    ::signal(SIGINT, SIG_DFL);
    sigset_t none{};
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    run_read_worker(request, std::move(came[0]), std::move(came[1]));
  }

  Descriptor control_;
  Descriptor children_;  ///< readable when a child has ended
  pid_t own_;
  std::vector<Job> jobs_;
  std::vector<decltype(Reader::warm_up)> warm_;
};

}  // namespace

void run_reader_server(Descriptor control) {
  close_all_but(std::array{control.number()});
  silence_standard_streams();
  reset_signals();
  ::prctl(PR_SET_NAME, "furat-reader");
  ReaderServer(std::move(control)).run();
  ::_exit(0);
}

}  // namespace furat::indexer
