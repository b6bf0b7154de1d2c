#include <fmt/format.h>
#include <toml++/toml.h>

#include <stdexcept>

#include "analysis/text/printable.hpp"
#include "indexer/metadata/sidecar_formats.hpp"

namespace furat::indexer {
namespace {

std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

std::string iso(const toml::date& day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

/// A string, or a date that TOML read itself; empty optional for other types.
std::optional<std::string> text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* date = node.as_date()) return iso(date->get());
  if (const auto* time = node.as_date_time()) return iso(time->get().date);
  return std::nullopt;
}

void unknown_key(std::string_view key, std::size_t line, SidecarRows& rows) {
  rows.problem(line, fmt::format("The key {} is unknown and is ignored.", quoted(key)));
}

/// Sets the field that a key of a table names.
void set_field(std::string_view key, const toml::node& node, SidecarEntry& entry,
               SidecarRows& rows) {
  const std::size_t line = line_of(node);
  SidecarEntry probe;
  if (!rows.set(probe, key, {}, line)) return unknown_key(key, line, rows);
  if (const auto value = text_of(node)) {
    rows.set(entry, key, *value, line);
  } else {
    rows.problem(line, fmt::format("The value of {} is no string and is ignored.", key));
  }
}

void add_article(const toml::table& table, SidecarRows& rows) {
  std::string file;
  SidecarEntry entry;
  for (const auto& [key, node] : table) {
    if (key.str() != "file") {
      set_field(key.str(), node, entry, rows);
    } else if (const auto value = text_of(node)) {
      file = *value;
    } else {
      rows.problem(line_of(node), "The value of file is no string and is ignored.");
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

toml::table parsed(const std::string& name, std::string_view bytes) {
  try {
    return toml::parse(bytes, name);
  } catch (const toml::parse_error& error) {
    throw std::runtime_error(fmt::format("{}:{}: {}", name, error.source().begin.line,
                                         analysis::printable(error.description())));
  }
}

}  // namespace

Sidecar read_toml_sidecar(const std::string& name, std::string_view bytes) {
  const toml::table table = parsed(name, bytes);
  SidecarRows rows(name);
  for (const auto& [key, node] : table) {
    if (key.str() == "article") {
      add_articles(node, rows);
    } else {
      unknown_key(key.str(), line_of(node), rows);
    }
  }
  return std::move(rows).take();
}

ArticleSidecar read_toml_article_sidecar(const std::string& name, std::string_view bytes) {
  const toml::table table = parsed(name, bytes);
  SidecarRows rows(name);
  ArticleSidecar sidecar;
  for (const auto& [key, node] : table) set_field(key.str(), node, sidecar.entry, rows);
  sidecar.problems = std::move(rows).take().problems;
  return sidecar;
}

}  // namespace furat::indexer
