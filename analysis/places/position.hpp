// Points on the globe.
#pragma once

namespace furat::analysis {

/// Degrees.
struct Position {
  double latitude = 0, longitude = 0;
};

/// Great-circle distance on a sphere of the Earth's mean radius, by the haversine formula.
[[nodiscard]] double kilometres_between(Position a, Position b);

}  // namespace furat::analysis
