// Checks a generation from the ground up: nothing it says about itself is believed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace furat::index {

/// A sentence per fault in the published generation of the index folder; empty when clean. Checks
/// Xapian's own structures, every record and span, every facet term and slot against a recount from
/// the slots and tables, the columns, counts and completion record. Throws IndexError if there is
/// no index or it cannot be opened at all.
[[nodiscard]] std::vector<std::string> faults_of(const std::filesystem::path& index);

}  // namespace furat::index
