#include "analysis/places/gazetteer_image.hpp"

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

GazetteerRow area(const std::string& path, const std::string& name, std::uint32_t id = 0) {
  GazetteerRow row;
  row.geonameid = id;
  row.name = name;
  row.area = path;
  row.is_area = true;
  row.kind = path.size() == 2 ? "country" : "governorate";
  return row;
}

GazetteerRow town(std::uint32_t id, const std::string& name, const std::string& path) {
  GazetteerRow row;
  row.geonameid = id;
  row.name = name;
  row.area = path;
  row.kind = "town";
  row.latitude = 35.25;
  row.longitude = -40.5;
  return row;
}

std::vector<GazetteerRow> some_rows() {
  auto raqqa = town(7, "Raqqa", "SY.04.1");
  raqqa.names = {"الرقة", "Ar Raqqah", "Raqqa", "Ar Raqqah"};
  raqqa.population = 220'000;
  return {raqqa, area("SY.04", "Raqqa Governorate", 3), town(9, "Homs", "SY.99.5"),
          area("SY", "Syria"), town(8, "Nowhere", "XX")};
}

using Image = std::vector<std::uint32_t>;
using Texts = std::vector<std::string_view>;

TEST_CASE("an image holds what its rows say") {
  const auto image = compile_gazetteer(some_rows());
  const auto world = GazetteerImage::view(image).value();
  REQUIRE(world.size() == 5);
  const auto row = world.with_geonameid(7).value();
  const auto raqqa = world.place(row);
  CHECK(raqqa.name == "Raqqa");
  CHECK(raqqa.kind == "town");
  CHECK(raqqa.kind == world.kinds()[raqqa.kind_number]);
  CHECK(raqqa.area.empty());
  CHECK(is_about(raqqa.latitude, 35.25));
  CHECK(is_about(raqqa.longitude, -40.5));
  CHECK(raqqa.population == 220'000);
  CHECK(world.population(row) == 220'000);
  CHECK(world.names(row) == Texts{"Ar Raqqah", "الرقة"});
  CHECK(world.names(world.with_geonameid(9).value()).empty());
}

TEST_CASE("a row's parent is the smallest area around it that is known") {
  const auto image = compile_gazetteer(some_rows());
  const auto world = GazetteerImage::view(image).value();
  const auto syria = world.with_area("SY").value();
  const auto governorate = world.with_area("SY.04").value();
  CHECK(world.parent(world.with_geonameid(7).value()) == governorate);
  CHECK(world.parent(world.with_geonameid(9).value()) == syria);
  CHECK(world.parent(governorate) == syria);
  CHECK(world.parent(syria) == GazetteerImage::kNone);
  CHECK(world.parent(world.with_geonameid(8).value()) == GazetteerImage::kNone);
}

TEST_CASE("a row is found by its geonameid and an area by its codes, nothing else is") {
  const auto image = compile_gazetteer(some_rows());
  const auto world = GazetteerImage::view(image).value();
  CHECK(world.place(world.with_geonameid(3).value()).name == "Raqqa Governorate");
  CHECK(world.place(world.with_area("SY.04").value()).area == "SY.04");
  CHECK_FALSE(world.with_geonameid(0));
  CHECK_FALSE(world.with_geonameid(1));
  CHECK_FALSE(world.with_geonameid(10));
  CHECK_FALSE(world.with_area(""));
  CHECK_FALSE(world.with_area("SY.04.1"));
  CHECK_FALSE(world.with_area("XX"));
}

TEST_CASE("rows of one geonameid or one area are one: the later gives name and position") {
  auto first = town(7, "Raqqa", "SY");
  first.names = {"Rakka"};
  first.population = 100;
  auto second = town(7, "Ar Raqqah", "SY.04");
  second.latitude = 36;
  second.names = {"Raqa"};
  auto governorate = area("SY.04", "Raqqa");
  auto renamed = area("SY.04", "Raqqa Governorate", 3);
  const auto image = compile_gazetteer({first, governorate, area("SY", "Syria"), second, renamed});
  const auto world = GazetteerImage::view(image).value();
  REQUIRE(world.size() == 3);
  const auto row = world.with_geonameid(7).value();
  CHECK(world.place(row).name == "Ar Raqqah");
  CHECK(is_about(world.place(row).latitude, 36));
  CHECK(world.place(row).population == 100);
  CHECK(world.names(row) == Texts{"Rakka", "Raqa", "Raqqa"});
  CHECK(world.parent(row) == world.with_area("SY.04"));
  CHECK(world.with_geonameid(3) == world.with_area("SY.04"));
  CHECK(world.names(*world.with_area("SY.04")) == Texts{"Raqqa"});
}

TEST_CASE("the order of rows does not matter") {
  auto rows = some_rows();
  const auto image = compile_gazetteer(rows);
  std::reverse(rows.begin(), rows.end());
  CHECK(compile_gazetteer(rows) == image);
}

TEST_CASE("compiling the rows of an image again gives the same bytes") {
  const auto image = compile_gazetteer(some_rows());
  CHECK(compile_gazetteer(GazetteerImage::view(image)->rows()) == image);
}

TEST_CASE("the digest changes with what the image says") {
  const auto image = compile_gazetteer(some_rows());
  auto rows = some_rows();
  rows.front().population += 1;
  const auto other = compile_gazetteer(rows);
  CHECK(GazetteerImage::view(image)->digest() != GazetteerImage::view(other)->digest());
}

TEST_CASE("what is no image of a gazetteer is refused") {
  const auto image = compile_gazetteer(some_rows());
  REQUIRE(GazetteerImage::view(image));
  CHECK_FALSE(GazetteerImage::view({}));
  for (std::size_t size = 0; size < image.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(GazetteerImage::view(std::span(image).first(size)));
  }
  auto longer = image;
  longer.push_back(0);
  CHECK_FALSE(GazetteerImage::view(longer));
  auto foreign = image;
  ++foreign.front();
  CHECK_FALSE(GazetteerImage::view(foreign));
}

TEST_CASE("an image without rows is sound and empty") {
  const auto image = compile_gazetteer({});
  const auto world = GazetteerImage::view(image).value();
  CHECK(world.size() == 0);
  CHECK_FALSE(world.with_geonameid(1));
  CHECK_FALSE(world.with_area("SY"));
  CHECK(GazetteerImage().size() == 0);
}

TEST_CASE("names in the trie tell row, sort and article; scripts without capitals are not there") {
  auto row = town(7, "al-Bab", "SY");
  row.names = {"Bab", "الباب", "阿勒巴卜"};
  const auto image = compile_gazetteer({row});
  const auto world = GazetteerImage::view(image).value();
  const auto& trie = world.trie();
  const auto bab = trie.word("bab");
  REQUIRE(bab != NameTrie::kNone);
  std::vector<std::pair<GazetteerNameSort, bool>> sorts;
  for (const auto payload : trie.ending(trie.root(bab)).payloads) {
    const auto name = name_of_payload(payload);
    CHECK(name.row == 0);
    CHECK(name_payload(name) == payload);
    sorts.emplace_back(name.sort, name.articled);
  }
  CHECK(sorts == std::vector{std::pair{GazetteerNameSort::main, true},
                             std::pair{GazetteerNameSort::alternate, false}});
  CHECK(trie.word("الباب") != NameTrie::kNone);
  CHECK(trie.word("阿勒巴卜") == NameTrie::kNone);
}

}  // namespace
}  // namespace furat::analysis
