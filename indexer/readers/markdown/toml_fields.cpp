#include <fmt/format.h>
#include <toml++/toml.h>

#include "indexer/readers/markdown/front_matter_fields.hpp"

namespace furat::indexer {
namespace {

std::string iso(const toml::date& day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

void add(const std::string& key, const toml::node& node, FrontMatterFields& fields) {
  if (const auto* text = node.as_string()) {
    fields.emplace_back(key, text->get());
  } else if (const auto* date = node.as_date()) {
    fields.emplace_back(key, iso(date->get()));
  } else if (const auto* time = node.as_date_time()) {
    fields.emplace_back(key, iso(time->get().date));
  } else if (const auto* list = node.as_array()) {
    for (const toml::node& item : *list)
      if (const auto* text_item = item.as_string()) fields.emplace_back(key, text_item->get());
  }
}

}  // namespace

std::optional<FrontMatterFields> toml_fields(std::string_view block, std::string& problem) {
  try {
    const toml::table table = toml::parse(block);
    FrontMatterFields fields;
    for (const auto& [key, node] : table) add(std::string(key.str()), node, fields);
    return fields;
  } catch (const toml::parse_error&) {
    problem = "The front matter is not valid TOML.";
    return std::nullopt;
  }
}

}  // namespace furat::indexer
