// A file whose bytes each run replaces, for code that opens its input itself.
#pragma once

#include <fstream>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.hpp"

namespace furat::fuzz {

class FileOfBytes {
 public:
  explicit FileOfBytes(const std::string& name) : path_(folder_.path() / name) {}

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  void write(std::string_view bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

 private:
  test::TemporaryFolder folder_;
  std::filesystem::path path_;
};

}  // namespace furat::fuzz
