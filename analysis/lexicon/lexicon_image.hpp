// A lexicon as bytes: compiled once from the TOML files by the build, so that a program need not
// parse them at each start.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::analysis {

/// All rows and the version. Not for other machines: numbers are as they lie in memory.
[[nodiscard]] std::string pack(const Lexicon& lexicon);

/// What pack() was given, without `place_names`; nullopt if the bytes are cut off or none of a
/// lexicon.
[[nodiscard]] std::optional<Lexicon> unpack_lexicon(std::string_view bytes);

}  // namespace furat::analysis
