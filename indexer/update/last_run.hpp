// What the last run of a writer did, for furat-index status: a small text file beside the
// generations.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "furat/updating.hpp"

namespace furat::indexer {

/// Never throws: a run that succeeded is not undone by a note that cannot be written.
void remember_run(const std::filesystem::path& index, const std::string& command,
                  const UpdateReport& report);

/// The note as it stands; none if there is none that can be read.
[[nodiscard]] std::optional<LastRun> last_run(const std::filesystem::path& index);

}  // namespace furat::indexer
