// Edit distance between names, for suggestions.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat {

/// Insertions, deletions, substitutions and swaps of neighbours (bytes) that turn `a` into `b`
/// (optimal string alignment); anything above `limit` is reported as limit + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace furat
