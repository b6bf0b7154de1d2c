// Xapian's own consistency check, at arm's length: on damaged files it may crash, which must not
// take us along.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace furat::index {

/// What Xapian's check finds wrong with a database, none if nothing. Runs in a child process.
/// Throws IndexError io if no process can be had.
[[nodiscard]] std::optional<std::string> xapian_faults(const std::filesystem::path& database);

}  // namespace furat::index
