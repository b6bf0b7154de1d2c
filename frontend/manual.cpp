#include "frontend/manual.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "frontend/help.hpp"
#include "frontend/options.hpp"
#include "frontend/roff.hpp"

namespace furat::frontend {
namespace {

/// The lines of a help text as one.
std::string joined(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// "--limit N", "QUERY"
std::string shown_name(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true);
  std::string name = option.get_name(false, true);
  for (auto at = name.find(','); at != std::string::npos; at = name.find(',', at + 2))
    name.replace(at, 1, ", ");
  const auto& value = option.get_option_text();
  return value.empty() ? name : name + " " + value;
}

void append_options(std::string& out, const CLI::App& command) {
  for (const auto* option : command.get_options())
    out += fmt::format(".TP\n.B {}\n{}\n", roff_argument(shown_name(*option)),
                       roff_text(joined(option->get_description())));
}

/// Paragraphs of the footer: without the examples, or only what follows "Exit codes:".
std::string exit_codes_of(const CLI::App& command) {
  const auto footer = command.get_footer();
  const auto begin = footer.find("Exit codes: ");
  return begin == std::string::npos ? "" : joined(footer.substr(begin + 12));
}

void append_examples(std::string& out, const CLI::App& command) {
  const auto examples = examples_of(command);
  if (examples.empty()) return;
  out += ".EX\n";
  for (const auto& example : examples) out += roff_text(example) + "\n";
  out += ".EE\n";
}

void append_command(std::string& out, const CLI::App& command) {
  out += fmt::format(".SS {}\n{}.\n", roff_argument(command.get_name()),
                     roff_text(joined(command.get_description())));
  append_options(out, command);
  if (!examples_of(command).empty()) out += ".PP\n";
  append_examples(out, command);
}

}  // namespace

std::string manual_page(const CLI::App& app) {
  const auto name = app.get_name();
  auto out = manual_head(name, "1", joined(app.get_description()));
  out += fmt::format(".SH SYNOPSIS\n.B {}\n.RI [ options ]\n.RI [ command ]\n.RI [ arguments ]\n",
                     roff_text(name));
  out += ".SH OPTIONS\n";
  append_options(out, app);
  out += ".SH COMMANDS\n";
  for (const auto* command : commands_of(app)) append_command(out, *command);
  out += fmt::format(".SH ENVIRONMENT\nSee\n.BR furat\\-config (5).\n.SH EXIT STATUS\n{}\n",
                     roff_text(exit_codes_of(app)));
  out += ".SH EXAMPLES\n";
  append_examples(out, app);
  return out + manual_end();
}

}  // namespace furat::frontend
