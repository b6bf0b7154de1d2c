// The known places as a tree: by id, by row, with what contains them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::analysis {

/// Places by id and by row, with their ancestors.
class Gazetteer {
 public:
  explicit Gazetteer(std::span<const PlaceEntry> places);  ///< rows are copied
  [[nodiscard]] std::span<const PlaceEntry> places() const& { return places_; }
  void places() const&& = delete;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  /// Rows from the parent up to the top, nearest first.
  [[nodiscard]] std::vector<std::uint32_t> ancestors(std::uint32_t place) const;
  /// ISO code of the country a place lies in, empty where none.
  [[nodiscard]] std::string_view country(std::uint32_t place) const;

 private:
  std::vector<PlaceEntry> places_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace furat::analysis
