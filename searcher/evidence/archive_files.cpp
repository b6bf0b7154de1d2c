#include "searcher/evidence/archive_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sstream>

#include "index/files.hpp"

namespace furat {
namespace {

using index::FileDescriptor;

constexpr off_t kMostBytes = off_t{2} << 30U;
constexpr std::size_t kReadAtOnce = std::size_t{1} << 20U;

std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts;
  std::istringstream text(name);
  for (std::string part; std::getline(text, part, '/');)
    if (!part.empty() && part != ".") parts.push_back(part);
  return parts;
}

/// Opens part by part, so that no link on the way is followed.
FileDescriptor open_below(const std::filesystem::path& root,
                          const std::vector<std::string>& parts) {
  FileDescriptor at(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (std::size_t i = 0; i < parts.size() && at.is_open(); ++i) {
    const bool is_file = i + 1 == parts.size();
    // A pipe must not make us wait for a writer.
    const int kind = is_file ? O_NONBLOCK : O_DIRECTORY;
    at = FileDescriptor(
        ::openat(at.get(), parts[i].c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind));
  }
  return at;
}

std::optional<std::string> bytes_of(const FileDescriptor& file) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > kMostBytes)
    return std::nullopt;
  std::string bytes;
  std::string buffer(kReadAtOnce, '\0');
  while (bytes.size() <= static_cast<std::size_t>(kMostBytes)) {
    const auto count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0) return std::nullopt;
    if (count == 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(count));
  }
  return std::nullopt;  // it grew while it was read
}

}  // namespace

bool stays_inside(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find('\0') != std::string::npos) return false;
  for (const auto& part : parts_of(name))
    if (part == "..") return false;
  return true;
}

std::optional<std::string> read_below(const std::vector<std::filesystem::path>& roots,
                                      const std::string& name) {
  const auto parts = parts_of(name);
  if (!stays_inside(name) || parts.empty()) return std::nullopt;
  for (const auto& root : roots) {
    const auto file = open_below(root, parts);
    if (!file.is_open()) continue;
    if (auto bytes = bytes_of(file)) return bytes;
  }
  return std::nullopt;
}

}  // namespace furat
