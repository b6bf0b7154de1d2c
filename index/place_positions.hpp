// Where the places of an index lie that are points on a map: one packed table, so that a search by
// distance reads one metadata entry and not the record of every value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/tables.hpp"

namespace furat::index {

/// A settlement, camp or bridge is a point; a country, river or desert is an area: its centre is no
/// place where something happened.
enum class PlaceExtent { point, area };

/// By ValueRecord::kind; nullopt for a kind that corpus/lexicon/README.md does not have.
[[nodiscard]] std::optional<PlaceExtent> extent_of_kind(std::string_view kind);

/// Degrees.
struct Position {
  double latitude = 0, longitude = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// Place ids and where they lie.
using PlacePositions = std::map<std::string, Position>;

/// Adds the position of a value, if it is a place that is a point and has one.
void add_position(const ValueRecord& value, PlacePositions& positions);

/// The table; no bytes if there is none.
[[nodiscard]] std::string encode(const PlacePositions& positions);

struct PlacePosition {
  std::string id;
  Position position;
  friend bool operator==(const PlacePosition&, const PlacePosition&) = default;
};

/// Ascending by id; nullopt if the bytes are no such table.
[[nodiscard]] std::optional<std::vector<PlacePosition>> decode_place_positions(
    std::string_view bytes);

}  // namespace furat::index
