// The name of a body that ends at a place in the text.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/actors/token_breaks.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

struct CapitalPhrase {
  std::size_t first = 0;
  bool body = false;    ///< has a word that says it is a body
  bool linked = false;  ///< has "of", "without" or the like inside, not only "the"
};

/// The words with capitals, and what links them, that end with token `past_end` - 1: "Union of
/// Syrian Medical Relief Organisations". Without the name of an owner ("Abbas's") and without what
/// a name that is complete follows ("the leader of", "Turkey and"). At least two words.
[[nodiscard]] std::optional<CapitalPhrase> capital_phrase_before(const TokenizedText& text,
                                                                 const TokenBreaks& breaks,
                                                                 std::size_t past_end);

}  // namespace furat::analysis
