#include "frontend/settings.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

#include "frontend/config_file.hpp"
#include "frontend/environment.hpp"

namespace furat::frontend {
namespace {

namespace fs = std::filesystem;

constexpr std::array kNames{
    SettingName{"index", "folder of the index"},
    SettingName{"format", "how to print"},
    SettingName{"limit", "hits, actors or places to show"},
    SettingName{"facets", "dimensions to count"},
    SettingName{"facet-limit", "values a dimension"},
    SettingName{"row-limit", "rows of a pivot table"},
    SettingName{"column-limit", "columns of a pivot table"},
    SettingName{"spelling", "whether names find their other spellings"},
    SettingName{"match", "all the words, or any"},
    SettingName{"related", "whether words that go with the query find more"},
    SettingName{"sort", "order of the hits"},
    SettingName{"group", "what a hit is"},
    SettingName{"unique", "only the earliest of near-duplicates"},
    SettingName{"date-mode", "how dates must meet --date"},
    SettingName{"place-roles", "roles in which places count"},
    SettingName{"by", "what a bar of a timeline is"},
    SettingName{"clock", "which time a timeline shows"},
    SettingName{"timeout", "how long a search may take"},
    SettingName{"now", "day that 'last week' counts from"},
    SettingName{"ascii", "bars and signs in ASCII"},
    SettingName{"color", "when to use bold"},
    SettingName{"hyperlinks", "when to print links"},
    SettingName{"pager", "program to page with"},
    SettingName{"quiet", "nothing on standard error but errors"},
    SettingName{"threads", "threads that furat-index works with"},
    SettingName{"progress", "when furat-index shows a progress bar"},
};

/// FURAT_FACET_LIMIT
std::string variable_of(std::string_view name) {
  std::string variable = "FURAT_";
  for (const char c : name)
    variable += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return variable;
}

/// The day in UTC of a number of seconds since 1970, as reproducible-builds.org has it.
std::string day_of_epoch(const std::string& seconds) {
  std::int64_t count = 0;
  const char* end = seconds.data() + seconds.size();
  constexpr std::int64_t kLast = 253402300799;  // of the year 9999
  if (std::from_chars(seconds.data(), end, count).ptr != end || count < 0 || count > kLast)
    throw SettingError("SOURCE_DATE_EPOCH is no number of seconds since 1970: " + seconds);
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{count}})};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

SettingLayer environment_layer() {
  SettingLayer layer;
  for (const auto& setting : kNames) {
    const auto variable = variable_of(setting.name);
    const auto value = environment(variable);
    if (!value.empty()) layer[std::string(setting.name)] = {value, variable};
  }
  const auto epoch = environment("SOURCE_DATE_EPOCH");
  if (!epoch.empty() && !layer.contains("now"))
    layer["now"] = {day_of_epoch(epoch), "SOURCE_DATE_EPOCH"};
  return layer;
}

/// The nearest project file at or above `start`; empty if there is none.
fs::path project_file(const fs::path& start) {
  std::error_code none;
  for (auto folder = fs::absolute(start).lexically_normal();; folder = folder.parent_path()) {
    for (const char* name : {".furat.toml", "furat.toml"})
      if (fs::is_regular_file(folder / name, none)) return folder / name;
    if (folder == folder.parent_path()) return {};
  }
}

/// $XDG_..._HOME, else the folder below the home that stands for it; empty without either.
fs::path user_folder(const char* variable, const char* below_home) {
  if (const auto given = environment(variable); given.starts_with('/')) return given;
  const auto home = environment("HOME");
  return home.empty() ? fs::path() : fs::path(home) / below_home;
}

}  // namespace

std::span<const SettingName> setting_names() { return kNames; }

std::optional<Setting> Settings::find(std::string_view command, std::string_view name) const {
  const auto own = fmt::format("{}.{}", command, name);
  for (const auto& layer : layers_)
    for (const auto& key : {own, std::string(name)})
      if (const auto found = layer.find(key); found != layer.end()) return found->second;
  return std::nullopt;
}

Settings read_settings(const fs::path& start) {
  std::vector<SettingLayer> layers{environment_layer()};
  if (const auto project = project_file(start); !project.empty())
    layers.push_back(read_config_file(project, ConfigOwner::project));
  const auto user = user_folder("XDG_CONFIG_HOME", ".config");
  std::error_code none;
  if (const auto file = user / "furat" / "config.toml";
      !user.empty() && fs::is_regular_file(file, none))
    layers.push_back(read_config_file(file, ConfigOwner::user));
  return Settings(std::move(layers));
}

Setting usual_index(const Settings& settings) {
  if (auto index = settings.find("", "index")) return *index;
  const auto folder = user_folder("XDG_DATA_HOME", ".local/share");
  std::error_code none;
  if (!folder.empty() && fs::exists(folder / "furat" / "CURRENT", none))
    return {(folder / "furat").string(), "$XDG_DATA_HOME"};
  return {};
}

}  // namespace furat::frontend
