#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <thread>

#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/readers/isolation/reader_process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/full_article.hpp"
#include "tests/support/sanitized.hpp"

using furat::indexer::Article;
using furat::indexer::BlockKind;
using furat::indexer::IsolationLimits;
using furat::indexer::read_isolated;
using furat::indexer::Reader;
using furat::indexer::ReaderProcess;
using furat::indexer::ReadProblem;
using furat::indexer::ReadSink;
using furat::test::article_with_everything;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

constexpr auto kSkipped = ReadProblem::Severity::skipped;
constexpr auto kWarning = ReadProblem::Severity::warning;

struct Outcome {
  std::vector<Article> articles;
  std::vector<ReadProblem> problems;
};

ReadSink sink_of(Outcome& outcome) {
  return {[&outcome](Article&& article) { outcome.articles.push_back(std::move(article)); },
          [&outcome](ReadProblem&& problem) { outcome.problems.push_back(std::move(problem)); }};
}

Outcome read(decltype(Reader::read) function, std::string_view bytes,
             const IsolationLimits& limits = {}) {
  const Reader reader{"fake", [](std::string_view, std::string_view) { return true; }, function,
                      true};
  Outcome outcome;
  read_isolated(reader, "folder/file.bin", bytes, sink_of(outcome), limits);
  return outcome;
}

void echo(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  sink.problem({kWarning, std::string(file) + ":1", "A warning."});
  sink.article(article_with_everything(file, bytes));
}

void one_article_and_crash(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  sink.article(article_with_everything(file, bytes));
  ::raise(SIGSEGV);
}

[[noreturn]] void loop(std::string_view, std::string_view, const ReadSink&) {
  for (std::atomic<int> i = 0;; ++i) {
  }
}

[[noreturn]] void sleep_long(std::string_view, std::string_view, const ReadSink&) {
  for (;;) ::pause();
}

int recurse(int depth) {
  std::array<volatile char, 4096> frame{};
  frame[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : recurse(depth + 1) + frame[0];
}

void overflow_stack(std::string_view, std::string_view, const ReadSink& sink) {
  sink.problem({kWarning, "x", std::to_string(recurse(0))});
}

void chatter(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  for (;;) sink.article(article_with_everything(file, bytes));
}

std::size_t open_descriptors() {
  std::size_t count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  while (::readdir(folder) != nullptr) ++count;
  ::closedir(folder);
  return count;
}

/// True unless a child of this process has ended without anybody having waited for it.
bool no_zombies() {
  siginfo_t info{};
  return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0;
}

std::string only_message(const Outcome& outcome) {
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == kSkipped);
  CHECK(outcome.problems[0].where == "folder/file.bin");
  return outcome.problems[0].message;
}

}  // namespace

TEST_CASE("an article comes through the other process as it is") {
  const auto bytes =
      GENERATE("Some text\nof two lines, gr\u00fcn."s, "x"s, std::string(300'000, 'y'));
  const auto outcome = read(echo, bytes);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == kWarning);
  CHECK(outcome.problems[0].where == "folder/file.bin:1");
  REQUIRE(outcome.articles.size() == 1);
  const auto expected = article_with_everything("folder/file.bin", bytes);
  const auto& got = outcome.articles[0];
  CHECK(got.id == expected.id);
  CHECK(got.file == expected.file);
  CHECK(got.title == expected.title);
  CHECK(got.source == expected.source);
  CHECK(got.author == expected.author);
  CHECK(got.url == expected.url);
  CHECK(got.published == expected.published);
  CHECK(got.published_method == expected.published_method);
  CHECK(got.body == expected.body);
  CHECK(got.extracted);
  const auto runs = got.map.runs();
  CHECK(std::vector(runs.begin(), runs.end()) ==
        std::vector(expected.map.runs().begin(), expected.map.runs().end()));
  REQUIRE(got.blocks.size() == 2);
  CHECK(got.blocks[1].begin == expected.blocks[1].begin);
  CHECK(got.blocks[1].kind == BlockKind::table_row);
  REQUIRE(got.pages.size() == 2);
  CHECK(got.pages[1].page == 3);
}

TEST_CASE("a file of no bytes can be read") {
  const auto outcome = read(
      [](std::string_view, std::string_view bytes, const ReadSink& sink) {
        sink.problem({kSkipped, "w", bytes.empty() ? "Empty." : "Not empty."});
      },
      "");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message == "Empty.");
}

