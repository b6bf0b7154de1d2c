#include <fmt/format.h>
#include <toml++/toml.h>

#include <stdexcept>

#include "indexer/metadata/sidecar_formats.hpp"

namespace furat::indexer {
namespace {

std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

/// A string, or a date that TOML read itself; empty optional for other types.
std::optional<std::string> text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* date = node.as_date()) {
    const toml::date day = date->get();
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  }
  return std::nullopt;
}

void add_article(const toml::table& table, SidecarRows& rows) {
  std::string file;
  SidecarEntry entry;
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    const std::size_t line = line_of(node);
    SidecarEntry probe;
    if (name != "file" && !rows.set(probe, name, {}, line)) {
      rows.problem(line, fmt::format("The key {} is unknown and is ignored.", quoted(name)));
      continue;
    }
    const auto value = text_of(node);
    if (!value) {
      rows.problem(line, fmt::format("The value of {} is no string and is ignored.", name));
    } else if (name == "file") {
      file = *value;
    } else {
      rows.set(entry, name, *value, line);
    }
  }
  rows.add(file, std::move(entry), line_of(table));
}

void add_articles(const toml::node& node, SidecarRows& rows) {
  const auto* articles = node.as_array();
  if (articles == nullptr) {
    rows.problem(line_of(node), "\"article\" is no list of [[article]] tables and is ignored.");
    return;
  }
  for (const toml::node& article : *articles) {
    if (const auto* table = article.as_table()) {
      add_article(*table, rows);
    } else {
      rows.problem(line_of(article), "An entry of \"article\" is no table and is ignored.");
    }
  }
}

}  // namespace

Sidecar read_toml_sidecar(const std::string& name, std::string_view bytes) {
  toml::table table;
  try {
    table = toml::parse(bytes, name);
  } catch (const toml::parse_error& error) {
    throw std::runtime_error(
        fmt::format("{}:{}: {}", name, error.source().begin.line, error.description()));
  }
  SidecarRows rows(name);
  for (const auto& [key, node] : table) {
    if (key.str() == "article") {
      add_articles(node, rows);
    } else {
      rows.problem(line_of(node),
                   fmt::format("The key {} is unknown and is ignored.", quoted(key.str())));
    }
  }
  return std::move(rows).take();
}

}  // namespace furat::indexer
