// Counts every facet value again: for `verify --counts`.
#pragma once

#include <filesystem>

#include "furat/count_check.hpp"

namespace furat::index {

/// Reads the slots of all passages and counts the passages of each value, and of none; then counts
/// the postings of the value's terms, which filters use, one by one, and the columns, which facets
/// are counted from. All three must agree. Throws Xapian::Error and IndexError.
[[nodiscard]] CountCheck check_counts(const std::filesystem::path& index);

}  // namespace furat::index
