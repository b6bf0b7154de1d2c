// A folder that gets one file an article: names that are safe whatever the ids are, and files that
// are replaced in one step.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace furat::cli {

/// The id as the stem of a file name: ASCII letters, digits, '-', '_' and '.' (but not as the first
/// character) as they are, every other byte as %XX; so no two ids have the same. Above 200 bytes
/// it is cut and ends with '~' and a hash of the whole id. Never empty for an id that is not.
[[nodiscard]] std::string safe_file_stem(std::string_view id);

class DocumentFolder {
 public:
  /// Makes the folder where it is not there. `extension` with its dot. Throws IndexError if it
  /// cannot be made or takes no files, std::runtime_error if it is no folder.
  DocumentFolder(std::filesystem::path folder, std::string extension);

  /// Writes the file of an article, replacing one of that name; stems that meet nevertheless (cut
  /// ones) get "~2", "~3", ... in the order of the calls. Throws IndexError; std::runtime_error if
  /// something else than a regular file has that name.
  void write(std::string_view id, std::string_view contents);

  [[nodiscard]] std::size_t size() const { return stems_.size(); }

 private:
  [[nodiscard]] std::string new_stem(std::string_view id);
  std::filesystem::path folder_;
  std::string extension_;
  std::set<std::string> stems_;  ///< written so far
};

}  // namespace furat::cli
