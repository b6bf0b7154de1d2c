// The course of a history: which of its stated dates carry it on, and which only look ahead or
// back.
#pragma once

#include <span>

#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

/// Fills in `hints.excursion` and `hints.next` of the expressions of an article, in reading order.
/// Linear.
void mark_course(std::span<Expressions> passages);

}  // namespace furat::analysis::dates
