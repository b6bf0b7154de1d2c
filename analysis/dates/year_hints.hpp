// What the sentence of an expression tells about a year that it does not state.
#pragma once

#include <string_view>

#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

/// Fills in the `hints` of the expressions of a passage, given by its lexemes and its text:
/// sentence, tense, coordination, terms and anniversaries. Linear in the passage.
void mark_year_hints(const Lexemes& lexemes, std::string_view text, Expressions& expressions);

}  // namespace furat::analysis::dates
