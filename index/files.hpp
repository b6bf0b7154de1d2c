// Files that must be on the disk when we say they are, locks, and files mapped for reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#include "furat/errors.hpp"

namespace furat::index {

/// Which kind of IndexError a failed system call makes.
[[nodiscard]] IndexError::Kind kind_of_failure(const std::error_code& error);

/// Throws the IndexError for a failed system call: "cannot <action> <path>: <reason>".
[[noreturn]] void throw_io(const std::error_code& error, const std::filesystem::path& path,
                           std::string_view action);

/// An open file descriptor, closed at the end.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

/// The whole file. nullopt if there is none; throws IndexError io if it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path);

/// Writes the file and forces it to the disk. Throws IndexError io.
void write_durably(const std::filesystem::path& path, std::string_view contents);

/// Replaces `path` in one step: a reader sees the old contents or the new, also after a crash.
/// Throws IndexError io.
void replace_durably(const std::filesystem::path& path, std::string_view contents);

/// Copies a file's bytes to a new file, by reference where the file system can. Throws IndexError.
void copy_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Throws IndexError disk_full unless the file system of `folder` has so many bytes free.
/// Xapian 1.4 may end the program when a disk runs full under it: ask before.
void require_free_space(const std::filesystem::path& folder, std::uint64_t bytes);

/// Bytes of all files below `folder`.
[[nodiscard]] std::uint64_t bytes_below(const std::filesystem::path& folder);

/// Forces every file below `folder`, and the folder itself, to the disk. Throws IndexError io.
void sync_tree(const std::filesystem::path& folder);

/// Takes an advisory lock on `path` (created if `exclusive`) without waiting; closed descriptor if
/// another holds it or there is no such file.
[[nodiscard]] FileDescriptor try_lock(const std::filesystem::path& path, bool exclusive);

/// A file mapped read-only. Empty if it cannot be mapped.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace furat::index
