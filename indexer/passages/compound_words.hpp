// Words that English joins to others by a hyphen.
#pragma once

#include <string_view>

namespace furat::indexer {

/// First parts that keep their hyphen: "pro", "anti", "long", "war", "twenty" ... Lower case.
[[nodiscard]] bool begins_compounds(std::string_view word);

/// Last parts that keep it: "backed", "led", "held", "based" ... Lower case.
[[nodiscard]] bool ends_compounds(std::string_view word);

/// Syllables that are never joined by a hyphen, so that a line end must have put it: "mis", "dis",
/// "un" ...
[[nodiscard]] bool is_bound_prefix(std::string_view word);

/// Syllables that end words and are none themselves: "ment", "tion", "ties" ...
[[nodiscard]] bool is_bound_ending(std::string_view syllable);

}  // namespace furat::indexer
