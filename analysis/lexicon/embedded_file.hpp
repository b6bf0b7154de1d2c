// The data files that were compiled into the library.
#pragma once

#include <span>
#include <string_view>

namespace furat::analysis {

struct EmbeddedFile {
  std::string_view name;  ///< file name without folder, e.g. "places.toml"
  std::string_view contents;
};

/// The TOML files of corpus/lexicon as they were when the library was built.
[[nodiscard]] std::span<const EmbeddedFile> embedded_lexicon_files();

/// english-words.txt and given-names.txt of corpus/lexicon, in this order.
[[nodiscard]] std::span<const EmbeddedFile> embedded_word_lists();

}  // namespace furat::analysis
