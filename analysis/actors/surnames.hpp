// Surnames that stand alone, and words that end or begin somebody else's name.
#pragma once

#include <cstddef>

#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// The capitalised word before makes token `i` the end of somebody's full name ("Asma al-X").
[[nodiscard]] bool ends_other_name(const TokenizedText& text, std::size_t i);

/// Token `i`, the surname of somebody the article has named or the end of it, begins no other name.
[[nodiscard]] bool stands_as_surname(const TokenizedText& text, std::size_t i);

}  // namespace furat::analysis
