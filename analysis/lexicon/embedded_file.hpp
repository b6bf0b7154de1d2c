// The data files that were compiled into the library.
#pragma once

#include <span>
#include <string_view>

namespace furat::analysis {

struct EmbeddedFile {
  std::string_view name;  ///< file name without folder, e.g. "given-names.txt"
  std::string_view contents;
};

/// english-words.txt and given-names.txt of corpus/lexicon, in this order.
[[nodiscard]] std::span<const EmbeddedFile> embedded_word_lists();

}  // namespace furat::analysis
