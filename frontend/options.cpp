#include "frontend/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "frontend/suggestions.hpp"

namespace furat::frontend {
namespace {

/// Options that say the same as another one: given, they decide what the setting would.
bool is_given(const CLI::App& command, const std::string& name) {
  std::vector<std::string> ways{name};
  if (name == "format") ways = {"format", "json", "jsonl"};
  if (name == "pager") ways = {"pager", "no-pager"};
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) {
    const auto* option = command.get_option_no_throw("--" + way);
    return option != nullptr && option->count() > 0;
  });
}

void set(CLI::Option& option, const Setting& setting) {
  try {
    option.add_result(setting.value);
    option.run_callback();
  } catch (const CLI::Error& error) {
    throw SettingError(fmt::format("{}: {}", setting.place(), error.what()));
  }
}

/// The argument without what follows a "=".
std::string option_in(std::string_view argument) {
  return std::string(argument.substr(0, argument.find('=')));
}

}  // namespace

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

const CLI::App* command_named(const CLI::App& app, const std::string& name) {
  if (name.empty()) return &app;
  const auto commands = commands_of(app);
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const auto* c) { return c->get_name() == name; });
  return found == commands.end() ? nullptr : *found;
}

bool takes_value(const CLI::App& command, const std::string& argument) {
  const auto* option = argument.starts_with('-') ? command.get_option_no_throw(argument) : nullptr;
  return option != nullptr && option->get_items_expected_max() > 0;
}

std::optional<std::size_t> first_bare_word(const CLI::App& app,
                                           const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") return std::nullopt;
    if (!arguments[i].starts_with('-') || arguments[i] == "-") return i;
    if (takes_value(app, arguments[i])) ++i;
  }
  return std::nullopt;
}

std::vector<std::string> long_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto* option : command.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

AppliedSettings apply_settings(CLI::App& command, const std::string& name,
                               const Settings& settings) {
  AppliedSettings applied;
  for (auto* option : command.get_options())
    for (const auto& long_name : option->get_lnames()) {
      if (long_name == "index" || is_given(command, long_name)) continue;
      const auto setting = settings.find(name, long_name);
      if (!setting) continue;
      set(*option, *setting);
      applied.emplace(long_name, setting->place());
    }
  return applied;
}

std::string no_such_command(const CLI::App& app, const std::string& name) {
  std::vector<std::string> known;
  for (const auto* command : commands_of(app)) known.push_back(command->get_name());
  return fmt::format("there is no command '{}'{}", name, did_you_mean(name, known));
}

std::string parse_error_text(const CLI::App& app, const CLI::ParseError& error,
                             const std::vector<std::string>& arguments) {
  std::string text = error.what();
  // What `help` and `completion` throw says all.
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::InvalidError)) return text;
  const auto parsed = app.get_subcommands();
  const auto word = first_bare_word(app, arguments);
  if (parsed.empty() && word && app.get_require_subcommand_min() > 0)
    return no_such_command(app, arguments[*word]);
  const CLI::App& command = parsed.empty() ? app : *parsed.front();
  auto known = long_options(command);
  if (&command == &app)
    for (const auto* sub : commands_of(app)) known.push_back(sub->get_name());
  for (const auto& argument : arguments) {
    const auto given = option_in(argument);
    // Only what the message complains of.
    if (given.size() < 3 || text.find(given) == std::string::npos ||
        std::find(known.begin(), known.end(), given) != known.end())
      continue;
    if (const auto hint = did_you_mean(given, known); !hint.empty()) return text + hint;
  }
  return text;
}

}  // namespace furat::frontend
