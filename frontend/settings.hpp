// Settings that both programs take from the environment and from configuration files:
// docs/configuration.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace furat::frontend {

/// The long name of an option that can be set, and what it sets in a few words.
struct SettingName {
  std::string_view name, about;
};

[[nodiscard]] std::span<const SettingName> setting_names();

struct Setting {
  std::string value;
  std::string origin;      ///< "FURAT_LIMIT" or the path of a file
  std::uint32_t line = 0;  ///< of the file, from 1

  /// "FURAT_LIMIT" or "furat.toml:3".
  [[nodiscard]] std::string place() const;
};

/// What one file or the environment sets: by name, "limit", or by command and name, "timeline.by".
using SettingLayer = std::map<std::string, Setting>;

/// A file or variable that cannot be taken; what() says where and why.
class SettingError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// All layers, the strongest first: environment, project file, file of the user.
class Settings {
 public:
  explicit Settings(std::vector<SettingLayer> layers) : layers_(std::move(layers)) {}

  /// The setting for a command; in each layer its own comes before that of all commands.
  [[nodiscard]] std::optional<Setting> find(std::string_view command, std::string_view name) const;

 private:
  std::vector<SettingLayer> layers_;
};

/// "; did you mean 'limit'?", or why there is no such setting, or nothing.
[[nodiscard]] std::string instead_of_setting(const std::string& name);

/// Reads the environment, the nearest `.furat.toml` or `furat.toml` at or above `start`, and
/// `furat/config.toml` in $XDG_CONFIG_HOME or ~/.config. Throws SettingError,
/// also for a variable FURAT_... that is no setting.
[[nodiscard]] Settings read_settings(const std::filesystem::path& start);

/// Where the index is if no flag names one and no .furat is near: the setting `index`, else
/// `furat` in $XDG_DATA_HOME or ~/.local/share if an index is there, else nothing.
[[nodiscard]] Setting usual_index(const Settings& settings);

}  // namespace furat::frontend
