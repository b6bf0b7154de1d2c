// How far the long form of an acronym reaches.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "analysis/actors/short_forms.hpp"
#include "analysis/actors/token_breaks.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Tokens [first, past_end) of a text.
struct LongForm {
  std::size_t first = 0, past_end = 0;
  bool letters_match = true;
};

/// What a long form must have to be taken.
enum class LetterMatch {
  initials,  ///< each letter begins a word, and each word but "of" and the like has its letter
  loose,     ///< or the letters come in this order, the first at the beginning of a word
  foreign,   ///< or the words name a body, whatever its letters are
};

/// The long form of `form` that ends with token `past_end` - 1, or before the nouns that may stand
/// between ("the Islamic State group (IS)"): the shortest of whole words within
/// min(n + 5, 2n) words that has the letters; else, if allowed, the words with capitals that name a
/// body.
[[nodiscard]] std::optional<LongForm> long_form_before(const TokenizedText& text,
                                                       const TokenBreaks& breaks,
                                                       std::size_t past_end, const ShortForm& form,
                                                       LetterMatch least);

/// The same for tokens [first, past_end) as a whole: two words or more, none of them left over.
[[nodiscard]] std::optional<LongForm> long_form_of(const TokenizedText& text,
                                                   const TokenBreaks& breaks, std::size_t first,
                                                   std::size_t past_end, const ShortForm& form,
                                                   LetterMatch least);

}  // namespace furat::analysis
