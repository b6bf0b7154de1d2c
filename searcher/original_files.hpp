// Where the files lie that an index was made from: what links and lists of paths need.
#pragma once

#include <filesystem>
#include <string>

#include "index/file_table.hpp"

namespace furat {

/// The table of files of one generation, asked by the names that articles have (ArticleInfo::file).
class OriginalFiles {
 public:
  /// Throws IndexError: damaged, io.
  OriginalFiles(const std::filesystem::path& index, const std::string& generation);

  /// The absolute path of the file when the index was made; empty for a name that it does not
  /// have. Of a name that several inputs have, the file of the first.
  [[nodiscard]] std::filesystem::path path_of(const std::string& name) const;

  [[nodiscard]] const std::string& generation() const { return generation_; }

 private:
  std::filesystem::path index_;  ///< absolute: inputs are remembered relative to it
  std::string generation_;
  index::FileTable table_;
};

}  // namespace furat
