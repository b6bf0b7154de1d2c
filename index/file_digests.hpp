// The digest of the file that each article came from: what a hit says of it without reading the
// table of files. A file of its own in each generation, written with that table.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "index/file_table.hpp"
#include "index/files.hpp"

namespace furat::index {

class FileDigests {
 public:
  /// Maps the file of a generation. Throws IndexError damaged if it is missing or has another
  /// length than it says.
  explicit FileDigests(const std::filesystem::path& generation);

  /// Of the bytes of such a file. Throws likewise, calling it `name`.
  FileDigests(std::string bytes, const std::string& name);

  /// SHA-256 of the file of an article, 32 raw bytes; empty for numbers without one.
  [[nodiscard]] std::string_view of(std::uint32_t article) const;

 private:
  void read(std::string_view bytes, const std::string& name);

  MappedFile file_;
  std::shared_ptr<const std::string> owned_;  ///< stays where it is when this is moved
  std::string_view digests_, numbers_;        ///< of files; by article, which file, from 1
};

/// The file's contents.
[[nodiscard]] std::string encode_file_digests(const FileTable& table);

[[nodiscard]] std::filesystem::path file_digests_path(const std::filesystem::path& generation);

}  // namespace furat::index
