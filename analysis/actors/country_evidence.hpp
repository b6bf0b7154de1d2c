// Which countries an article speaks of: what decides whose "5th Corps" it means.
#pragma once

#include <algorithm>
#include <cstdint>
#include <mutex>
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

/// Countries by their names, their demonyms and the unconditional names of places in them. Made at
/// the first question, once: most articles ask none. Any thread.
class CountryNames {
 public:
  /// The places must outlive it.
  explicit CountryNames(std::span<const PlaceEntry> places) : places_(places) {}

  /// Adds what the text names; keys of `counts` live as long as this object.
  void count(const TokenizedText& text, CountryCounts& counts) const;

 private:
  struct Table {
    std::vector<std::string> countries;
    std::vector<std::uint32_t> names;  ///< image of a NameTrie; payload: number of a country
  };
  [[nodiscard]] Table made() const;
  [[nodiscard]] const Table& table() const;

  std::span<const PlaceEntry> places_;
  mutable std::once_flag once_;
  mutable Table table_;
};

}  // namespace furat::analysis
