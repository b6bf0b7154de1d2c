#include "index/xapian_check.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>

#include "furat/errors.hpp"
#include "index/files.hpp"

namespace furat::index {
namespace {

/// As much of the report as a message can use.
constexpr std::size_t kMaxReport = 2000;

/// In the child: checks and writes the report. Only then is there anything to say.
[[noreturn]] void check_and_exit(const std::string& database, int report_to) {
  std::ostringstream report;
  std::size_t faults = 1;
  try {
    faults = Xapian::Database::check(database, 0, &report);
  } catch (const Xapian::Error& error) {
    report << error.get_description();
  }
  const auto text = report.str().substr(0, kMaxReport);
  const bool told = faults == 0 || ::write(report_to, text.data(), text.size()) >= 0;
  ::_exit(faults == 0 && told ? 0 : 1);
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 512> buffer{};
  for (;;) {
    const auto got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::optional<std::string> xapian_faults(const std::filesystem::path& database) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0)
    throw IndexError(IndexError::Kind::io, database.string(), "cannot start a check: no pipe");
  const FileDescriptor reading(ends[0]);
  FileDescriptor writing(ends[1]);
  const auto child = ::fork();
  if (child < 0)
    throw IndexError(IndexError::Kind::io, database.string(), "cannot start a check: no process");
  if (child == 0) check_and_exit(database.string(), writing.get());
  writing = FileDescriptor();
  auto report = read_all(reading.get());
  const auto status = wait_for(child);
  if (WIFSIGNALED(status)) return "its tables are so damaged that Xapian's check crashes on them";
  if (WEXITSTATUS(status) == 0) return std::nullopt;
  while (!report.empty() && report.back() == '\n') report.pop_back();
  return report;
}

}  // namespace furat::index
