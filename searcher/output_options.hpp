// The options of furat-search that say what of an answer is printed, how, and for whom.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "searcher/cli/search_options.hpp"

namespace furat {

/// An option whose value must be one of these; the last one given wins.
CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& what);

/// Who reads the output: a terminal and how it is used, or a program.
void add_reader_options(CLI::App& app, cli::SearchOptions& options);

/// What of the answer to a search is printed, and in which format.
void add_output_options(CLI::App& app, cli::SearchOptions& options);

}  // namespace furat
