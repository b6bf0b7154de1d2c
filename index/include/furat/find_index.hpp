// Where an index is when nobody says: the nearest .furat, else the environment.
#pragma once

#include <filesystem>
#include <string>

#include "furat/export.hpp"

namespace furat {

/// Name of the index folder that is looked for and made.
inline constexpr const char* kIndexFolder = ".furat";

/// Where the index to read is: `given` if not empty, else `.furat` in `start` or the nearest folder
/// above it that has one, else `environment` (the value of FURAT_INDEX). Throws IndexError
/// not_found saying what was tried.
[[nodiscard]] FURAT_EXPORT std::filesystem::path find_index(const std::string& given,
                                                            const std::filesystem::path& start,
                                                            const std::string& environment);

/// Where an index is to be built: the same, but `.furat` in `start` where there is none.
[[nodiscard]] FURAT_EXPORT std::filesystem::path index_to_build(const std::string& given,
                                                                const std::filesystem::path& start,
                                                                const std::string& environment);

}  // namespace furat
