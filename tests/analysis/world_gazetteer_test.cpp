// The data that is built in: the world gazetteer for itself, and the lexicon against it.
#include "analysis/places/world_gazetteer.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/places/gazetteer.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

const Lexicon& lexicon() {
  static const auto kLexicon = built_in_lexicon();
  return kLexicon;
}

std::string_view country_of(const GazetteerImage& world, std::uint32_t row) {
  while (world.parent(row) != GazetteerImage::kNone) row = world.parent(row);
  return world.place(row).area;
}

TEST_CASE("every row of the world has a name, a country, and a position on earth") {
  const auto world = world_gazetteer();
  CHECK(world.size() > 190'000);
  std::vector<std::uint32_t> faulty;
  for (std::uint32_t row = 0; row < world.size(); ++row) {
    const auto place = world.place(row);
    const bool sound = !place.name.empty() && !place.kind.empty() &&
                       std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180 &&
                       (place.parent < row || place.parent == GazetteerImage::kNone) &&
                       country_of(world, row).size() == 2 &&
                       (place.geonameid != 0 || !place.area.empty());
    if (!sound) faulty.push_back(row);
  }
  CHECK(faulty.empty());
}

TEST_CASE(
    "only countries of the world have no parent, and every area lies in the one its code says") {
  const auto world = world_gazetteer();
  std::vector<std::string> faulty;
  for (std::uint32_t row = 0; row < world.size(); ++row) {
    const auto place = world.place(row);
    const bool country = place.area.size() == 2;
    if (country != (place.parent == GazetteerImage::kNone)) faulty.emplace_back(place.name);
    if (country || place.area.empty()) continue;
    const auto above = world.place(place.parent).area;
    if (!place.area.starts_with(std::string(above) + '.')) faulty.emplace_back(place.area);
  }
  CHECK(faulty == std::vector<std::string>{});
}

TEST_CASE("the war's countries and their neighbours have all their places") {
  const auto world = world_gazetteer();
  std::map<std::string, std::size_t, std::less<>> towns;
  for (std::uint32_t row = 0; row < world.size(); ++row)
    if (world.place(row).area.empty()) ++towns[std::string(country_of(world, row))];
  // Measured when the data was made; what a new version of it may lose is a twentieth.
  const std::map<std::string, std::size_t> least{
      {"SY", 275}, {"IQ", 136}, {"LB", 34}, {"JO", 132}, {"TR", 2035}, {"IR", 421}, {"IL", 680},
      {"PS", 414}, {"EG", 143}, {"SA", 95}, {"YE", 298}, {"LY", 52},   {"AF", 298}, {"UA", 2708}};
  for (const auto& [country, count] : least) {
    INFO(country << " has " << towns[country]);
    CHECK(towns[country] >= count);
    CHECK(world.with_area(country));
  }
}

TEST_CASE("no two places of the built-in data have one id, and each is found by its own") {
  const Gazetteer gazetteer(lexicon().places, world_gazetteer());
  std::vector<std::string> faulty;
  for (std::uint32_t row = 0; row < gazetteer.size(); ++row) {
    if (row >= gazetteer.lexicon_size() &&
        gazetteer.row_of_world(row - gazetteer.lexicon_size()) != row)
      continue;
    if (gazetteer.find(gazetteer.id(row)) != row) faulty.push_back(gazetteer.id(row));
  }
  CHECK(faulty == std::vector<std::string>{});
}

TEST_CASE("every row of the lexicon that says what it is in GeoNames is there, once") {
  const auto world = world_gazetteer();
  const Gazetteer gazetteer(lexicon().places, world);
  std::vector<std::string> missing, shared;
  for (std::uint32_t row = 0; row < gazetteer.lexicon_size(); ++row) {
    const auto& entry = lexicon().places[row];
    std::optional<std::uint32_t> stands_for;
    if (!entry.iso.empty())
      stands_for = world.with_area(entry.iso);
    else if (!entry.admin.empty())
      stands_for = world.with_area(entry.admin);
    else if (entry.geonameid)
      stands_for = world.with_geonameid(static_cast<std::uint32_t>(*entry.geonameid));
    else
      continue;
    if (!stands_for)
      missing.push_back(entry.iso.empty() ? entry.admin : entry.iso);
    else if (gazetteer.row_of_world(*stands_for) != row)
      shared.push_back(entry.id);
  }
  // Nobody lives there, or no town of cities500 says that it lies in that division: of the second
  // level GeoNames has hardly any in Syria.
  const std::set<std::string> kWithoutTowns{"IO", "BV", "HM", "UM", "IQ.19"};
  std::erase_if(missing, [&](const std::string& code) {
    const bool second_level = std::count(code.begin(), code.end(), '.') == 2;
    return kWithoutTowns.contains(code) ||
           (second_level && (code.starts_with("SY.") || code.starts_with("IQ.")));
  });
  CHECK(missing == std::vector<std::string>{});
  CHECK(shared == std::vector<std::string>{});
}

/// Settlements of the world in cells of a degree.
class SettlementGrid {
 public:
  explicit SettlementGrid(const GazetteerImage& world) {
    for (std::uint32_t row = 0; row < world.size(); ++row) {
      const auto place = world.place(row);
      if (!place.area.empty()) continue;
      cells_[cell(place.latitude, place.longitude)].push_back(
          {{place.latitude, place.longitude}, country_of(world, row)});
    }
  }

  /// Countries of the `count` nearest settlements.
  [[nodiscard]] std::set<std::string_view> nearest_countries(Position at, std::size_t count) const {
    std::vector<std::pair<double, std::string_view>> found;
    // Rings of cells grow until a ring more cannot hold anything nearer.
    for (int reach = 2; reach <= 180; reach *= 2) {
      found.clear();
      gather(at, reach, found);
      std::sort(found.begin(), found.end());
      constexpr double kKilometresOfDegree = 111;
      const auto covered =
          kKilometresOfDegree * (reach - 1) *
          std::cos(std::min(89.0, std::abs(at.latitude) + reach) * std::numbers::pi / 180);
      if (found.size() >= count && found[count - 1].first <= covered) break;
    }
    std::set<std::string_view> countries;
    for (std::size_t i = 0; i < std::min(count, found.size()); ++i)
      countries.insert(found[i].second);
    return countries;
  }

 private:
  struct Settlement {
    Position position;
    std::string_view country;
  };
  static int cell(double latitude, double longitude) {
    return row_of(latitude) * 360 + column_of(longitude);
  }
  static int row_of(double latitude) {
    return std::clamp(static_cast<int>(std::floor(latitude)) + 90, 0, 179);
  }
  static int column_of(double longitude) {
    return ((static_cast<int>(std::floor(longitude)) + 180) % 360 + 360) % 360;
  }

  void gather(Position at, int reach, std::vector<std::pair<double, std::string_view>>& to) const {
    const int row = row_of(at.latitude), column = column_of(at.longitude);
    for (int r = std::max(0, row - reach); r <= std::min(179, row + reach); ++r)
      for (int c = std::max(column - reach, column - 179);
           c <= std::min(column + reach, column + 180); ++c) {
        const auto found = cells_.find(r * 360 + (c + 360) % 360);
        if (found == cells_.end()) continue;
        for (const auto& settlement : found->second)
          to.emplace_back(kilometres_between(at, settlement.position), settlement.country);
      }
  }

  std::unordered_map<int, std::vector<Settlement>> cells_;
};

TEST_CASE("a place of the lexicon has settlements of its country about it") {
  // Without settlements, or in the country of others: bases, the far ends of territories, strips
  // along a border.
  const std::set<std::string> kElsewhere{"io",
                                         "bv",
                                         "aq",
                                         "hm",
                                         "um",
                                         "um-wake-island",
                                         "um-midway",
                                         "io-diego-garcia",
                                         "aq-antarctic-peninsula",
                                         "aq-weddell-sea",

                                         "sy-fiq-district",
                                         "sy-ghajar",
                                         "sy-peace-spring-area",
                                         "sy-safe-zone",
                                         "sy-mabrouka",
                                         "sy-mabrouka-camp",
                                         "iq-rabia"};
  constexpr std::size_t kNearest = 10;
  const auto world = world_gazetteer();
  const Gazetteer gazetteer(lexicon().places, world);
  const SettlementGrid settlements(world);
  std::set<std::string> elsewhere;
  for (std::uint32_t row = 0; row < gazetteer.lexicon_size(); ++row) {
    const auto country = gazetteer.country(row);
    const auto position = gazetteer.position(row);
    if (country.empty() || !position) continue;
    if (!settlements.nearest_countries(*position, kNearest).contains(country))
      elsewhere.insert(lexicon().places[row].id);
  }
  CHECK(elsewhere == kElsewhere);
}

}  // namespace
}  // namespace furat::analysis
