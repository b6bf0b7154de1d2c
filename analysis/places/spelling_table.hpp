// Known places by how their names sound: for spellings that no list has.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/places/gazetteer.hpp"

namespace furat::analysis {

/// Names of places of the Arabic-writing Middle East under their transliteration keys (see
/// names/transliteration_keys.hpp; keys are made for these names, and the more of the world they
/// cover, the more strangers meet: extraction.md 4.5). Made at the first question, once. Any
/// thread. The gazetteer must outlive it.
class SpellingTable {
 public:
  explicit SpellingTable(const Gazetteer& gazetteer);
  ~SpellingTable();

  /// Rows whose name sounds like `name`, of the first tier of keys that has any that are alike
  /// enough, most alike only. For tokens already believed to be a place's name, never for free
  /// text.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view name) const;

 private:
  struct Table;
  const Table& table() const;

  const Gazetteer& gazetteer_;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace furat::analysis
