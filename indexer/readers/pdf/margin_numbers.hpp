// The numbers of lines that drafts and court papers have in the margin.
#pragma once

#include <vector>

#include "indexer/readers/pdf/page_words.hpp"

namespace furat::indexer::pdf {

/// Lets go of numbers in a column of their own beside all other words of the page, left or right,
/// that count up from line to line.
void drop_margin_numbers(const PageWords& page, std::vector<bool>& kept);

}  // namespace furat::indexer::pdf
