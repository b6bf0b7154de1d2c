// Name expansion: runs of query words that are a known name, in any spelling, or spelled like a
// name that passages have.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/name_spellings.hpp"
#include "searcher/query/query_ast.hpp"
#include "searcher/query/spelling_lookup.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Consecutive children [first, first + count) of a sequence that name something.
struct NameRun {
  std::size_t first = 0, count = 0;
  std::string text;                 ///< as typed, words joined by spaces
  NameTier tier = NameTier::exact;  ///< by which the values were found
  /// The lexicon has one of the values. Of names that only the archive has, none need be the usual
  /// one, and their words may stand apart.
  bool is_listed = false;
  /// "IS" in capitals: the same letters are an English word, so that only mentions tell the name.
  bool is_also_word = false;
  std::vector<std::uint32_t> ordinals;   ///< places and actors it may stand for
  std::vector<FoundSpelling> spellings;  ///< others in the text of passages
  /// Passages have names without the English words around them: "Zubair" of "Zubair Trading
  /// Company". Empty if none are around, or the lexicon has the whole name.
  struct Core {
    std::string text, around;
    std::vector<FoundSpelling> spellings;
  } core;
};

/// The leftmost-longest runs of plain words among `children` that are names of the index. A single
/// word of at most two letters or a stop word counts only if typed in capitals ("US", "IS").
/// English words are names only if they are known as such, or typed with a capital beside a word
/// that is not English ("Tall Abiad").
[[nodiscard]] std::vector<NameRun> name_runs(const std::vector<QueryNode>& children,
                                             const GenerationView& view);

}  // namespace furat
