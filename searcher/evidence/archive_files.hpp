// Files of an archive by names that are not trusted.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace furat {

/// Whether a name stays below the folder it is relative to: no absolute one, none with "..".
[[nodiscard]] bool stays_inside(const std::string& name);

/// The bytes of the regular file with this name below the first root that has it, at most 2 GiB.
/// Links are followed nowhere below a root. nullopt if there is none or it cannot be read.
[[nodiscard]] std::optional<std::string> read_below(const std::vector<std::filesystem::path>& roots,
                                                    const std::string& name);

}  // namespace furat
