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
  index::throw_io(std::error_code(errno, std::generic_category()), path, action);
}

void sync(const std::filesystem::path& path, int flags) {
  const FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (!file.is_open() || ::fsync(file.get()) != 0) throw_io(path, "force to disk");
}

}  // namespace

IndexError::Kind kind_of_failure(const std::error_code& error) {
  using Kind = IndexError::Kind;
  if (error == std::errc::no_space_on_device || error == std::errc::file_too_large ||
      error == std::error_code(EDQUOT, std::generic_category()))
    return Kind::disk_full;
  if (error == std::errc::read_only_file_system) return Kind::read_only;
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted)
    return Kind::permission_denied;
  return Kind::io;
}

void throw_io(const std::error_code& error, const std::filesystem::path& path,
              std::string_view action) {
  throw IndexError(kind_of_failure(error), path.string(),
                   "cannot " + std::string(action) + " " + path.string() + ": " + error.message());
}

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

void copy_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  const FileDescriptor in(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
  if (!in.is_open()) throw_io(from, "open");
  const FileDescriptor out(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!out.is_open()) throw_io(to, "create");
  for (;;) {
    constexpr std::size_t kAtOnce = std::size_t{1} << 30;
    const auto copied = ::copy_file_range(in.get(), nullptr, out.get(), nullptr, kAtOnce, 0);
    if (copied < 0 && errno == EINTR) continue;
    if (copied < 0) throw_io(to, "write");
    if (copied == 0) return;
  }
}

void require_free_space(const std::filesystem::path& folder, std::uint64_t bytes) {
  std::error_code error;
  const auto space = std::filesystem::space(folder, error);
  if (error || space.available >= bytes) return;
  constexpr std::uint64_t kMegabyte = 1'000'000;
  throw IndexError(IndexError::Kind::disk_full, folder.string(),
                   "cannot write to " + folder.string() + ": " +
                       std::to_string(bytes / kMegabyte + 1) + " MB are needed, " +
                       std::to_string(space.available / kMegabyte) + " MB are free");
}

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
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
