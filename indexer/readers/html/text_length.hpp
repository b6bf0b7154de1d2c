// A measure of how much a text says that is fair to all scripts.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::indexer {

/// In Latin letters: characters without white space; those of scripts that write a syllable or a
/// word with one character (Chinese, Japanese, Korean) count three.
[[nodiscard]] std::uint32_t text_length(std::string_view text);

/// Commas of any script.
[[nodiscard]] std::uint32_t count_commas(std::string_view text);

/// True if there is a letter or a digit of any script.
[[nodiscard]] bool has_word(std::string_view text);

}  // namespace furat::indexer
