#include "index/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "furat/errors.hpp"

namespace furat::index {
namespace {

[[noreturn]] void throw_io(const std::filesystem::path& path, const char* action) {
  const std::string reason = std::strerror(errno);
  throw IndexError(IndexError::Kind::io, path.string(),
                   "cannot " + std::string(action) + " " + path.string() + ": " + reason);
}

void sync(const std::filesystem::path& path, int flags) {
  const FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (!file.is_open() || ::fsync(file.get()) != 0) throw_io(path, "force to disk");
}

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (is_open()) ::close(descriptor_);
}
FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}
FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw_io(path, "open");
  }
  std::string contents;
  char buffer[65536];
  for (;;) {
    const auto got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_io(path, "read");
    if (got == 0) return contents;
    contents.append(buffer, static_cast<std::size_t>(got));
  }
}

void write_durably(const std::filesystem::path& path, std::string_view contents) {
  const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!file.is_open()) throw_io(path, "create");
  while (!contents.empty()) {
    const auto put = ::write(file.get(), contents.data(), contents.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw_io(path, "write");
    contents.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::fsync(file.get()) != 0) throw_io(path, "force to disk");
}

void replace_durably(const std::filesystem::path& path, std::string_view contents) {
  auto draft = path;
  draft += ".new";
  write_durably(draft, contents);
  if (::rename(draft.c_str(), path.c_str()) != 0) throw_io(path, "replace");
  sync(path.parent_path(), O_RDONLY | O_DIRECTORY);
}

void sync_tree(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    sync(entry.path(), entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  sync(folder, O_RDONLY | O_DIRECTORY);
}

FileDescriptor try_lock(const std::filesystem::path& path, bool exclusive) {
  const int flags = exclusive ? O_RDWR | O_CREAT : O_RDONLY;
  FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC, 0600));
  if (file.is_open() && ::flock(file.get(), (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0)
    return {};
  return file;
}

MappedFile::MappedFile(const std::filesystem::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || status.st_size <= 0) return;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) return;
  data_ = static_cast<const std::byte*>(data);
  size_ = size;
}
MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}
MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

}  // namespace furat::index
