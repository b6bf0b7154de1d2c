#include "analysis/places/geonames.hpp"

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

/// The columns of a dump that matter; the others are empty.
struct Line {
  std::string id = "170063", name = "Raqqa", alternates{}, latitude = "35.95", longitude = "39.01";
  std::string code = "PPL", country = "SY", admin1{}, admin2{}, population{};

  [[nodiscard]] std::string text() const {
    std::string line;
    for (const auto* column : {&id, &name, &name, &alternates, &latitude, &longitude, &code, &code,
                               &country, &country, &admin1, &admin2, &admin2, &admin2})
      line += *column + '\t';
    return line + population + "\t\t231\tAsia/Damascus\t2024-01-01";
  }
};

GazetteerRow row_of(const Line& line) {
  std::string fault = "not cleared";
  const auto row = geonames_row(line.text(), fault);
  REQUIRE(fault.empty());
  REQUIRE(row);
  return *row;
}

std::string fault_of(const std::string& line) {
  std::string fault;
  CHECK_FALSE(geonames_row(line, fault));
  return fault;
}

TEST_CASE("a line of a dump is a row") {
  Line line;
  line.alternates = "Ar Raqqah,,الرقة,";
  line.admin1 = "04";
  line.admin2 = "172956";
  line.population = "177636";
  const auto row = row_of(line);
  CHECK(row.geonameid == 170063);
  CHECK(row.name == "Raqqa");
  CHECK(row.names == std::vector<std::string>{"Ar Raqqah", "الرقة"});
  CHECK(row.kind == "city");
  CHECK(row.latitude == 35.95);
  CHECK(row.longitude == 39.01);
  CHECK(row.area == "SY.04.172956");
  CHECK_FALSE(row.is_area);
  CHECK(row.population == 177636);
}

TEST_CASE("a line may end behind the codes of its area") {
  std::string fault;
  const auto row = geonames_row("1\tBir\t\t\t35\t38\tP\tPPL\tSY\t\t04", fault);
  REQUIRE(row);
  CHECK(row->area == "SY.04");
  CHECK(row->population == 0);
}

TEST_CASE("areas have codes of their own, places those of the area around them") {
  struct Case {
    std::string code, admin1, admin2, area;
    bool is_area;
  };
  const auto c = GENERATE(
      Case{"PCLI", "00", "", "SY", true}, Case{"PCLD", "04", "1", "SY", true},
      Case{"ADM1", "04", "", "SY.04", true}, Case{"ADM1", "04", "7", "SY.04", true},
      Case{"ADM2", "04", "172956", "SY.04.172956", true}, Case{"ADM3", "04", "7", "SY.04.7", false},
      Case{"PPL", "00", "7", "SY", false}, Case{"PPL", "", "7", "SY", false},
      Case{"STM", "04", "", "SY.04", false}, Case{"TERR", "04", "", "SY.04", false});
  CAPTURE(c.code, c.admin1, c.admin2);
  Line line;
  line.code = c.code;
  line.admin1 = c.admin1;
  line.admin2 = c.admin2;
  const auto row = row_of(line);
  CHECK(row.area == c.area);
  CHECK(row.is_area == c.is_area);
}

TEST_CASE("an area needs no geonameid, a place does") {
  Line line;
  line.id = "";
  line.code = "ADM1";
  line.admin1 = "04";
  CHECK(row_of(line).geonameid == 0);
  line.code = "PPL";
  CHECK(fault_of(line.text()).empty());
}

