#include "index/place_positions.hpp"

#include "tests/support/catch.hpp"

using namespace furat::index;

namespace {

ValueRecord place(const std::string& id, const std::string& kind, std::optional<double> latitude,
                  std::optional<double> longitude) {
  return {Dimension::place, id, id, kind, {}, latitude, longitude, "SY"};
}

PlacePositions sample() {
  PlacePositions positions;
  add_position(place("sy-raqqa", "city", 35.95, 39.009), positions);
  add_position(place("sy-omar", "oil_field", -35.1, -179.999999), positions);
  return positions;
}

}  // namespace

TEST_CASE("the table of positions comes back, ascending by id") {
  const std::vector<PlacePosition> expected{{"sy-omar", {-35.1, -179.999999}},
                                            {"sy-raqqa", {35.95, 39.009}}};
  CHECK(decode_place_positions(encode(sample())) == expected);
  CHECK(encode(PlacePositions{}).empty());
  CHECK(decode_place_positions("") == std::vector<PlacePosition>{});
}

TEST_CASE("areas, values without a position and what is no place are not in the table") {
  PlacePositions positions;
  add_position(place("sy", "country", 35, 38), positions);
  add_position(place("euphrates", "river", 35, 38), positions);
  add_position(place("unheard-of", "no_such_kind", 35, 38), positions);
  add_position(place("somewhere", "town", {}, {}), positions);
  auto source = place("town", "town", 1, 2);
  source.dimension = Dimension::source;
  add_position(source, positions);
  CHECK(positions.empty());
}

TEST_CASE("a table of positions that is cut or says nonsense is refused") {
  const auto bytes = encode(sample());
  std::size_t whole = 0;  // the end of the first entry is the end of a table
  for (std::size_t size = 1; size < bytes.size(); ++size)
    if (decode_place_positions(bytes.substr(0, size))) ++whole;
  CHECK(whole == 1);
  CHECK_FALSE(decode_place_positions(bytes + bytes));  // not ascending
  CHECK_FALSE(decode_place_positions(encode(PlacePositions{{"a", {91, 0}}})));
  CHECK_FALSE(decode_place_positions(encode(PlacePositions{{"a", {0, 181}}})));
}
