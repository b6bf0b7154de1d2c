// A data file that was compiled into the library.
#pragma once

#include <span>
#include <string_view>

namespace furat::analysis {

struct EmbeddedFile {
  std::string_view name;  ///< file name without folder, e.g. "places.toml"
  std::string_view contents;
};

/// The files of corpus/lexicon as they were when the library was built.
[[nodiscard]] std::span<const EmbeddedFile> embedded_lexicon_files();

}  // namespace furat::analysis
