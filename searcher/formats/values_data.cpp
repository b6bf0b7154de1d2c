#include "searcher/formats/values_data.hpp"

#include <fmt/format.h>

#include <vector>

#include "searcher/formats/csv_cells.hpp"
#include "searcher/formats/json_parts.hpp"

namespace furat::formats {
namespace {

constexpr std::string_view kHeader =
    "id,name,kind,country,discovered,passages,articles,named_passages,named_articles,first_date,"
    "last_date,first_published,last_published,parents,succession,spellings,spelled,actors,places"
    "\r\n";

/// "isis 12; sdf 4"
template <class Entries, class Text>
std::string list_cell(const Entries& entries, Text text) {
  std::string list;
  for (const auto& entry : entries) list += (list.empty() ? "" : "; ") + text(entry);
  return text_cell(list);
}

std::string line_of(const ValueInfo& value) {
  const auto number = [](std::size_t count) { return fmt::format("{}", count); };
  const auto joint = [](const NeighbourValue& other) {
    return fmt::format("{} {}", other.id, other.passages);
  };
  return csv_line(
      {text_cell(value.id), text_cell(value.name), text_cell(value.kind), text_cell(value.country),
       value.discovered ? "1" : "0", number(value.counted.passages), number(value.counted.articles),
       number(value.named.passages), number(value.named.articles), text_cell(value.first_date),
       text_cell(value.last_date), text_cell(value.first_published),
       text_cell(value.last_published),
       list_cell(value.path, [](const ValueLink& link) { return link.id; }),
       list_cell(value.succession, [](const SuccessionMember& m) { return m.id; }),
       number(value.total_spellings),
       list_cell(
           value.spellings,
           [](const SpellingSeen& seen) { return fmt::format("{} {}", seen.text, seen.passages); }),
       list_cell(value.actors, joint), list_cell(value.places, joint)});
}

template <class Number>
Json number_or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json links(const std::vector<ValueLink>& values) {
  Json array = Json::array();
  for (const auto& value : values)
    array.push_back({{"id", json_text(value.id)}, {"name", json_text(value.name)}});
  return array;
}

Json succession_array(const std::vector<SuccessionMember>& line) {
  Json array = Json::array();
  for (const auto& member : line)
    array.push_back({{"id", json_text(member.id)},
                     {"name", json_text(member.name)},
                     {"from_year", number_or_null(member.from_year)},
                     {"to_year", number_or_null(member.to_year)},
                     {"step", member.step},
                     {"passages", member.counted.passages},
                     {"articles", member.counted.articles}});
  return array;
}

Json spellings_array(const std::vector<SpellingSeen>& spellings) {
  Json array = Json::array();
  for (const auto& seen : spellings)
    array.push_back({{"text", json_text(seen.text)}, {"passages", seen.passages}});
  return array;
}

Json neighbours_array(const std::vector<NeighbourValue>& neighbours) {
  Json array = Json::array();
  for (const auto& other : neighbours)
    array.push_back({{"id", json_text(other.id)},
                     {"name", json_text(other.name)},
                     {"kind", json_text_or_null(other.kind)},
                     {"passages", other.passages},
                     {"lift", other.lift},
                     {"evidence", other.evidence}});
  return array;
}

Json value_object(const ValueInfo& value) {
  return {{"id", json_text(value.id)},
          {"name", json_text(value.name)},
          {"kind", json_text_or_null(value.kind)},
          {"country", json_text_or_null(value.country)},
          {"discovered", value.discovered},
          {"from_year", number_or_null(value.from_year)},
          {"to_year", number_or_null(value.to_year)},
          {"latitude", number_or_null(value.latitude)},
          {"longitude", number_or_null(value.longitude)},
          {"passages", value.counted.passages},
          {"articles", value.counted.articles},
          {"named", json_counted(value.named)},
          {"first_date", json_text_or_null(value.first_date)},
          {"last_date", json_text_or_null(value.last_date)},
          {"first_published", json_text_or_null(value.first_published)},
          {"last_published", json_text_or_null(value.last_published)},
          {"path", links(value.path)},
          {"succession", succession_array(value.succession)},
          {"total_spellings", value.total_spellings},
          {"spellings", spellings_array(value.spellings)},
          {"actors", neighbours_array(value.actors)},
          {"places", neighbours_array(value.places)}};
}

}  // namespace

std::string format_values_json(const ValuesResults& results, const ValuesRequest& request) {
  Json object = json_summary(results.matched, request.search);
  object["dimension"] = json_text(request.dimension);
  object["name"] = json_text_or_null(request.name);
  object["name_tier"] = request.name.empty() ? Json(nullptr) : json_text(results.tier);
  object["total_values"] = results.total_values;
  Json values = Json::array();
  for (const auto& value : results.values) values.push_back(value_object(value));
  object["values"] = std::move(values);
  object["others"] = links(results.others);
  return written(object, 2);
}

std::string format_values_csv(const ValuesResults& results) {
  std::string out(kHeader);
  for (const auto& value : results.values) out += line_of(value);
  return out;
}

}  // namespace furat::formats
