// Keys by which spellings of one name meet, whatever the script and the tradition of spelling.
// The cascade: K0 is the exact fold (fold_name()), then the three keys here, each coarser than the
// one before. The first tier that finds something wins; name_similarity.hpp decides among its
// finds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

inline constexpr std::size_t kMaxSkeletons = 3;

struct TransliterationKeys {
  /// K1: letters without articles, generic words, a final h and doubles: "raqa" of "ar-Raqqah".
  std::string letters;
  /// K2: classes of consonants with the vowels that are written: "SuXN" of "as-Sukhnah".
  std::string vowelled;
  /// K3: classes of consonants alone, the likeliest reading first, at most kMaxSkeletons. Spellings
  /// meet if they share one.
  std::vector<std::string> skeletons;
};

/// Keys of a name in Latin or Arabic letters; all empty for other scripts. Any bytes, any thread;
/// about a microsecond.
[[nodiscard]] TransliterationKeys transliteration_keys(std::string_view name);

}  // namespace furat::analysis
