// The options of furat-search and its commands: names, checks and the texts of --help.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "frontend/options.hpp"
#include "frontend/settings.hpp"
#include "searcher/cli/search_options.hpp"

namespace furat {

/// The program with all its commands; parsing fills `options`, which must outlive it.
class CommandLine {
 public:
  explicit CommandLine(cli::SearchOptions& options);

  /// Throws CLI::ParseError, also for --help and --version. A word of a query is no command: only
  /// the first word can be one.
  void parse(const std::vector<std::string>& arguments);

  /// For the error of a command that words follow: how these would be a query. A line, or nothing.
  [[nodiscard]] std::string query_instead(const std::vector<std::string>& arguments) const;

  /// Fills the options that were not given. Throws frontend::SettingError.
  void apply(const frontend::Settings& settings);

  /// The settings of a search, a line each: name, value and, if wanted, where it comes from.
  [[nodiscard]] std::string list_settings(const frontend::Settings& settings,
                                          bool show_origin) const;

  /// The variable, or file and line, that gave an option ("facets") its value; empty if none did.
  [[nodiscard]] std::string origin_of(const std::string& option) const;

  [[nodiscard]] const CLI::App& app() const { return app_; }

  /// The name of the command that was given; empty for a search.
  [[nodiscard]] std::string command() const;

 private:
  CLI::App app_;
  frontend::AppliedSettings applied_;
};

}  // namespace furat
