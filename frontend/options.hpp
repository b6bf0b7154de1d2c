// What both programs do with their options beside parsing them: settings fill those that were not
// given, mistyped ones get a suggestion.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "frontend/settings.hpp"

namespace furat::frontend {

/// The commands that may be named, the hidden ones left out.
[[nodiscard]] std::vector<const CLI::App*> commands_of(const CLI::App& app);

/// The command with that name or, if the name is empty, the program; null if there is none.
[[nodiscard]] const CLI::App* command_named(const CLI::App& app, const std::string& name);

/// The long options of a command with their dashes.
[[nodiscard]] std::vector<std::string> long_options(const CLI::App& command);

/// Whether the argument is an option of the command whose value is the next argument.
[[nodiscard]] bool takes_value(const CLI::App& command, const std::string& argument);

/// Where the first argument stands that is neither an option of the program nor a value of one; a
/// command can only be named there, so that a query may have its name as a word.
[[nodiscard]] std::optional<std::size_t> first_bare_word(const CLI::App& app,
                                                         const std::vector<std::string>& arguments);

/// Where the value of an option comes from, "furat.toml:3", by its name ("limit").
using AppliedSettings = std::map<std::string, std::string>;

/// Gives the options of a command that were not given the values of their settings. Settings that
/// it has no option for are passed over. Throws SettingError naming the origin of a value that the
/// option does not take. Returns those that were given so.
AppliedSettings apply_settings(CLI::App& command, const std::string& name,
                               const Settings& settings);

/// "there is no command 'pivto'; did you mean 'pivot'?"
[[nodiscard]] std::string no_such_command(const CLI::App& app, const std::string& name);

/// What a parse error says, with the nearest option or command for what was mistyped.
[[nodiscard]] std::string parse_error_text(const CLI::App& app, const CLI::ParseError& error,
                                           const std::vector<std::string>& arguments);

}  // namespace furat::frontend
