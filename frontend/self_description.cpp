#include "frontend/self_description.hpp"

#include <algorithm>

#include "frontend/help.hpp"
#include "frontend/manual.hpp"
#include "frontend/options.hpp"

namespace furat::frontend {
namespace {

using Words = std::vector<std::string>;

bool is_option(const std::string& word) { return word.starts_with('-') && word != "--"; }

/// Nothing if the command is another one, or has options: those are parsed as of any command.
std::optional<std::string> help_or_completion(const CLI::App& app, const Words& arguments) {
  const auto named = first_bare_word(app, arguments);
  if (!named) return std::nullopt;
  const auto& command = arguments[*named];
  const Words operands(arguments.begin() + static_cast<std::ptrdiff_t>(*named) + 1,
                       arguments.end());
  if (std::any_of(operands.begin(), operands.end(), is_option)) return std::nullopt;
  if (command == "help") return help_command(app, operands);
  if (command == "completion") return completion_command(app, operands);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> self_description(const CLI::App& app,
                                            const std::vector<std::string>& arguments,
                                            const IndexValues& values) {
  if (arguments == Words{"__manual"}) return manual_page(app);
  if (auto text = help_or_completion(app, arguments)) return text;
  return answer_shell(app, arguments, values);
}

}  // namespace furat::frontend
