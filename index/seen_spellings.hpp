// Spellings seen: the terms that tell how the passages write a place or an actor. All spellings of
// a value are neighbours, so that a walk over its terms gives each with its number of passages.
#pragma once

#include <string>
#include <string_view>

namespace furat::index {

/// The words of a mention as a spelling: white space as one blank, without a "the" before and an
/// "'s" behind, at most 80 bytes. Letters stay as they are. Empty if nothing is left.
[[nodiscard]] std::string seen_spelling(std::string_view mention);

/// Begins the terms of all spellings of a value, which follow it. Ids are short (faults_of of the
/// lexicon): no such term is hashed.
[[nodiscard]] std::string spelling_terms(std::string_view value_id);

}  // namespace furat::index
