// What a program tells of itself without doing anything.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "frontend/completion.hpp"

namespace furat::frontend {

/// What `help`, `help COMMAND` and `completion SHELL` print and, for scripts, `__complete WORDS...`
/// and `__manual`; nothing for other arguments. Throws CLI::ParseError for help on what is no
/// command and for another shell.
[[nodiscard]] std::optional<std::string> self_description(const CLI::App& app,
                                                          const std::vector<std::string>& arguments,
                                                          const IndexValues& values);

}  // namespace furat::frontend
