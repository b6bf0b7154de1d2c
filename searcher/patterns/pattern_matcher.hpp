// Where a pattern stands in a text.
#pragma once

#include <vector>

#include "searcher/patterns/text_pattern.hpp"
#include "searcher/patterns/text_words.hpp"

namespace furat {

/// The runs of words that are what the pattern says, ascending, each once; those of `close` reach
/// from the first word of one side to the last word of the other. Time grows with the words of the
/// text; for chains of NEAR/n with n and with the number of pairs that stand so near.
[[nodiscard]] std::vector<WordRun> occurrences(const TextPattern& pattern, const TextWords& text);

[[nodiscard]] bool occurs(const TextPattern& pattern, const TextWords& text);

/// What a reader is to see marked: the words and phrases of the occurrences, not what stands
/// between two that are close. Neither in order nor each once.
[[nodiscard]] std::vector<WordRun> marked_runs(const TextPattern& pattern, const TextWords& text);

}  // namespace furat
