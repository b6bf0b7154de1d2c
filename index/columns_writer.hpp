// Writes the columns sidecar from the value slots, in one pass a dimension and a few bytes a
// document.
#pragma once

#include <xapian.h>

#include <filesystem>

namespace furat::index {

/// Throws Xapian::Error and IndexError.
void write_columns(const Xapian::Database& database, const std::filesystem::path& sidecar);

}  // namespace furat::index
