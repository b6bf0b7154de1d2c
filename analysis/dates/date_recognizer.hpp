// Temporal expressions to calendar intervals: rules, deterministic, one pass over the tokens; the
// reference day is an argument.
#pragma once

#include <vector>

#include "analysis/article_context.hpp"
#include "analysis/dates/date_mention.hpp"

namespace furat::analysis {

/// The date mentions of each passage of one article, ascending, not overlapping. Month-days without
/// a year take the latest reading not after publication + 60 days (extraction.md 2.2); without a
/// publication day the year stays unknown
/// ("--02-09"), except in narratives (three or more full dates in ascending order), which carry the
/// last year forward. The members of a list ("February 6th and 7th") are one mention each, and so
/// are the ends of a range, of which the first has kBeginsRange, as TimeML has it; but days of a
/// month joined by a dash ("September 3-5") are one mention. Any thread.
[[nodiscard]] std::vector<std::vector<DateMention>> recognize_dates(const ArticleContext& article);

}  // namespace furat::analysis
