// Which values of a dimension a name means: exactly, by words of a name, or spelled alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/schema.hpp"
#include "searcher/query/filter_query.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Whether the folded words stand side by side in the folded name, the last perhaps begun only.
[[nodiscard]] bool has_words(std::string_view name, std::string_view words);

/// Values with a known name that has the folded words, by has_words(): ascending.
[[nodiscard]] std::vector<std::uint32_t> values_with_words(index::Dimension dimension,
                                                           std::string_view words,
                                                           const GenerationView& view);

struct ValuesMeant {
  std::vector<std::uint32_t> ordinals;  ///< ascending
  std::string tier = "exact";           ///< ValuesResults::tier
  /// With an exact name: values with the same words in a name, ascending.
  std::vector<std::uint32_t> others{};
};

/// Values with that id or name; else those with its words side by side in a name, the last word
/// perhaps only begun; else those that are spelled alike, if `spelling` allows. Names are those of
/// the lexicon for values that passages name. Throws RequestError ("name") with suggestions if
/// there are none.
[[nodiscard]] ValuesMeant find_values(index::Dimension dimension, const std::string& name,
                                      FilterSpelling spelling, const GenerationView& view);

}  // namespace furat
