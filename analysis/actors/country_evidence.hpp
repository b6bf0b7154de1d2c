// Which countries an article speaks of: what decides whose "5th Corps" it means.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Mentions by country (ISO 3166 alpha-2).
class CountryCounts {
 public:
  void add(std::string_view iso) {
    if (!iso.empty()) highest_ = std::max(highest_, ++counts_[iso]);
  }
  [[nodiscard]] int highest() const { return highest_; }
  [[nodiscard]] int of(std::string_view iso) const {
    const auto found = counts_.find(iso);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<std::string_view, int> counts_;  // keys belong to the lexicon
  int highest_ = 0;
};

/// Countries by their names, their demonyms and the unconditional names of places in them.
/// Immutable after construction.
class CountryNames {
 public:
  explicit CountryNames(std::span<const PlaceEntry> places);

  /// Adds what the text names; keys of `counts` live as long as this object.
  void count(const TokenizedText& text, CountryCounts& counts) const;

 private:
  [[nodiscard]] NameTrieBuilder names_of(std::span<const PlaceEntry> places);

  std::vector<std::string> countries_;
  NameMatcher matcher_;  ///< payload: number of a country
};

}  // namespace furat::analysis
