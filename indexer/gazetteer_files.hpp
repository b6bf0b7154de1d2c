// GeoNames dumps that the user names: their rows and those of the built-in world as one gazetteer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "analysis/places/gazetteer_image.hpp"
#include "indexer/input_files.hpp"

namespace furat::indexer {

/// The image of all rows; where a dump and the world, or two dumps, have the same place, the later
/// gives name and position. Lines that are none of a dump are told to `problem` with file and line,
/// the first ten of a file singly and the others by their number. Throws std::runtime_error for a
/// file that cannot be read or is no dump. Takes about a second a million rows, and memory for all
/// of them.
[[nodiscard]] std::vector<std::uint32_t> with_gazetteer_files(
    const analysis::GazetteerImage& world, std::span<const std::filesystem::path> dumps,
    const ProblemSink& problem);

}  // namespace furat::indexer
