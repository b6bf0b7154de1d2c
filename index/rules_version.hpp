// Versions of what decides about the contents of an index besides the articles and the lexicon. An
// update that finds another version does that part of the work again, for all articles.
#pragma once

#include <cstdint>

namespace furat::index {

/// Raise it with any change of tokens, terms, recognizers or fingerprints that changes what stands
/// in an index: articles are then annotated anew from their stored text.
inline constexpr std::uint32_t kRulesVersion = 6;

/// Raise it with any change of readers or of the passage splitter that changes passages or
/// metadata: files are then read anew.
inline constexpr std::uint32_t kReadingVersion = 2;

}  // namespace furat::index
