#include "analysis/places/geonames.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>

#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kColumns = 15;  // those read; the rest may be missing
enum Column : std::uint8_t {
  id = 0,
  name = 1,
  alternates = 3,
  latitude = 4,
  longitude = 5,
  feature_code = 7,
  country = 8,
  admin1 = 10,
  admin2 = 11,
  population = 14
};
using Columns = std::array<std::string_view, kColumns>;

Columns columns_of(std::string_view line, std::size_t& count) {
  Columns columns;
  for (count = 0; count < kColumns; ++count) {
    const auto tab = line.find('\t');
    columns[count] = line.substr(0, tab);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  return columns;
}

template <class Number>
bool parse(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// Territories (TERR) and parts of a state (PCLIX) are no countries: many have the code of the state
// they belong to, and would take its place.
struct KindOfCode {
  std::string_view code, kind;
};
constexpr KindOfCode kKinds[] = {
    {"PCLD", "country"},  {"PCLF", "country"},   {"PCLI", "country"},   {"PCLS", "country"},
    {"PCL", "region"},    {"PCLIX", "region"},   {"TERR", "region"},    {"ADM3", "district"},
    {"ADM4", "district"}, {"STM", "river"},      {"STMI", "river"},     {"CNL", "river"},
    {"WAD", "valley"},    {"LK", "lake"},        {"LKS", "lake"},       {"LKI", "lake"},
    {"RSV", "lake"},      {"SEA", "sea"},        {"OCN", "sea"},        {"GULF", "sea"},
    {"STRT", "sea"},      {"BAY", "sea"},        {"DAM", "dam"},        {"MT", "mountain"},
    {"MTS", "mountain"},  {"PK", "mountain"},    {"HLL", "mountain"},   {"HLLS", "mountain"},
    {"ISL", "island"},    {"ISLS", "island"},    {"DSRT", "desert"},    {"VAL", "valley"},
    {"RGN", "region"},    {"AREA", "region"},    {"PEN", "region"},     {"PLN", "region"},
    {"AIRP", "airport"},  {"AIRF", "airport"},   {"AIRB", "airbase"},   {"MILB", "base"},
    {"INSM", "base"},     {"OILF", "oil_field"}, {"GASF", "gas_field"}, {"CMPRF", "camp"},
    {"CMPREF", "camp"},   {"BDG", "bridge"},     {"PRN", "prison"},     {"PS", "plant"},
    {"PSTB", "crossing"}, {"RNGA", "region"},
};

/// Kinds of towns by what they are the seat of and how many live there.
std::string_view kind_of_town(std::string_view code, std::uint32_t people) {
  constexpr std::uint32_t kCity = 100'000, kTown = 5'000;
  if (code == "PPLX") return "neighbourhood";
  if (people >= kCity || code == "PPLC" || code == "PPLA") return "city";
  return people >= kTown || code == "PPLA2" ? "town" : "village";
}

bool is_one_of(std::string_view code, std::initializer_list<std::string_view> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// What a country calls its divisions of the first and second level, roughly.
std::string_view kind_of_division(std::string_view country, bool first) {
  if (!first) return country == "US" ? "county" : "district";
  if (is_one_of(country, {"US", "AU", "BR", "DE", "IN", "MX", "MY", "NG", "VE", "AT"}))
    return "state";
  if (is_one_of(country, {"SY", "IQ", "LB", "JO", "EG", "YE", "TN", "PS", "OM", "BH", "KW"}))
    return "governorate";
  if (is_one_of(country, {"GB", "FR", "IT", "ES", "BE", "RU", "CL", "PE", "GR"})) return "region";
  return "province";
}

std::string_view kind_of(const Columns& columns, std::uint32_t people) {
  const auto code = columns[feature_code];
  if (code.starts_with("PPL")) {
    const bool gone = is_one_of(code, {"PPLH", "PPLQ", "PPLW"});
    return gone ? "village" : kind_of_town(code, people);
  }
  if (code == "STLMT") return "village";
  if (code == "ADM1") return kind_of_division(columns[country], true);
  if (code == "ADM2") return kind_of_division(columns[country], false);
  const auto* known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                   [&](const KindOfCode& row) { return row.code == code; });
  return known == std::end(kKinds) ? std::string_view() : known->kind;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    if (next_code_point(text, i) == kReplacementCharacter && i == begin + 1) return false;
  }
  return true;
}

/// Two capitals; empty on the high seas.
bool is_country_code(std::string_view code) {
  return code.empty() || (code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) {
                            return c >= 'A' && c <= 'Z';
                          }));
}

void split_names(std::string_view list, std::vector<std::string>& names) {
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    if (comma > 0) names.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

std::string area_of(const Columns& columns, std::string_view kind) {
  auto area = std::string(columns[country]);
  if (kind == "country" || columns[admin1].empty() || columns[admin1] == "00") return area;
  area.append(".").append(columns[admin1]);
  if (columns[feature_code] == "ADM1" || columns[admin2].empty()) return area;
  return area.append(".").append(columns[admin2]);
}

}  // namespace

std::optional<GazetteerRow> geonames_row(std::string_view line, std::string& fault) {
  fault.clear();
  std::size_t count = 0;
  const auto columns = columns_of(line, count);
  GazetteerRow row;
  if (count < country) {
    fault = "has " + std::to_string(count + 1) + " of the 19 columns of a GeoNames dump";
  } else if (!columns[id].empty() && !parse(columns[id], row.geonameid)) {
    fault = "has no number as its geonameid";
  } else if (!parse(columns[latitude], row.latitude) || !parse(columns[longitude], row.longitude) ||
             !(row.latitude >= -90) || !(row.latitude <= 90) || !(row.longitude >= -180) ||
             !(row.longitude <= 180)) {
    fault = "has no latitude and longitude in columns 5 and 6";
  } else if (!columns[population].empty() && !parse(columns[population], row.population)) {
    fault = "has no number as its population";
  } else if (!is_country_code(columns[country])) {
    fault = "has no country code in column 9";
  } else if (!is_utf8(line)) {
    fault = "is no UTF-8 text";
  }
  if (!fault.empty()) return std::nullopt;
  row.kind = kind_of(columns, row.population);
  if (row.kind.empty() || columns[name].empty() || columns[country].empty()) return std::nullopt;
  row.name = columns[name];
  split_names(columns[alternates], row.names);
  row.area = area_of(columns, row.kind);
  row.is_area =
      row.kind == "country" || columns[feature_code] == "ADM1" || columns[feature_code] == "ADM2";
  if (!row.is_area && row.geonameid == 0) return std::nullopt;
  return row;
}

std::size_t read_geonames(std::istream& dump, std::vector<GazetteerRow>& rows,
                          const std::function<void(std::size_t, const std::string&)>& report) {
  std::string line, fault;
  std::size_t sound = 0;
  for (std::size_t number = 1; std::getline(dump, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    auto row = geonames_row(line, fault);
    if (fault.empty())
      ++sound;
    else
      report(number, fault);
    if (row) rows.push_back(*std::move(row));
  }
  return sound;
}

}  // namespace furat::analysis
