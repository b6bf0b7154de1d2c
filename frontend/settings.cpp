#include "frontend/settings.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "frontend/config_file.hpp"
#include "frontend/environment.hpp"
#include "frontend/suggestions.hpp"

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

constexpr std::string_view kVariables = "FURAT_";

/// Of the project's tests, which hand them on to the programs they run.
constexpr std::array<std::string_view, 6> kOfTests{"FURAT_BIN",       "FURAT_SOURCE_DIR",
                                                   "FURAT_SANITIZED", "FURAT_SAMPLE_INDEX",
                                                   "FURAT_KILLS",     "FURAT_FULL_DISKS"};

/// What somebody may take for settings, though they change what an answer is about.
constexpr std::array<std::string_view, 10> kFilters{"place",  "actor", "date",        "published",
                                                    "source", "kind",  "reported-by", "near",
                                                    "within", "bbox"};

/// FURAT_FACET_LIMIT
std::string variable_of(std::string_view name) {
  std::string variable(kVariables);
  for (const char c : name)
    variable += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return variable;
}

/// facet-limit
std::string name_of_variable(std::string_view variable) {
  std::string name;
  for (const char c : variable.substr(kVariables.size()))
    name += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

template <class Names>
bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A mistyped variable must not leave a search as it was without a word.
void refuse_unknown_variables() {
  std::vector<std::string> known;
  for (const auto& setting : kNames) known.push_back(variable_of(setting.name));
  std::vector<std::string> unknown;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto name = text.substr(0, text.find('='));
    const bool is_set = name.size() + 1 < text.size();
    if (is_set && name.starts_with(kVariables) && !has(known, name) && !has(kOfTests, name))
      unknown.emplace_back(name);
  }
  if (unknown.empty()) return;
  const auto first = *std::min_element(unknown.begin(), unknown.end());
  const auto name = name_of_variable(first);
  throw SettingError(
      fmt::format("{}: there is no setting '{}'{}", first, name, instead_of_setting(name)));
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
  refuse_unknown_variables();
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

std::string Setting::place() const {
  return line == 0 ? origin : fmt::format("{}:{}", origin, line);
}

std::string instead_of_setting(const std::string& name) {
  if (has(kFilters, name.starts_with("not-") ? name.substr(4) : name))
    return "; filters are no settings, so that no answer depends on a file or variable";
  std::vector<std::string> known;
  for (const auto& setting : kNames) known.emplace_back(setting.name);
  return did_you_mean(name, known);
}

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
