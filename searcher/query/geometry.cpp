#include "searcher/query/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace furat {
namespace {

constexpr double kEarthRadius = 6371.0088;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

double squared(double x) { return x * x; }

}  // namespace

double kilometres_between(index::Position a, index::Position b) {
  const auto half_sine = [](double from, double to) {
    return squared(std::sin(radians(to - from) / 2));
  };
  const double h = half_sine(a.latitude, b.latitude) + std::cos(radians(a.latitude)) *
                                                           std::cos(radians(b.latitude)) *
                                                           half_sine(a.longitude, b.longitude);
  // Rounding may lead above 1 for points on opposite sides.
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
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
