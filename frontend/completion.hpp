// Completion in shells: the programs themselves tell what fits, the scripts only pass it on.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace furat::frontend {

/// Values that the index has for an option ("--place") and begin with a prefix; the arguments
/// before it may name the index.
using IndexValues = std::function<std::vector<std::string>(
    const std::string& option, const std::string& prefix, const std::vector<std::string>& before)>;

/// What may stand where the cursor is.
struct Completions {
  std::vector<std::string> words;
  bool files = false;  ///< names of files and folders, too: the shell knows them best
};

/// `arguments` are those up to the cursor, the last of them begun and perhaps empty.
[[nodiscard]] Completions completions(const CLI::App& app,
                                      const std::vector<std::string>& arguments,
                                      const IndexValues& values);

/// The script that makes "bash", "zsh" or "fish" ask `program`; nothing for another shell.
[[nodiscard]] std::optional<std::string> completion_script(const std::string& shell,
                                                           const std::string& program);

/// What `completion OPERANDS...` prints. Throws CLI::ParseError for what is not the name of one
/// shell.
[[nodiscard]] std::string completion_command(const CLI::App& app,
                                             const std::vector<std::string>& operands);

/// Answers `__complete ARGUMENTS...` with what is to be printed: a word a line, ":files" for names
/// of files. Nothing for other arguments.
[[nodiscard]] std::optional<std::string> answer_shell(const CLI::App& app,
                                                      const std::vector<std::string>& arguments,
                                                      const IndexValues& values);

}  // namespace furat::frontend
