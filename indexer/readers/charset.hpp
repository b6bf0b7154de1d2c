// Encodings that only ICU knows: guessing one from bytes, and decoding by it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {

/// The name of the most likely encoding of bytes that are not UTF-8; windows-1252 where nothing is
/// likely.
[[nodiscard]] std::string likely_charset(std::string_view bytes);

/// Decodes by a converter of ICU. False, and nothing put, if ICU has none of that name.
bool put_by_charset(const std::string& charset, std::string_view bytes, std::uint64_t base,
                    TextCleaner& cleaner);

}  // namespace furat::indexer
