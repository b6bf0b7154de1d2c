// What differs between two lists of actors, as what a passage must have to be annotated otherwise
// than before.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::indexer {

/// A name by the words that a text must have to be matched by it.
struct WantedName {
  std::vector<std::string> words;  ///< folded, without articles; never empty
  std::size_t length = 0;          ///< words of the text that it takes, articles among them
  bool arabic_first = false;       ///< particles may be written onto the first word
  friend auto operator<=>(const WantedName&, const WantedName&) = default;
};

struct LexiconChanges {
  bool everywhere = false;         ///< any passage may have changed
  std::vector<WantedName> names;   ///< that came, went or mean another: each once
  std::vector<std::string> terms;  ///< index terms of passages that name what changed: each once
  std::set<std::string> sounds;    ///< skeleton keys of names by which actors are found in other
                                   ///< spellings (analysis/actors/actor_spellings.hpp)
};

/// Both lists are sound with the places they are used with, which are the same (faults_of). A
/// passage that has neither all words of one of the names nor one of the terms is annotated the
/// same by both, and so is a title.
[[nodiscard]] LexiconChanges lexicon_changes(std::span<const analysis::ActorEntry> before,
                                             std::span<const analysis::ActorEntry> after);

}  // namespace furat::indexer
