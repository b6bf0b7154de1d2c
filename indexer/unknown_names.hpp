// Names in a passage that no lexicon knows: what a search by another spelling can find.
#pragma once

#include <string>
#include <vector>

#include "indexer/annotator.hpp"

namespace furat::indexer {

/// Runs of up to five capitalised words that hold one which is neither plain English nor part of a
/// known place, actor or date, without the English words around it; alone also the words of longer
/// runs and surnames. Arabic words inside Latin text, and those that follow a word such as "city".
/// As the passage writes them, each once, in byte order.
[[nodiscard]] std::vector<std::string> unknown_names(const AnnotatedPassage& passage);

/// The index terms of these names, under each of their skeleton keys.
[[nodiscard]] std::vector<std::string> name_terms(const AnnotatedPassage& passage);

}  // namespace furat::indexer