TEST_CASE("a crash is one problem, and what came before it is kept") {
  const auto outcome = read(one_article_and_crash, "text");
  CHECK(only_message(outcome) == "Its reader crashed (signal 11).");
  CHECK(outcome.articles.size() == 1);
}

TEST_CASE("a reader that ends the process, or throws, is one problem") {
  CHECK(only_message(read([](std::string_view, std::string_view, const ReadSink&) { ::_exit(3); },
                          "x")) == "Its reader crashed (exit status 3).");
  CHECK(only_message(read([](std::string_view, std::string_view, const ReadSink&) { ::_exit(0); },
                          "x")) == "Its reader gave what is no article.");
  CHECK(only_message(read([](std::string_view, std::string_view,
                             const ReadSink&) { throw std::runtime_error("a bad\nthing"); },
                          "x")) == "Its reader failed: a bad thing.");
}

TEST_CASE("a stack that overflows is a crash like others") {
  const auto message = only_message(read(overflow_stack, "x"));
  CHECK(message.starts_with("Its reader crashed ("));
}

TEST_CASE("a reader that loops or sleeps is ended in time") {
  const auto function = GENERATE(&loop, &sleep_long);
  IsolationLimits limits;
  limits.time = 300ms;
  const auto begin = std::chrono::steady_clock::now();
  CHECK(only_message(read(function, "x", limits)) == "Reading it took more than 300 milliseconds.");
  CHECK(std::chrono::steady_clock::now() - begin < 5s);
}

// Sanitizers take terabytes of address space for themselves, so there is no limit under them.
#if !FURAT_IS_SANITIZED
namespace {

void allocate(std::string_view, std::string_view, const ReadSink& sink) {
  std::vector<std::unique_ptr<char[]>> all;
  for (std::size_t i = 0; i < 4096; ++i) {
    all.push_back(std::make_unique<char[]>(std::size_t{1} << 20U));
    std::memset(all.back().get(), 1, std::size_t{1} << 20U);
  }
  sink.problem({kWarning, "x", "It was all there."});
}

/// What a library in C does.
void allocate_and_abort(std::string_view, std::string_view, const ReadSink&) {
  for (;;) {
    void* more = std::malloc(std::size_t{1} << 20U);
    if (more == nullptr) std::abort();
    std::memset(more, 1, std::size_t{1} << 20U);
  }
}

}  // namespace

TEST_CASE("a reader that takes too much memory is one problem") {
  IsolationLimits limits;
  limits.memory = std::uint64_t{256} << 20U;
  const auto function = GENERATE(&allocate, &allocate_and_abort);
  CHECK(only_message(read(function, "x", limits)) ==
        "Reading it needs more than 256 MiB of memory.");
}
#endif

TEST_CASE("a reader that gives too much is stopped") {
  IsolationLimits limits;
  limits.output = std::uint64_t{1} << 20U;
  const auto outcome = read(chatter, std::string(1000, 'x'), limits);
  CHECK(only_message(outcome) == "Its reader gave more than 1 MiB.");
  CHECK(outcome.articles.size() < 1100);
}

TEST_CASE("a reader has no input, no output and no files to write") {
  const auto outcome = read(
      [](std::string_view, std::string_view, const ReadSink& sink) {
        std::cout << "noise" << std::endl;
        std::cerr << "noise" << std::endl;
        char c = 0;
        const bool input = ::read(STDIN_FILENO, &c, 1) != 0;
        const std::string name = "/tmp/furat-isolation-" + std::to_string(::getpid());
        std::ofstream(name) << "text" << std::flush;
        const bool written = std::ifstream(name).get() != EOF;
        ::unlink(name.c_str());
        struct rlimit core {};
        ::getrlimit(RLIMIT_CORE, &core);
        sink.problem(
            {kSkipped, "w",
             (input ? "i"s : "") + (written ? "w" : "") + (core.rlim_cur != 0 ? "c" : "") + "."});
      },
      "x");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message == ".");
}

