#include "index/place_positions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "index/varint.hpp"

namespace furat::index {
namespace {

constexpr std::array<std::string_view, 16> kPoints{
    "city", "plant",  "town",     "village", "neighbourhood", "airbase",  "airport",   "base",
    "dam",  "bridge", "crossing", "camp",    "prison",        "mountain", "oil_field", "gas_field"};
/// Also the names that countries give their divisions, and lines such as roads.
constexpr std::array<std::string_view, 18> kAreas{
    "continent", "country",  "region",      "governorate", "province", "state",
    "county",    "district", "subdistrict", "river",       "lake",     "valley",
    "desert",    "island",   "sea",         "zone",        "road",     "border"};

/// Degrees are kept to a millionth, as in the value records.
constexpr double kDegreeUnits = 1e6;

template <class Kinds>
bool holds(const Kinds& kinds, std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::optional<double> read_degrees(ByteReader& reader, double most) {
  const auto degrees = static_cast<double>(reader.signed_varint()) / kDegreeUnits;
  return std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt;
}

}  // namespace

std::optional<PlaceExtent> extent_of_kind(std::string_view kind) {
  if (holds(kPoints, kind)) return PlaceExtent::point;
  if (holds(kAreas, kind)) return PlaceExtent::area;
  return std::nullopt;
}

void add_position(const ValueRecord& value, PlacePositions& positions) {
  if (value.dimension != Dimension::place || !value.latitude || !value.longitude) return;
  if (extent_of_kind(value.kind) != PlaceExtent::point) return;
  positions[value.id] = {*value.latitude, *value.longitude};
}

std::string encode(const PlacePositions& positions) {
  std::string out;
  for (const auto& [id, position] : positions) {
    append_text(out, id);
    append_signed(out, std::llround(position.latitude * kDegreeUnits));
    append_signed(out, std::llround(position.longitude * kDegreeUnits));
  }
  return out;
}

std::optional<std::vector<PlacePosition>> decode_place_positions(std::string_view bytes) {
  constexpr double kMostLatitude = 90;
  constexpr double kMostLongitude = 180;
  ByteReader reader(bytes);
  std::vector<PlacePosition> positions;
  while (!reader.at_end() && !reader.failed()) {
    PlacePosition place;
    place.id = reader.text();
    const auto latitude = read_degrees(reader, kMostLatitude);
    const auto longitude = read_degrees(reader, kMostLongitude);
    if (!latitude || !longitude) return std::nullopt;
    if (!positions.empty() && positions.back().id >= place.id) return std::nullopt;
    place.position = {*latitude, *longitude};
    positions.push_back(std::move(place));
  }
  if (reader.failed()) return std::nullopt;
  return positions;
}

}  // namespace furat::index
