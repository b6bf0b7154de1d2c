// The short help: two examples, the commands, the names of the options.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace furat::frontend {

/// -h: the short help, --help: all. To be called before commands are added, which inherit it.
void set_help_flags(CLI::App& app);

/// What a ParseError that is a call for help asks for, or for the version; of the command that was
/// named, else of the program.
[[nodiscard]] std::string help_text(const CLI::App& app, const CLI::ParseError& error);

/// What `help OPERANDS...` prints. Throws CLI::ParseError, with a suggestion, for what is not the
/// name of one command.
[[nodiscard]] std::string help_command(const CLI::App& app,
                                       const std::vector<std::string>& operands);

/// The lines of the examples at the end of a command's help, without their indent.
[[nodiscard]] std::vector<std::string> examples_of(const CLI::App& command);

}  // namespace furat::frontend
