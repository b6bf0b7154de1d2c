#include "analysis/places/gazetteer.hpp"

#include <algorithm>

namespace furat::analysis {

Gazetteer::Gazetteer(std::span<const PlaceEntry> places) : places_(places.begin(), places.end()) {
  for (std::uint32_t row = 0; row < places_.size(); ++row) by_id_.try_emplace(places_[row].id, row);
}

std::optional<std::uint32_t> Gazetteer::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::uint32_t> Gazetteer::ancestors(std::uint32_t place) const {
  std::vector<std::uint32_t> rows;
  for (auto parent = find(places_[place].parent); parent; parent = find(places_[*parent].parent)) {
    // A cycle is a fault of the data; here it must only not hang.
    if (*parent == place || std::find(rows.begin(), rows.end(), *parent) != rows.end()) break;
    rows.push_back(*parent);
  }
  return rows;
}

std::string_view Gazetteer::country(std::uint32_t place) const {
  if (!places_[place].iso.empty()) return places_[place].iso;
  for (const auto row : ancestors(place))
    if (!places_[row].iso.empty()) return places_[row].iso;
  return {};
}

}  // namespace furat::analysis