TEST_CASE("descriptors of the program are not open in its readers") {
  std::vector<int> own(20);
  for (int& number : own) number = ::open("/dev/null", O_RDONLY);
  furat::indexer::prepare_isolation();
  ReaderProcess::shared().give_up(ReaderProcess::shared().process());  // the next one begins here
  const auto outcome = read(
      [](std::string_view, std::string_view, const ReadSink& sink) {
        // Two names of folders, three standard streams, the file, the pipe, and the folder itself.
        sink.problem({kSkipped, "w", open_descriptors() <= 8 ? "Closed." : "Open."});
      },
      "x");
  for (const int number : own) ::close(number);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message == "Closed.");
}

TEST_CASE("what a reader sets up once is set up in the children that come after") {
  static int set_up = 0;
  const Reader reader{"fake", nullptr,
                      [](std::string_view, std::string_view, const ReadSink& sink) {
                        sink.problem({kSkipped, "w", std::to_string(set_up) + "."});
                      },
                      true, [] { ++set_up; }};
  Outcome outcome;
  for (int i = 0; i < 3; ++i) read_isolated(reader, "f", "x", sink_of(outcome));
  REQUIRE(outcome.problems.size() == 3);
  CHECK(outcome.problems[0].message == "0.");
  CHECK(outcome.problems[2].message == "1.");
}

TEST_CASE("reading many files leaves no descriptors and no zombies") {
  furat::indexer::prepare_isolation();
  const auto before = open_descriptors();
  IsolationLimits limits;
  limits.output = 10'000;
  for (int i = 0; i < 50; ++i) {
    read(echo, "text");
    read(one_article_and_crash, "text");
    read(chatter, "text", limits);
  }
  CHECK(open_descriptors() == before);
  CHECK(no_zombies());
}

TEST_CASE("several threads read at once, each its own") {
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&good, t] {
      for (int i = 0; i < 20; ++i) {
        const auto text = "Thread " + std::to_string(t) + ", file " + std::to_string(i);
        Outcome outcome;
        const Reader crashing{"fake", nullptr, i % 3 == 0 ? one_article_and_crash : echo, true};
        read_isolated(crashing, "f", text, sink_of(outcome));
        if (outcome.articles.size() == 1 && outcome.problems.size() == 1 &&
            outcome.articles[0].body == text)
          ++good;
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(good == 160);
}

TEST_CASE("the process that forks is replaced when it has died") {
  read(echo, "text");
  const pid_t first = ReaderProcess::shared().process();
  REQUIRE(first > 0);
  REQUIRE(::kill(first, SIGKILL) == 0);
  const auto outcome = read(echo, "text");
  CHECK(outcome.articles.size() == 1);
  CHECK(ReaderProcess::shared().process() != first);
  CHECK(no_zombies());
}

TEST_CASE("a file whose reader's parent dies is read again") {
  read(echo, "text");
  const pid_t first = ReaderProcess::shared().process();
  std::thread killer([first] {
    std::this_thread::sleep_for(200ms);
    ::kill(first, SIGKILL);
  });
  // The child of the first process sleeps; the second one is another.
  const auto outcome = read(
      [](std::string_view file, std::string_view bytes, const ReadSink& sink) {
        if (bytes == std::to_string(::getppid())) ::pause();
        sink.article(article_with_everything(file, bytes));
      },
      std::to_string(first));
  killer.join();
  for (const auto& problem : outcome.problems) UNSCOPED_INFO(problem.message);
  CHECK(outcome.problems.empty());
  CHECK(outcome.articles.size() == 1);
}

TEST_CASE("signals from the keyboard do not end the process that forks") {
  read(echo, "text");
  const pid_t process = ReaderProcess::shared().process();
  for (const int signal : {SIGINT, SIGHUP, SIGQUIT}) ::kill(process, signal);
  CHECK(read(echo, "text").articles.size() == 1);
  CHECK(ReaderProcess::shared().process() == process);
}

TEST_CASE("without descriptors to be had, reading is a clear problem") {
  rlimit old{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &old) == 0);
  read(echo, "text");  // the process that forks has begun
  rlimit none = old;
  none.rlim_cur = 3;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  const auto outcome = read(echo, "text");
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &old) == 0);
  CHECK(only_message(outcome) ==
        "No process could be started to read it: "s + std::strerror(EMFILE) + ".");
}
