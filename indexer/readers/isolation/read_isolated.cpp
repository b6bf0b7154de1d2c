#include "indexer/readers/isolation/read_isolated.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/isolation/descriptor.hpp"
#include "indexer/readers/isolation/read_request.hpp"
#include "indexer/readers/isolation/read_stream.hpp"
#include "indexer/readers/isolation/reader_process.hpp"

namespace furat::indexer {
namespace {

// The forking process ends a child in time. This is for a forking process that itself hangs.
constexpr std::chrono::milliseconds kGrace{10'000};

/// What came back from one attempt.
struct Answer {
  enum class Fault {
    none,
    no_process,  ///< none could be started; `error` says why
    lost,        ///< the forking process died, and the child with it
    no_answer,   ///< the forking process hangs
    too_much,    ///< more output than the limit
  };
  Fault fault = Fault::none;
  int error = 0;
  std::string output;
  ReadOutcome outcome;
};

std::string amount(std::uint64_t bytes) {
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;
  constexpr std::uint64_t kGiB = std::uint64_t{1} << 30U;
  return bytes % kGiB == 0 ? fmt::format("{} GiB", bytes / kGiB)
                           : fmt::format("{} MiB", (bytes + kMiB - 1) / kMiB);
}

std::string duration(std::chrono::milliseconds time) {
  if (time.count() % 1000 != 0) return fmt::format("{} milliseconds", time.count());
  return fmt::format("{} second{}", time.count() / 1000, time.count() == 1000 ? "" : "s");
}

/// One child that reads, from the request to its end.
class Attempt {
 public:
  Attempt(const Reader& reader, std::string_view file, std::string_view bytes,
          const IsolationLimits& limits)
      : limits_(limits),
        request_{reader.read, reader.warm_up, bytes.size(),
                 file.size(), limits.memory,  static_cast<std::uint64_t>(limits.time.count())},
        content_{bytes, file},
        deadline_(std::chrono::steady_clock::now() + limits.time + kGrace) {}

  Answer run() {
    errno = 0;
    if (!submit()) return failure(Answer::Fault::no_process);
    Answer answer;
    answer.fault = gather(answer.output);
    if (answer.fault == Answer::Fault::none) answer.fault = await_outcome(answer.outcome);
    if (answer.fault == Answer::Fault::no_answer) ReaderProcess::shared().give_up(process_);
    return answer;
  }

 private:
  static Answer failure(Answer::Fault fault) {
    Answer answer;
    answer.fault = fault;
    answer.error = errno;
    return answer;
  }

  bool submit() {
    const Descriptor file = make_memory_file(content_);
    if (!file) return false;
    auto output = make_pipe();
    if (!output.first) return false;
    auto outcome = make_socket_pair();
    if (!outcome.first) return false;
    const std::array given{file.number(), output.second.number(), outcome.second.number()};
    if (!ReaderProcess::shared().submit(request_, given)) return false;
    process_ = ReaderProcess::shared().process();
    output_ = std::move(output.first);
    outcome_ = std::move(outcome.first);
    return true;  // the ends that the child writes to are closed here, or their end is never seen
  }

  [[nodiscard]] int time_left() const {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
  }

  /// Reads all that the child writes.
  Answer::Fault gather(std::string& into) {
    std::vector<char> buffer(std::size_t{64} << 10U);
    for (;;) {
      if (!wait_readable(output_.number(), time_left())) return Answer::Fault::no_answer;
      const auto size = read_some(output_.number(), buffer);
      if (size <= 0) return Answer::Fault::none;
      into.append(buffer.data(), static_cast<std::size_t>(size));
      if (into.size() > limits_.output) return Answer::Fault::too_much;
    }
  }

  Answer::Fault await_outcome(ReadOutcome& outcome) {
    if (!wait_readable(outcome_.number(), time_left())) return Answer::Fault::no_answer;
    std::array<char, sizeof outcome> bytes{};
    const auto message = receive_message(outcome_.number(), bytes, {});
    if (!message || message->size != sizeof outcome) return Answer::Fault::lost;
    std::memcpy(&outcome, bytes.data(), sizeof outcome);
    return Answer::Fault::none;
  }

  const IsolationLimits& limits_;
  ReadRequest request_;
  std::array<std::string_view, 2> content_;
  std::chrono::steady_clock::time_point deadline_;
  pid_t process_ = 0;
  Descriptor output_;  ///< closing it, and the next, makes the forking process end the child
  Descriptor outcome_;
};

/// Why the child did not come to its end; nothing if it did.
std::optional<std::string> reason(const ReadOutcome& outcome, const IsolationLimits& limits) {
  using Kind = ReadOutcome::Kind;
  switch (outcome.kind) {
    case Kind::out_of_time:
      return fmt::format("Reading it took more than {}.", duration(limits.time));
    case Kind::out_of_memory:
      return fmt::format("Reading it needs more than {} of memory.", amount(limits.memory));
    case Kind::not_started:
      return fmt::format("No process could be started to read it: {}.",
                         std::strerror(outcome.detail));
    case Kind::killed:
      if (outcome.detail == SIGINT || outcome.detail == SIGTERM)
        return "Reading it was interrupted.";
      return fmt::format("Its reader crashed (signal {}).", outcome.detail);
    case Kind::exited:
      if (outcome.detail != 0)
        return fmt::format("Its reader crashed (exit status {}).", outcome.detail);
  }
  return std::nullopt;
}

std::optional<std::string> reason(const Answer& answer, const IsolationLimits& limits) {
  switch (answer.fault) {
    case Answer::Fault::no_process:
      return fmt::format("No process could be started to read it: {}.",
                         std::strerror(answer.error));
    case Answer::Fault::lost:
      return "The process that read it was ended from outside.";
    case Answer::Fault::no_answer:
      return "The process that read it gave no answer.";
    case Answer::Fault::too_much:
      return fmt::format("Its reader gave more than {}.", amount(limits.output));
    case Answer::Fault::none:
      break;
  }
  return reason(answer.outcome, limits);
}

std::optional<std::string> reason(const StreamEnd& end) {
  switch (end.kind) {
    case StreamEnd::Kind::complete:
      return std::nullopt;
    case StreamEnd::Kind::failed:
      return end.failure.empty() ? "Its reader failed."
                                 : fmt::format("Its reader failed: {}.", end.failure);
    case StreamEnd::Kind::cut_off:
    case StreamEnd::Kind::malformed:
      break;
  }
  return "Its reader gave what is no article.";
}

}  // namespace

void read_isolated(const Reader& reader, std::string_view file, std::string_view bytes,
                   const ReadSink& sink, const IsolationLimits& limits) {
  Answer answer = Attempt(reader, file, bytes, limits).run();
  // Once more, since that was no fault of the file.
  if (answer.fault == Answer::Fault::lost) answer = Attempt(reader, file, bytes, limits).run();
  const StreamEnd end = decode_stream(answer.output, sink);
  auto message = reason(answer, limits);
  if (!message) message = reason(end);
  if (message)
    sink.problem({ReadProblem::Severity::skipped, std::string(file), std::move(*message)});
}

void prepare_isolation() { ReaderProcess::shared().start(); }

}  // namespace furat::indexer
