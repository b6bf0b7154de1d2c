// What the sentence of an expression tells about a year that it does not state.
#pragma once

#include "analysis/dates/grammar.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis::dates {

/// Fills in the `hints` of the expressions of `passage`: sentence, tense, coordination and
/// anniversaries. Linear in the passage.
void mark_year_hints(const TokenizedText& passage, Expressions& expressions);

}  // namespace furat::analysis::dates