TEST_CASE("the kind follows from code, population and country") {
  struct Case {
    std::string code, population, country, kind;
  };
  const auto c = GENERATE(
      Case{"PPL", "100000", "SY", "city"}, Case{"PPL", "99999", "SY", "town"},
      Case{"PPL", "5000", "SY", "town"}, Case{"PPL", "4999", "SY", "village"},
      Case{"PPL", "", "SY", "village"}, Case{"PPLC", "", "SY", "city"},
      Case{"PPLA", "", "SY", "city"}, Case{"PPLA2", "", "SY", "town"},
      Case{"PPLA3", "", "SY", "village"}, Case{"PPLX", "900000", "SY", "neighbourhood"},
      Case{"PPLH", "900000", "SY", "village"}, Case{"PPLQ", "", "SY", "village"},
      Case{"PPLW", "", "SY", "village"}, Case{"STLMT", "40000", "PS", "village"},
      Case{"PCLI", "", "SY", "country"}, Case{"PCLIX", "", "FR", "region"},
      Case{"TERR", "", "AU", "region"}, Case{"ADM1", "", "SY", "governorate"},
      Case{"ADM1", "", "US", "state"}, Case{"ADM1", "", "FR", "region"},
      Case{"ADM1", "", "TR", "province"}, Case{"ADM2", "", "US", "county"},
      Case{"ADM2", "", "SY", "district"}, Case{"ADM3", "", "SY", "district"},
      Case{"STM", "", "SY", "river"}, Case{"WAD", "", "SY", "valley"}, Case{"LK", "", "SY", "lake"},
      Case{"DAM", "", "SY", "dam"}, Case{"MT", "", "SY", "mountain"},
      Case{"ISL", "", "SY", "island"}, Case{"DSRT", "", "SY", "desert"},
      Case{"AIRB", "", "SY", "airbase"}, Case{"OILF", "", "SY", "oil_field"},
      Case{"PSTB", "", "SY", "crossing"}, Case{"BDG", "", "SY", "bridge"});
  CAPTURE(c.code, c.population, c.country);
  Line line;
  line.code = c.code;
  line.population = c.population;
  line.country = c.country;
  line.admin1 = "04";
  line.admin2 = "7";
  CHECK(row_of(line).kind == c.kind);
}

TEST_CASE("what nobody reports from is left out without a fault") {
  const auto code = GENERATE("SPNG", "HTL", "ST", "ADM1H", "");
  CAPTURE(code);
  Line line;
  line.code = code;
  std::string fault;
  CHECK_FALSE(geonames_row(line.text(), fault));
  CHECK(fault.empty());
}

TEST_CASE("a place of no country, or without a name, is left out without a fault") {
  Line line;
  line.country = "";
  CHECK(fault_of(line.text()).empty());
  line.country = "SY";
  line.name = "";
  CHECK(fault_of(line.text()).empty());
}

TEST_CASE("a line that is none of a dump is told why") {
  CHECK(fault_of("Raqqa,35.95,39.01") == "has 1 of the 19 columns of a GeoNames dump");
  CHECK(fault_of("1\t2\t3") == "has 3 of the 19 columns of a GeoNames dump");
  CHECK(fault_of("") == "has 1 of the 19 columns of a GeoNames dump");
  const auto fault_with = [](std::string Line::*column, const std::string& value) {
    Line line;
    line.*column = value;
    CAPTURE(value);
    return fault_of(line.text());
  };
  for (const auto* id : {"Q1", "17 ", "-4", "4294967296"})
    CHECK(fault_with(&Line::id, id) == "has no number as its geonameid");
  for (const auto* degrees : {"", "x", "91", "-90.5", "nan", "inf", "35.95 N"})
    CHECK(fault_with(&Line::latitude, degrees) ==
          "has no latitude and longitude in columns 5 and 6");
  for (const auto* degrees : {"", "x", "180.5", "-181", "nan"})
    CHECK(fault_with(&Line::longitude, degrees) ==
          "has no latitude and longitude in columns 5 and 6");
  for (const auto* people : {"many", "-1", "1.5", "99999999999"})
    CHECK(fault_with(&Line::population, people) == "has no number as its population");
  for (const auto* code : {"S", "SYR", "sy", "1.", "Syria"})
    CHECK(fault_with(&Line::country, code) == "has no country code in column 9");
  CHECK(fault_with(&Line::name, "Raqq\xe4") == "is no UTF-8 text");
  CHECK(fault_with(&Line::alternates, "a,b\xc3") == "is no UTF-8 text");
}

TEST_CASE("a replacement character that is written is UTF-8") {
  Line line;
  line.name = "Raqq\uFFFD";
  CHECK(row_of(line).name == "Raqq\uFFFD");
}

TEST_CASE("a dump is read line by line; faults have the number of their line") {
  Line spring;
  spring.code = "SPNG";
  std::istringstream dump("# a head\n" + Line().text() + "\r\n\nno dump\n" + spring.text() +
                          "\n\tneither\n" + Line().text());
  std::vector<GazetteerRow> rows(1);
  std::map<std::size_t, std::string> faults;
  const auto sound = read_geonames(
      dump, rows, [&](std::size_t line, const std::string& fault) { faults[line] = fault; });
  CHECK(sound == 3);
  CHECK(rows.size() == 3);
  CHECK(rows.back().name == "Raqqa");
  CHECK(faults ==
        std::map<std::size_t, std::string>{{4, "has 1 of the 19 columns of a GeoNames dump"},
                                           {6, "has 2 of the 19 columns of a GeoNames dump"}});
}

}  // namespace
}  // namespace furat::analysis
