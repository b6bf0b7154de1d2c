// Capitalised words in a row: what may be a name that no list has.
#pragma once

#include <vector>

#include "analysis/places/place_cues.hpp"

namespace furat::analysis {

/// All runs of a text, ascending: words with a capital that are no words for anything known here
/// (features, titles, months, peoples, function words), and Arabic articles between them.
[[nodiscard]] std::vector<TokenRange> capitalised_runs(const TokenizedText& text);

}  // namespace furat::analysis
