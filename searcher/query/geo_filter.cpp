#include "searcher/query/geo_filter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "furat/errors.hpp"
#include "searcher/query/filter_query.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

std::string_view without_spaces(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(' '), text.size());
  const auto end = text.find_last_not_of(' ') + 1;
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

/// A number with nothing before it; what follows is left in `text`. No "nan", no "inf".
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// The numbers of a list with commas, as many as wanted.
template <std::size_t kCount>
std::optional<std::array<double, kCount>> numbers_in(std::string_view list) {
  std::array<double, kCount> numbers{};
  for (std::size_t i = 0; i < kCount; ++i) {
    const auto comma = list.find(',');
    if ((comma == std::string_view::npos) != (i + 1 == kCount)) return std::nullopt;
    auto part = without_spaces(list.substr(0, comma));
    const auto number = take_number(part);
    if (!number || !part.empty()) return std::nullopt;
    numbers[i] = *number;
    if (comma != std::string_view::npos) list.remove_prefix(comma + 1);
  }
  return numbers;
}

bool is_latitude(double degrees) { return std::abs(degrees) <= 90; }
bool is_longitude(double degrees) { return std::abs(degrees) <= 180; }

std::string label(const index::ValueRecord& value) { return value.name + " (" + value.id + ")"; }

/// Where the circles of a request have their centres.
std::vector<index::Position> centres_of(const std::string& place, FilterSpelling spelling,
                                        const GenerationView& view,
                                        std::vector<std::string>& notes) {
  if (const auto position = parse_position(place)) return {*position};
  std::vector<index::Position> centres;
  std::string unplaced;
  const auto ordinals = values_meant(index::Dimension::place, place, "near", spelling, view, notes);
  for (const auto ordinal : ordinals) {
    const auto& value = view.value(ordinal);
    if (!value.latitude || !value.longitude) {
      unplaced = label(value);
      continue;
    }
    centres.push_back({*value.latitude, *value.longitude});
    if (index::extent_of_kind(value.kind) != index::PlaceExtent::point)
      notes.push_back(label(value) + " is an area: distances are from its centre");
  }
  if (centres.empty())
    throw RequestError("no position is known for " + unplaced, "near", place, 0,
                       {"35.3359,40.1408"});
  return centres;
}

/// The passages that name a place that `inside` accepts.
template <class Inside>
Query naming_a_place(const Inside& inside, const PlaceRoles& roles, const GenerationView& view) {
  std::vector<std::string> terms;
  for (const auto& place : view.place_positions())
    if (inside(place.position)) roles.append_named_terms(place.id, terms);
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query near_query(const SearchRequest& request, const PlaceRoles& roles, const GenerationView& view,
                 std::vector<std::string>& notes) {
  if (!request.within)
    throw RequestError("near needs a distance: within, such as 50km", "within", "", 0, {"50km"});
  if (!request.near)
    throw RequestError("within needs a place: near, such as Raqqa or 35.95,39.01", "near", "");
  const auto distance = parse_distance(*request.within);
  const auto centres =
      centres_of(*request.near, filter_spelling(request.expand_names), view, notes);
  const auto inside = [&](index::Position position) {
    return std::any_of(centres.begin(), centres.end(), [&](index::Position centre) {
      return kilometres_between(centre, position) <= distance;
    });
  };
  return naming_a_place(inside, roles, view);
}

}  // namespace

double parse_distance(const std::string& text) {
  constexpr double kKilometresInMile = 1.609344;
  constexpr std::array<std::pair<std::string_view, double>, 3> kUnits{
      {{"km", 1}, {"mi", kKilometresInMile}, {"m", 0.001}}};
  auto rest = without_spaces(text);
  if (const auto number = take_number(rest); number && *number >= 0) {
    rest = without_spaces(rest);
    for (const auto& [unit, kilometres] : kUnits)
      if (rest == unit) return *number * kilometres;
  }
  throw RequestError("'" + text + "' is no distance; use a number with km, mi or m", "within", text,
                     0, {"50km", "30mi", "800m"});
}

BoundingBox parse_bounding_box(const std::string& text) {
  const auto numbers = numbers_in<4>(text);
  if (numbers) {
    const auto [south, west, north, east] = *numbers;
    if (is_latitude(south) && is_longitude(west) && is_latitude(north) && is_longitude(east) &&
        south <= north)
      return {south, west, north, east};
  }
  throw RequestError("'" + text +
                         "' is no box; use S,W,N,E in degrees, the south below the north, such "
                         "as 34.2,39.6,35.8,41.3",
                     "bbox", text, 0, {"34.2,39.6,35.8,41.3"});
}

std::optional<index::Position> parse_position(const std::string& text) {
  const auto numbers = numbers_in<2>(text);
  if (!numbers) return std::nullopt;
  const auto [latitude, longitude] = *numbers;
  if (!is_latitude(latitude) || !is_longitude(longitude))
    throw RequestError("'" + text + "' is no position; use a latitude and a longitude in degrees",
                       "near", text, 0, {"35.3359,40.1408"});
  return index::Position{latitude, longitude};
}

std::optional<Query> geo_filter(const SearchRequest& request, const PlaceRoles& roles,
                                const GenerationView& view, std::vector<std::string>& notes) {
  std::optional<Query> result;
  if (request.near || request.within) result = near_query(request, roles, view, notes);
  if (!request.bbox) return result;
  const auto box = parse_bounding_box(*request.bbox);
  const auto in_box =
      naming_a_place([&box](index::Position position) { return box.holds(position); }, roles, view);
  return result ? Query(Query::OP_AND, *result, in_box) : in_box;
}

}  // namespace furat
