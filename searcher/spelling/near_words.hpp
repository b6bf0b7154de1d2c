// Words of an index that are a slip of the finger away from one that was typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

struct NearWord {
  std::string word;  ///< folded
  /// Insertions, deletions, substitutions and swaps of neighbours, in letters (optimal string
  /// alignment).
  std::size_t distance = 0;
  bool other_first_letter = false;  ///< which is rarely mistyped
  std::size_t passages = 0;         ///< that have it, or name what it names
  std::size_t written = 0;          ///< passages that have the word itself
};

/// The words of passages and the names of places and actors, of one word each, that are near to
/// `word` (folded), nearest first, then by passages: 1 slip away, or 2 from words of 6 letters on.
/// Words of less than 4 letters have none. Walks the sorted term list with one row of the distance
/// table a letter, so that beginnings that are too far away are passed over as a whole (the way of
/// an automaton: Schulz and Mihov 2002). Throws Xapian::Error.
[[nodiscard]] std::vector<NearWord> near_words(std::string_view word, const GenerationView& view,
                                               analysis::TermAnalyzer& analyzer);

}  // namespace furat
