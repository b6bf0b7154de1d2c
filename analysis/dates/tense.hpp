// What the words of a sentence tell of the time of a date among them: over, or yet to come.
#pragma once

#include <cstddef>

#include "analysis/dates/expression.hpp"
#include "analysis/dates/lexemes.hpp"

namespace furat::analysis::dates {

/// What the word at `i` tells: "will", "is to", "scheduled" lie ahead, "fell", "ended" are past.
/// Reporting verbs tell nothing of the time of what was said.
[[nodiscard]] Tense tense_of_word(const Lexemes& lexemes, std::size_t i);

/// Whether a weekday at `i` is one to come: of the next word before it that tells, which may be a
/// reporting verb here ("said on Friday that ..."); "until" and "by" set a term.
[[nodiscard]] bool lies_ahead(const Lexemes& lexemes, std::size_t i);

}  // namespace furat::analysis::dates
