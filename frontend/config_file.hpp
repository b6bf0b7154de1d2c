// One configuration file (TOML) as settings.
#pragma once

#include <filesystem>

#include "frontend/settings.hpp"

namespace furat::frontend {

/// Whom a file belongs to: a project's may come from others and must not name programs to run.
enum class ConfigOwner { user, project };

/// Throws SettingError for a file that cannot be read, is no TOML, or sets what cannot be set.
[[nodiscard]] SettingLayer read_config_file(const std::filesystem::path& path, ConfigOwner owner);

}  // namespace furat::frontend
