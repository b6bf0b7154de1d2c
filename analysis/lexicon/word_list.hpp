// Word lists compiled into the library: which words are ordinary English, which are people's names?
// Made by scripts/update-word-lists from the sources that NOTICE names.
#pragma once

#include <string_view>

namespace furat::analysis {

/// True for an English word, inflected forms included, that is not written with a capital by rule:
/// "shelling", "turkey", but not "Turkey". `folded` is one folded token (tokenize()). Nothing is
/// prepared at start: a binary search, about 20 steps. Any thread.
[[nodiscard]] bool is_english_word(std::string_view folded);

/// True for a first name or a surname, mostly of the English-speaking world and Europe. As above.
[[nodiscard]] bool is_given_name(std::string_view folded);

}  // namespace furat::analysis
