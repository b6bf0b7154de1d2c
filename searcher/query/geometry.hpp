// Distances and boxes on the globe.
#pragma once

#include "index/place_positions.hpp"

namespace furat {

/// Great-circle distance by the haversine formula, on a sphere of the Earth's mean radius
/// (6371.0088 km): up to half a percent from the distance on the ellipsoid.
[[nodiscard]] double kilometres_between(index::Position a, index::Position b);

/// Degrees; reaches over the date line where `west` is greater than `east`.
struct BoundingBox {
  double south = 0, west = 0, north = 0, east = 0;
  /// Its edges belong to it.
  [[nodiscard]] bool holds(index::Position position) const;
};

}  // namespace furat
