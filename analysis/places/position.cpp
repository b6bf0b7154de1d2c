#include "analysis/places/position.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace furat::analysis {
namespace {

constexpr double kEarthRadius = 6371.0088;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

double squared(double x) { return x * x; }

}  // namespace

double kilometres_between(Position a, Position b) {
  const auto half_sine = [](double from, double to) {
    return squared(std::sin(radians(to - from) / 2));
  };
  const double h = half_sine(a.latitude, b.latitude) + std::cos(radians(a.latitude)) *
                                                           std::cos(radians(b.latitude)) *
                                                           half_sine(a.longitude, b.longitude);
  // Rounding may lead above 1 for points on opposite sides.
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace furat::analysis
