// The options of furat-search and its commands: names, checks and the texts of --help.
#pragma once

#include <CLI/CLI.hpp>

#include "searcher/cli/search_options.hpp"

namespace furat {

/// The program with all its commands; parsing fills `options`, which must outlive it.
class CommandLine {
 public:
  explicit CommandLine(cli::SearchOptions& options);

  /// Throws CLI::ParseError, also for --help and --version.
  void parse(int argc, const char* const* argv) { app_.parse(argc, argv); }

  /// Prints what a ParseError asks for to standard output; the exit code.
  int print_help(const CLI::ParseError& error) { return app_.exit(error); }

  /// The name of the command that was given; empty for a search.
  [[nodiscard]] std::string command() const;

 private:
  CLI::App app_;
};

}  // namespace furat
