#include "frontend/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "frontend/options.hpp"
#include "frontend/suggestions.hpp"

namespace furat::frontend {
namespace {

constexpr std::size_t kWidth = 78;
constexpr std::size_t kShownExamples = 2;

/// "furat-search pivot"
std::string full_name(const CLI::App& command) {
  const auto* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : parent->get_name() + " " + command.get_name();
}

/// Words in indented lines.
std::string filled(const std::vector<std::string>& words) {
  std::string out;
  std::string line = " ";
  for (const auto& word : words) {
    if (line.size() + 1 + word.size() > kWidth) {
      out += line + "\n";
      line = " ";
    }
    line += " " + word;
  }
  return out + line + "\n";
}

std::string short_help(const CLI::App& command) {
  std::string out = command.get_description() + "\n\nExamples:\n";
  auto examples = examples_of(command);
  examples.resize(std::min(examples.size(), kShownExamples));
  for (const auto& example : examples) out += "  " + example + "\n";
  const auto commands = commands_of(command);
  if (!commands.empty()) out += "\nCommands:\n";
  for (const auto* sub : commands)
    out += fmt::format("  {:<13} {}\n", sub->get_name(), sub->get_description());
  auto options = long_options(command);
  std::sort(options.begin(), options.end());
  out += "\nOptions:\n" + filled(options);
  const auto name = full_name(command);
  return out + fmt::format("\nMore: {} --help, man {}\n", name, name.substr(0, name.find(' ')));
}

}  // namespace

void set_help_flags(CLI::App& app) {
  app.set_help_flag("-h", "Two examples and the names of the options");
  app.set_help_all_flag("--help", "This help");
}

std::string help_text(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_name() == "CallForVersion") return std::string(error.what()) + "\n";
  const auto parsed = app.get_subcommands();
  const CLI::App& command = parsed.empty() ? app : *parsed.front();
  return error.get_name() == "CallForHelp" ? short_help(command) : command.help();
}

std::string help_command(const CLI::App& app, const std::vector<std::string>& operands) {
  if (operands.empty()) return app.help();
  if (operands.size() > 1)
    throw CLI::ParseError("help takes the name of one command", CLI::ExitCodes::InvalidError);
  if (const auto* command = command_named(app, operands[0])) return command->help();
  throw CLI::ParseError(no_such_command(app, operands[0]), CLI::ExitCodes::InvalidError);
}

std::vector<std::string> examples_of(const CLI::App& command) {
  std::vector<std::string> examples;
  std::istringstream lines(command.get_footer());
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "Examples:")
      inside = true;
    else if (!line.starts_with("  "))
      inside = false;
    else if (inside)
      examples.push_back(line.substr(2));
  }
  return examples;
}

}  // namespace furat::frontend
