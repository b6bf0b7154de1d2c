// Distance and box against brute force: every mention of the sample archive, measured another way.
#include "searcher/query/geo_filter.hpp"

#include <cmath>
#include <map>
#include <numbers>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/world_gazetteer.hpp"
#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::index::Position;
using furat::test::sample;
using furat::test::TemporaryIndex;

namespace {

/// Where the point-like places of lexicon and world are.
const std::map<std::string, Position>& points() {
  static const auto positions = [] {
    std::map<std::string, Position> result;
    const auto lexicon = analysis::built_in_lexicon();
    const analysis::Gazetteer gazetteer(lexicon.places, analysis::world_gazetteer());
    for (std::uint32_t row = 0; row < gazetteer.size(); ++row) {
      const auto position = gazetteer.position(row);
      if (index::extent_of_kind(gazetteer.kind(row)) == index::PlaceExtent::point && position)
        result[gazetteer.id(row)] = {position->latitude, position->longitude};
    }
    return result;
  }();
  return positions;
}

std::set<std::string> found(const SearchRequest& request) {
  auto all = request;
  all.limit = 100'000;
  std::set<std::string> keys;
  for (const auto& hit : sample().search(all).hits) keys.insert(hit.passage);
  return keys;
}

/// The passages with a mention in one of the roles whose place `inside` accepts.
template <class Inside>
std::set<std::string> by_brute_force(const std::set<std::string>& roles, const Inside& inside) {
  static const auto everything = [] {
    SearchRequest request;
    request.limit = 100'000;
    return sample().search(request);
  }();
  std::set<std::string> keys;
  for (const auto& hit : everything.hits)
    for (const auto& mention : hit.mentions) {
      const auto known = points().find(mention.id);
      if (mention.dimension == "place" && roles.count(mention.role) != 0 &&
          known != points().end() && inside(known->second))
        keys.insert(hit.passage);
    }
  return keys;
}

/// The angle between two directions in space: no haversine.
double measured(Position a, Position b) {
  const auto direction = [](Position p) {
    const double latitude = p.latitude * std::numbers::pi / 180;
    const double longitude = p.longitude * std::numbers::pi / 180;
    return std::array{std::cos(latitude) * std::cos(longitude),
                      std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
  };
  const auto [ax, ay, az] = direction(a);
  const auto [bx, by, bz] = direction(b);
  const double x = ay * bz - az * by;
  const double y = az * bx - ax * bz;
  const double z = ax * by - ay * bx;
  return 6371.0088 * std::atan2(std::sqrt(x * x + y * y + z * z), ax * bx + ay * by + az * bz);
}

std::string text_of(Position p) {
  return std::to_string(p.latitude) + "," + std::to_string(p.longitude);
}

SearchRequest near_request(const std::string& place, const std::string& distance) {
  SearchRequest request;
  request.near = place;
  request.within = distance;
  return request;
}

}  // namespace

TEST_CASE("near finds exactly the passages with a place inside the circle") {
  const std::set<std::string> roles =
      GENERATE(std::set<std::string>{"at"}, std::set<std::string>{"of", "says", "dateline"});
  const Position centre = GENERATE(Position{35.3359, 40.1408}, Position{34.45, 40.92},
                                   Position{33.5, 36.3}, Position{0, -179.5}, Position{90, 0});
  std::set<std::size_t> sizes;
  for (const double distance : {0.5, 7.0, 40.0, 123.4, 500.0, 3000.0, 20'100.0}) {
    auto request = near_request(text_of(centre), std::to_string(distance) + "km");
    request.place_roles = roles;
    const auto expected =
        by_brute_force(roles, [&](Position p) { return measured(centre, p) <= distance; });
    CAPTURE(text_of(centre), distance);
    REQUIRE(found(request) == expected);
    sizes.insert(expected.size());
  }
  CHECK(sizes.size() > 1);
}

TEST_CASE("a box finds exactly the passages with a place inside it, over the date line too") {
  const auto [text, box] =
      GENERATE(std::pair("34,39,36,41.5", BoundingBox{34, 39, 36, 41.5}),
               std::pair("35.95,39.009,35.95,39.009", BoundingBox{35.95, 39.009, 35.95, 39.009}),
               std::pair("-90,-180,90,180", BoundingBox{-90, -180, 90, 180}),
               std::pair("-90, 41, 90, 36", BoundingBox{-90, 41, 90, 36}),
               std::pair("-60,170,60,-170", BoundingBox{-60, 170, 60, -170}));
  SearchRequest request;
  request.bbox = text;
  const auto inside = [box = box](Position p) {
    const bool longitude = box.west <= box.east
                               ? p.longitude >= box.west && p.longitude <= box.east
                               : p.longitude >= box.west || p.longitude <= box.east;
    return p.latitude >= box.south && p.latitude <= box.north && longitude;
  };
  CHECK(found(request) == by_brute_force({"at"}, inside));
}

TEST_CASE("a place by any name is its own neighbour, and its id says the same") {
  const auto by_name = found(near_request("Dayr az-Zawr", "10 km"));
  CHECK(by_name == found(near_request("دير الزور", "10000m")));
  const auto itself = found(near_request("sy-raqqa", "0km"));
  CHECK(itself == by_brute_force({"at"}, [](Position p) { return p == points().at("sy-raqqa"); }));
  CHECK_FALSE(itself.empty());
}

TEST_CASE("near, box and filters must all hold, and counts follow") {
  auto request = near_request("Raqqa", "60km");
  const auto circle = found(request);
  request.filters.push_back({"actor", "SDF"});
  SearchRequest only_actor;
  only_actor.filters = request.filters;
  const auto actor = found(only_actor);
  std::set<std::string> both;
  std::set_intersection(circle.begin(), circle.end(), actor.begin(), actor.end(),
                        std::inserter(both, both.end()));
  CHECK(found(request) == both);
  CHECK_FALSE(both.empty());

  request.filters.push_back({"place", "Raqqa"});
  request.facets = {"place"};
  request.facet_limit = 0;
  request.limit = 0;
  const auto results = sample().search(request);
  for (const auto& value : results.facets.front().values) {
    auto click = request;
    click.filters.back().value = value.id;
    CAPTURE(value.id);
    CHECK(sample().search(click).total_passages == value.passages);
  }
}

TEST_CASE(
    "a name of several places stands for all of them, an area for its centre, and both say so") {
  const auto governorate = near_request("Raqqa Governorate", "100km");
  const auto notes = sample().search(governorate).notes;
  REQUIRE_FALSE(notes.empty());
  CHECK(notes.back().find("its centre") != std::string::npos);
}

TEST_CASE("a name of several places stands for all of them, and the answer says so") {
  const TemporaryIndex index(
      {{"a.txt", "Fighting reached Tripoli in Libya.", "2019-05-01", "S"},
       {"b.txt", "The port of Tripoli in Lebanon was calm.", "2019-05-01", "S"},
       {"c.txt", "Shells fell on Raqqa.", "2019-05-01", "S"}});
  const auto results = index.searcher().search(near_request("Tripoli", "5km"));
  CHECK(results.total_articles == 2);
  REQUIRE(results.notes.size() == 1);
  CHECK(results.notes.front().find("names several") != std::string::npos);
}

TEST_CASE("what is no distance, no box or no place is refused, naming the argument") {
  const auto refused = [](const SearchRequest& request, const std::string& argument) {
    CAPTURE(request.near.value_or(""), request.within.value_or(""), request.bbox.value_or(""));
    try {
      (void)sample().search(request);
      FAIL("not refused");
    } catch (const RequestError& error) {
      CHECK(error.argument() == argument);
    }
  };
  for (const auto* distance : {"", "5", "km", "nankm", "infkm", "-1km", "1e999km", "1e9 parsec",
                               "5kmx", "0x5km", "+5km", "5 5km"})
    refused(near_request("Raqqa", distance), "within");
  for (const auto* place : {"", "nowhere at all", "91,0", "0,181", "1e999,0", "nan,nan", "1,2,3"})
    refused(near_request(place, "5km"), "near");
  for (const auto* box : {"", "1,2,3", "1,2,3,4,5", "5,0,4,1", "nan,0,1,1", "0,0,inf,1",
                          "-91,0,0,1", "0,-181,1,1", "a,b,c,d", "1,,2,3", "1;2;3;4"}) {
    SearchRequest request;
    request.bbox = box;
    refused(request, "bbox");
  }
  SearchRequest alone;
  alone.near = "Raqqa";
  refused(alone, "within");
  alone.near.reset();
  alone.within = "5km";
  refused(alone, "near");
}

TEST_CASE("distances are those of the globe") {
  CHECK(std::abs(kilometres_between({0, 0}, {0, 180}) - 20'015.1) < 0.1);
  CHECK(std::abs(kilometres_between({0, 179.5}, {0, -179.5}) - 111.19) < 0.01);
  CHECK(kilometres_between({10, 20}, {10, 20}) == 0);
  CHECK(BoundingBox{-1, 170, 1, 180}.holds({0, -180}));
  CHECK(std::abs(parse_distance("30mi") - 48.28) < 0.01);
}

TEST_CASE("every kind of the lexicon and of the world is known to be a point or an area") {
  for (const auto& place : analysis::built_in_lexicon().places) {
    CAPTURE(place.id, place.kind);
    // The buckets of places that no list has are nowhere.
    if (place.kind == "unlisted")
      CHECK_FALSE(place.latitude);
    else
      CHECK(index::extent_of_kind(place.kind).has_value());
  }
  const auto world = analysis::world_gazetteer();
  for (const auto kind : world.kinds()) {
    CAPTURE(kind);
    CHECK(index::extent_of_kind(kind).has_value());
  }
}
