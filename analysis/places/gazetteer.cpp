#include "analysis/places/gazetteer.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/text/ascii.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kGeoNamesId = "gn-";

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

PlaceLevel level_of(FeatureClass feature, std::string_view kind) {
  if (feature == FeatureClass::country) return PlaceLevel::country;
  if (feature == FeatureClass::governorate) return PlaceLevel::division;
  if (feature == FeatureClass::district) return PlaceLevel::subdivision;
  return kind == "continent" ? PlaceLevel::above_countries : PlaceLevel::spot;
}

}  // namespace

Gazetteer::Gazetteer(std::span<const PlaceEntry> lexicon, GazetteerImage world,
                     NameTrie lexicon_names)
    : lexicon_(lexicon.begin(), lexicon.end()),
      world_(std::move(world)),
      lexicon_names_(lexicon_names) {
  by_id_.reserve(lexicon_.size());
  for (std::uint32_t row = 0; row < lexicon_.size(); ++row) {
    by_id_.try_emplace(lexicon_[row].id, row);
    classes_.push_back(feature_class_of_kind(lexicon_[row].kind));
    levels_.push_back(level_of(classes_.back(), lexicon_[row].kind));
  }
  for (const auto& entry : lexicon_) {
    const auto above = by_id_.find(entry.parent);
    parents_.push_back(above == by_id_.end() ? kNone : above->second);
  }
  for (const auto kind : world_.kinds()) world_classes_.push_back(feature_class_of_kind(kind));
  join_with_world();
}

void Gazetteer::join_with_world() {
  world_of_lexicon_.assign(lexicon_.size(), kNone);
  lexicon_of_world_.assign(world_.size(), kNone);
  for (std::uint32_t row = 0; row < lexicon_.size(); ++row) {
    const auto world_row = world_row_for(lexicon_[row]);
    if (!world_row || lexicon_of_world_[*world_row] != kNone) continue;
    lexicon_of_world_[*world_row] = row;
    world_of_lexicon_[row] = *world_row;
  }
}

std::optional<std::uint32_t> Gazetteer::world_row_for(const PlaceEntry& entry) const {
  if (!entry.iso.empty() && entry.kind == "country") return world_.with_area(entry.iso);
  if (!entry.admin.empty()) return world_.with_area(entry.admin);
  if (entry.geonameid) return world_.with_geonameid(static_cast<std::uint32_t>(*entry.geonameid));
  return std::nullopt;
}

std::optional<std::uint32_t> Gazetteer::find(std::string_view id) const {
  if (const auto known = by_id_.find(id); known != by_id_.end()) return known->second;
  std::optional<std::uint32_t> world_row;
  if (id.starts_with(kGeoNamesId)) {
    std::uint32_t number = 0;
    const auto* end = id.data() + id.size();
    const auto parsed = std::from_chars(id.data() + kGeoNamesId.size(), end, number);
    if (parsed.ec == std::errc() && parsed.ptr == end) world_row = world_.with_geonameid(number);
  } else {
    world_row = world_.with_area(upper(id));
  }
  return world_row ? std::optional(row_of_world(*world_row)) : std::nullopt;
}

std::uint32_t Gazetteer::row_of_world(std::uint32_t world_row) const {
  const auto known = lexicon_of_world_[world_row];
  return known == kNone ? lexicon_size() + world_row : known;
}

std::string Gazetteer::id(std::uint32_t row) const {
  if (const auto* known = entry(row)) return known->id;
  const auto place = world_.place(row - lexicon_size());
  if (!place.area.empty()) return lower_ascii(place.area);
  return std::string(kGeoNamesId) + std::to_string(place.geonameid);
}

std::string_view Gazetteer::name(std::uint32_t row) const {
  const auto* known = entry(row);
  return known != nullptr ? known->name : world_.place(row - lexicon_size()).name;
}

std::string_view Gazetteer::kind(std::uint32_t row) const {
  const auto* known = entry(row);
  return known != nullptr ? std::string_view(known->kind)
                          : world_.kinds()[world_.kind_number(row - lexicon_size())];
}

