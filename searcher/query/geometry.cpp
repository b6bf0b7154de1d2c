#include "searcher/query/geometry.hpp"

#include <cmath>

#include "analysis/places/position.hpp"

namespace furat {

double kilometres_between(index::Position a, index::Position b) {
  return analysis::kilometres_between({a.latitude, a.longitude}, {b.latitude, b.longitude});
}

bool BoundingBox::holds(index::Position position) const {
  if (position.latitude < south || position.latitude > north) return false;
  const auto between = [this](double longitude) {
    return west <= east ? west <= longitude && longitude <= east
                        : west <= longitude || longitude <= east;
  };
  // The meridian of 180 degrees has two names.
  const bool on_date_line = std::abs(position.longitude) == 180;
  return between(position.longitude) || (on_date_line && between(-position.longitude));
}

}  // namespace furat
