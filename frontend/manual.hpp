// The manual page of a program, from the description of its options: one truth with --help.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace furat::frontend {

/// A man(7) page of section 1: options, commands with theirs, exit codes, examples.
[[nodiscard]] std::string manual_page(const CLI::App& app);

}  // namespace furat::frontend
