#include "searcher/formats/geojson_format.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace furat;
using namespace furat::formats;
using nlohmann::json;

namespace {

FacetValue place(const std::string& id, std::optional<double> latitude,
                 std::optional<double> longitude, std::size_t passages = 1) {
  FacetValue value;
  value.id = value.name = id;
  value.kind = "town";
  value.country = "SY";
  value.parent = "sy";
  value.latitude = latitude;
  value.longitude = longitude;
  value.passages = passages;
  value.articles = 1;
  return value;
}

json written(std::vector<FacetValue> values) {
  SearchResults results;
  results.facets.push_back({"place", std::move(values), 0, 0});
  return json::parse(format_geojson(results, {}));
}

}  // namespace

TEST_CASE("places are points, longitude first, the most passages first") {
  const auto out = written({place("b", 35, 40), place("a", 35.5, 41), place("c", -1.25, 2, 7)});
  CHECK(out["type"] == "FeatureCollection");
  REQUIRE(out["features"].size() == 3);
  const auto& first = out["features"][0];
  CHECK(first["id"] == "c");
  CHECK(first["type"] == "Feature");
  CHECK(first["geometry"] == json({{"type", "Point"}, {"coordinates", {2.0, -1.25}}}));
  CHECK(first["properties"] == json({{"id", "c"},
                                     {"name", "c"},
                                     {"kind", "town"},
                                     {"country", "SY"},
                                     {"parent", "sy"},
                                     {"passages", 7},
                                     {"articles", 1}}));
  CHECK(out["features"][1]["id"] == "a");
  CHECK(out["bbox"] == json({2.0, -1.25, 41.0, 35.5}));
}

TEST_CASE("places without a position or a count are left out, and nothing is a collection too") {
  const auto out = written({place("a", {}, 1), place("b", 1, {}), place("c", 1, 1, 0)});
  CHECK(out["features"] == json::array());
  CHECK_FALSE(out.contains("bbox"));
}

TEST_CASE("a box that is narrower over the date line reaches over it") {
  CHECK(written({place("a", 0, 170), place("b", 1, -170), place("c", 2, 179)})["bbox"] ==
        json({170.0, 0.0, -170.0, 2.0}));
  CHECK(written({place("a", 0, -10)})["bbox"] == json({-10.0, 0.0, -10.0, 0.0}));
}

TEST_CASE("hostile names are valid UTF-8 and steer no terminal") {
  auto evil = place("x", 1, 1);
  evil.name = "\x1b[2J\"\xff\u202e";
  SearchResults results;
  results.facets.push_back({"place", {evil}, 0, 0});
  const auto text = format_geojson(results, {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
  const auto out = json::parse(text);
  CHECK(out["features"][0]["properties"]["name"] == "\x1b[2J\"\uFFFD\u202e");
}
