#include "analysis/places/gazetteer.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

/// Catch2's own comparison has another name in each version.
bool is_about(double value, double expected, double tolerance = 1e-4) {
  return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

std::vector<PlaceEntry> lexicon_rows() {
  return {
      {.id = "me", .name = "Middle East", .kind = "region"},
      {.id = "sy", .name = "Syria", .kind = "country", .parent = "me", .iso = "SY"},
      {.id = "raqqa-gov", .name = "Raqqa", .kind = "governorate", .parent = "sy", .admin = "SY.04"},
      {.id = "raqqa",
       .name = "Raqqa",
       .kind = "city",
       .parent = "raqqa-gov",
       .latitude = 35.9,
       .longitude = 39.0,
       .geonameid = 70},
      {.id = "tabqa", .name = "Tabqa", .kind = "town", .parent = "raqqa-gov", .geonameid = 71},
      {.id = "dam", .name = "Tabqa Dam", .kind = "dam", .parent = "raqqa-gov"},
      {.id = "bridge", .name = "Bridge", .kind = "bridge", .geonameid = 80},
      {.id = "again", .name = "Raqqah", .kind = "city", .geonameid = 70},
      {.id = "asia", .name = "Asia", .kind = "continent"},
  };
}

GazetteerRow area(const std::string& path, const std::string& name, const std::string& kind) {
  GazetteerRow row;
  row.name = name;
  row.area = path;
  row.is_area = true;
  row.kind = kind;
  row.latitude = 35;
  row.longitude = 38;
  return row;
}

GazetteerRow town(std::uint32_t id, const std::string& name, const std::string& path) {
  GazetteerRow row;
  row.geonameid = id;
  row.name = name;
  row.area = path;
  row.kind = "town";
  row.latitude = 36;
  row.longitude = 39.5;
  row.population = id * 100;
  row.names = {name + " al-Jadida"};
  return row;
}

struct World {
  std::vector<std::uint32_t> image = compile_gazetteer(
      {area("SY", "Syrian Arab Republic", "country"), area("SY.04", "Ar Raqqah", "governorate"),
       area("SY.04.2", "Ath Thawrah", "district"), area("US", "United States", "country"),
       area("US.TX", "Texas", "state"), area("US.TX.201", "Harris", "county"),
       town(70, "Ar Raqqah", "SY.04"), town(71, "Ath Thawrah", "SY.04.2"),
       town(72, "Mansura", "SY.04.2"), town(80, "Bridge", "US.TX.201")});
  std::vector<PlaceEntry> lexicon = lexicon_rows();
  Gazetteer gazetteer{lexicon, *GazetteerImage::view(image)};

  [[nodiscard]] std::uint32_t row(std::string_view id) const {
    const auto found = gazetteer.find(id);
    INFO(id);
    REQUIRE(found);
    return *found;
  }
  [[nodiscard]] std::vector<std::string> ids_above(std::string_view id) const {
    std::vector<std::string> ids;
    for (const auto above : gazetteer.ancestors(row(id))) ids.push_back(gazetteer.id(above));
    return ids;
  }
};

using Ids = std::vector<std::string>;

TEST_CASE("a lexicon row stands for the world row of its geonameid, its division or its country") {
  const World world;
  const auto& gazetteer = world.gazetteer;
  CHECK(gazetteer.lexicon_size() == world.lexicon.size());
  CHECK(gazetteer.size() == world.lexicon.size() + 10);
  const auto stands_for = [&](std::optional<std::uint32_t> world_row) {
    return gazetteer.id(gazetteer.row_of_world(world_row.value()));
  };
  CHECK(stands_for(gazetteer.world().with_geonameid(71)) == "tabqa");
  CHECK(stands_for(gazetteer.world().with_area("SY.04")) == "raqqa-gov");
  CHECK(stands_for(gazetteer.world().with_area("SY")) == "sy");
  CHECK(stands_for(gazetteer.world().with_geonameid(72)) == "gn-72");
  CHECK(stands_for(gazetteer.world().with_geonameid(70)) == "raqqa");  // and not "again"
}

TEST_CASE("a place is found by every id it may go by") {
  const World world;
  const auto& gazetteer = world.gazetteer;
  CHECK(world.row("raqqa") == world.row("gn-70"));
  CHECK(world.row("raqqa-gov") == world.row("sy.04"));
  CHECK(gazetteer.id(world.row("us.tx")) == "us.tx");
  CHECK(gazetteer.name(world.row("us.tx.201")) == "Harris");
  CHECK(gazetteer.name(world.row("us")) == "United States");
  CHECK(gazetteer.name(world.row("gn-72")) == "Mansura");
  const auto unknown = GENERATE("", "gn-", "gn-0", "gn-73", "gn-72x", "gn--72", "gn-99999999999999",
                                "us.ny", "nowhere", "GN-72");
  CAPTURE(unknown);
  CHECK_FALSE(gazetteer.find(unknown));
}

TEST_CASE("every row that stands for itself is found by its id") {
  const World world;
  const auto& gazetteer = world.gazetteer;
  for (std::uint32_t row = 0; row < gazetteer.size(); ++row) {
    if (row >= gazetteer.lexicon_size() &&
        gazetteer.row_of_world(row - gazetteer.lexicon_size()) != row)
      continue;
    INFO(gazetteer.id(row));
    CHECK(gazetteer.find(gazetteer.id(row)) == row);
  }
}

TEST_CASE("ancestors lead from the world's rows into the lexicon's") {
  const World world;
  CHECK(world.ids_above("gn-72") == Ids{"sy.04.2", "raqqa-gov", "sy", "me"});
  CHECK(world.ids_above("raqqa") == Ids{"raqqa-gov", "sy", "me"});
  CHECK(world.ids_above("us.tx.201") == Ids{"us.tx", "us"});
  CHECK(world.ids_above("bridge") == Ids{"us.tx.201", "us.tx", "us"});
  CHECK(world.ids_above("us").empty());
  CHECK(world.gazetteer.lies_in(world.row("gn-72"), world.row("raqqa-gov")));
  CHECK(world.gazetteer.lies_in(world.row("sy"), world.row("sy")));
  CHECK_FALSE(world.gazetteer.lies_in(world.row("gn-72"), world.row("us")));
  CHECK_FALSE(world.gazetteer.lies_in(world.row("sy"), world.row("raqqa-gov")));
}

TEST_CASE("parents that go in a circle end somewhere") {
  const std::vector<PlaceEntry> circle{
      {.id = "a", .name = "A", .kind = "city", .parent = "b"},
      {.id = "b", .name = "B", .kind = "city", .parent = "c"},
      {.id = "c", .name = "C", .kind = "city", .parent = "b"},
  };
  const Gazetteer gazetteer(circle);
  CHECK(gazetteer.ancestors(0) == std::vector<std::uint32_t>{1, 2});
  CHECK_FALSE(gazetteer.country_row(0));
}

TEST_CASE("the country of a place is that of the nearest area that has one") {
  const World world;
  const auto country = [&](std::string_view id) { return world.gazetteer.country(world.row(id)); };
  for (const auto* id : {"raqqa", "dam", "sy", "gn-72", "sy.04.2"}) CHECK(country(id) == "SY");
  for (const auto* id : {"us.tx", "us", "bridge"}) CHECK(country(id) == "US");
  for (const auto* id : {"me", "again", "asia"}) CHECK(country(id).empty());
  CHECK(world.gazetteer.country_row(world.row("gn-72")) == world.row("sy"));
  CHECK(world.gazetteer.country_row(world.row("bridge")) == world.row("us"));
  CHECK_FALSE(world.gazetteer.country_row(world.row("asia")));
}

TEST_CASE("a position is the lexicon's own, or else that of the world row it stands for") {
  const World world;
  const auto position = [&](std::string_view id) {
    return world.gazetteer.position(world.row(id)).value();
  };
  CHECK(is_about(position("raqqa").latitude, 35.9));
  CHECK(is_about(position("tabqa").latitude, 36));
  CHECK(is_about(position("tabqa").longitude, 39.5));
  CHECK(is_about(position("gn-72").longitude, 39.5));
  CHECK_FALSE(world.gazetteer.position(world.row("dam")));
}

TEST_CASE("population and names come from the world, also for rows of the lexicon") {
  const World world;
  const auto& gazetteer = world.gazetteer;
  CHECK(gazetteer.population(world.row("raqqa")) == 7000);
  CHECK(gazetteer.population(world.row("gn-72")) == 7200);
  CHECK(gazetteer.population(world.row("dam")) == 0);
  using Names = std::vector<std::string_view>;
  CHECK(gazetteer.world_names(world.row("raqqa")) == Names{"Ar Raqqah al-Jadida", "Ar Raqqah"});
  CHECK(gazetteer.world_names(world.row("gn-72")) == Names{"Mansura al-Jadida"});
  CHECK(gazetteer.world_names(world.row("dam")).empty());
  CHECK(gazetteer.name(world.row("raqqa")) == "Raqqa");
}

TEST_CASE("geonameids are those of the lexicon and of the world") {
  const World world;
  CHECK(world.gazetteer.geonameid(world.row("raqqa")) == 70);
  CHECK(world.gazetteer.geonameid(world.row("gn-72")) == 72);
  CHECK_FALSE(world.gazetteer.geonameid(world.row("us.tx")));
  CHECK_FALSE(world.gazetteer.geonameid(world.row("dam")));
}

TEST_CASE("a place knows its level, kind and feature class") {
  const World world;
  const auto level = [&](std::string_view id) { return world.gazetteer.level(world.row(id)); };
  CHECK(level("asia") == PlaceLevel::above_countries);
  for (const auto* id : {"sy", "us"}) CHECK(level(id) == PlaceLevel::country);
  for (const auto* id : {"raqqa-gov", "us.tx"}) CHECK(level(id) == PlaceLevel::division);
  for (const auto* id : {"us.tx.201", "sy.04.2"}) CHECK(level(id) == PlaceLevel::subdivision);
  for (const auto* id : {"raqqa", "gn-72", "dam"}) CHECK(level(id) == PlaceLevel::spot);
  CHECK(world.gazetteer.kind(world.row("us.tx")) == "state");
  CHECK(world.gazetteer.feature_class(world.row("gn-72")) == FeatureClass::settlement);
  CHECK(world.gazetteer.feature_class(world.row("dam")) == FeatureClass::dam);
}

TEST_CASE("a gazetteer needs no world") {
  const auto rows = lexicon_rows();
  const Gazetteer gazetteer(rows);
  CHECK(gazetteer.size() == rows.size());
  CHECK(gazetteer.find("raqqa"));
  CHECK_FALSE(gazetteer.find("gn-70"));
  CHECK_FALSE(gazetteer.find("sy.04"));
  CHECK(gazetteer.population(0) == 0);
  CHECK_FALSE(gazetteer.position(*gazetteer.find("tabqa")));
}

TEST_CASE("distances are great circles") {
  CHECK(is_about(kilometres_between({0, 0}, {0, 0}), 0));
  CHECK(is_about(kilometres_between({0, 0}, {0, 1}), 111.195, 1e-4));
  CHECK(is_about(kilometres_between({90, 0}, {-90, 77}), 20015.1, 1e-4));
  CHECK(is_about(kilometres_between({10, 179.5}, {10, -179.5}), 109.5, 1e-3));
  CHECK(is_about(kilometres_between({33.51, 36.29}, {36.2, 37.16}), 310, 0.01));
}

}  // namespace
}  // namespace furat::analysis