FeatureClass Gazetteer::feature_class(std::uint32_t row) const {
  return row < lexicon_.size() ? classes_[row]
                               : world_classes_[world_.kind_number(row - lexicon_size())];
}

PlaceLevel Gazetteer::level(std::uint32_t row) const {
  if (row < lexicon_.size()) return levels_[row];
  switch (world_.area_level(row - lexicon_size())) {
    case 0:
      return PlaceLevel::spot;
    case 1:
      return PlaceLevel::country;
    case 2:
      return PlaceLevel::division;
    default:
      return PlaceLevel::subdivision;
  }
}

std::optional<Position> Gazetteer::position(std::uint32_t row) const {
  if (const auto* known = entry(row)) {
    if (known->latitude && known->longitude) return Position{*known->latitude, *known->longitude};
    if (world_of_lexicon_[row] == kNone) return std::nullopt;
  }
  const auto world_row = world_row_of(row);
  return Position{world_.latitude(world_row), world_.longitude(world_row)};
}

std::optional<long> Gazetteer::geonameid(std::uint32_t row) const {
  if (const auto* known = entry(row)) return known->geonameid;
  const auto number = world_.place(row - lexicon_size()).geonameid;
  return number == 0 ? std::nullopt : std::optional<long>(number);
}

std::uint32_t Gazetteer::population(std::uint32_t row) const {
  const auto world_row = world_row_of(row);
  return world_row == kNone ? 0 : world_.population(world_row);
}

std::string_view Gazetteer::seat_of(std::uint32_t row) const {
  const auto* known = entry(row);
  return known != nullptr ? std::string_view(known->seat_of) : std::string_view();
}

std::optional<std::uint32_t> Gazetteer::parent(std::uint32_t row) const {
  if (row < lexicon_.size() && parents_[row] != kNone) return parents_[row];
  const auto world_row = world_row_of(row);
  // A lexicon row without a parent that stands for a country has none; others hang in the world.
  if (world_row == kNone || world_.parent(world_row) == kNone) return std::nullopt;
  return row_of_world(world_.parent(world_row));
}

template <class Action>
void Gazetteer::climb(std::uint32_t row, Action action) const {
  // A cycle is a fault of the data; here it must only not hang.
  constexpr int kDeepest = 32;
  std::optional above(row);
  for (int depth = 0; above && depth < kDeepest; ++depth) {
    if (action(*above)) return;
    above = parent(*above);
  }
}

std::vector<std::uint32_t> Gazetteer::ancestors(std::uint32_t row) const {
  std::vector<std::uint32_t> rows;
  climb(row, [&](std::uint32_t above) {
    if (above == row) return !rows.empty();
    const bool again = std::find(rows.begin(), rows.end(), above) != rows.end();
    if (!again) rows.push_back(above);
    return again;
  });
  return rows;
}

bool Gazetteer::lies_in(std::uint32_t row, std::uint32_t area) const {
  bool inside = false;
  climb(row, [&](std::uint32_t above) { return inside = above == area; });
  return inside;
}

std::optional<std::uint32_t> Gazetteer::country_row(std::uint32_t row) const {
  std::optional<std::uint32_t> country;
  climb(row, [&](std::uint32_t above) {
    if (level(above) == PlaceLevel::country) country = above;
    return country.has_value();
  });
  return country;
}

std::string_view Gazetteer::country(std::uint32_t row) const {
  std::string_view country;
  climb(row, [&](std::uint32_t above) {
    if (const auto* known = entry(above)) {
      country = known->iso;
    } else {
      const auto area = world_.area(above - lexicon_size());
      country = area.substr(0, area.find('.'));
    }
    return !country.empty();
  });
  return country;
}

std::vector<std::string_view> Gazetteer::world_names(std::uint32_t row) const {
  const auto world_row = world_row_of(row);
  if (world_row == kNone) return {};
  auto names = world_.names(world_row);
  if (row < lexicon_.size()) names.push_back(world_.place(world_row).name);
  return names;
}

}  // namespace furat::analysis
