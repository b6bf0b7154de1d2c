#include "frontend/config_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>

#include "frontend/environment.hpp"

namespace furat::frontend {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const toml::source_position& at,
                         const std::string& why) {
  throw SettingError(fmt::format("{}:{}: {}", path.string(), at.line, why));
}

/// "a,b" for a list: so the options take it.
std::optional<std::string> value_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return fmt::format("{}", number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  const auto* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::string joined;
  for (const auto& entry : *list) {
    if (!entry.is_string()) return std::nullopt;
    joined += (joined.empty() ? "" : ",") + entry.as_string()->get();
  }
  return joined;
}

/// A path in a file is meant from where the file is.
std::string index_path(const std::string& value, const fs::path& file) {
  if (value.starts_with("~/")) return environment("HOME") + value.substr(1);
  return (file.parent_path() / value).lexically_normal().string();
}

class ConfigReader {
 public:
  ConfigReader(const fs::path& path, ConfigOwner owner) : path_(path), owner_(owner) {}

  void take_table(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      const auto* commands = node.as_table();
      if (commands != nullptr && prefix.empty())
        take_table(*commands, name + ".");
      else
        take(prefix, name, node);
    }
  }

  SettingLayer finish() { return std::move(layer_); }

 private:
  void take(const std::string& prefix, const std::string& name, const toml::node& node) {
    const auto at = node.source().begin;
    const auto names = setting_names();
    if (std::none_of(names.begin(), names.end(), [&](const auto& n) { return n.name == name; }))
      refuse(path_, at, fmt::format("there is no setting '{}'{}", name, instead_of_setting(name)));
    if (name == "pager" && owner_ == ConfigOwner::project)
      refuse(path_, at, "the pager is a program to run: only your own configuration can name it");
    const auto value = value_of(node);
    if (!value) refuse(path_, at, fmt::format("'{}' is no text, number, yes or no, or list", name));
    layer_[prefix + name] = {name == "index" ? index_path(*value, path_) : *value, path_.string(),
                             at.line};
  }

  const fs::path& path_;
  ConfigOwner owner_;
  SettingLayer layer_;
};

}  // namespace

SettingLayer read_config_file(const fs::path& path, ConfigOwner owner) {
  ConfigReader reader(path, owner);
  try {
    reader.take_table(toml::parse_file(path.string()), "");
  } catch (const toml::parse_error& error) {
    refuse(path, error.source().begin, std::string(error.description()));
  }
  return reader.finish();
}

}  // namespace furat::frontend
