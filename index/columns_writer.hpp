// Writes the columns sidecar from the value slots, in one pass a dimension and a few bytes a
// document.
#pragma once

#include <filesystem>

namespace furat::index {

/// Reads the database at `passages` with two threads. Throws Xapian::Error and IndexError.
void write_columns(const std::filesystem::path& passages, const std::filesystem::path& sidecar);

}  // namespace furat::index
