// Do the words before a place in the text have the letters of an acronym?
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/actors/short_forms.hpp"
#include "analysis/actors/token_breaks.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// The first of the fewest words that end with token `past_end` - 1 and whose initials are the
/// letters of `form`. Words that link ("of"), articles and second parts of compounds may be passed
/// over; commas may stand between ("hand, foot and mouth disease").
[[nodiscard]] std::optional<std::size_t> initials_before(const TokenizedText& text,
                                                         const TokenBreaks& breaks,
                                                         std::size_t past_end,
                                                         const ShortForm& form);

/// Words that have the letters of an acronym, some of them inside.
struct Spelling {
  std::size_t first = 0;
  std::size_t initials = 0;  ///< how many of the letters begin a word
};

/// Likewise after Schwartz and Hearst: from right to left each letter at its last occurrence before
/// the one that follows it, the first one at the beginning of a word ("tuberculosis (TB)").
[[nodiscard]] std::optional<Spelling> letters_before(const TokenizedText& text,
                                                     const TokenBreaks& breaks,
                                                     std::size_t past_end, const ShortForm& form);

}  // namespace furat::analysis
