#include "searcher/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "frontend/environment.hpp"

namespace furat::cli {
namespace {

using frontend::environment;

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 120;

/// A positive number, or 0.
std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::size_t width_of_output(bool is_terminal) {
  if (const auto columns = number_of(environment("COLUMNS")); columns > 0) return columns;
  winsize size{};
  if (!is_terminal || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return Terminal().width;
  return size.ws_col;
}

/// Terminals that are known to take OSC 8; others may print the address.
bool shows_hyperlinks() {
  constexpr std::array<std::string_view, 7> kPrograms{"iTerm.app", "WezTerm", "vscode", "ghostty",
                                                      "Hyper",     "Tabby",   "rio"};
  constexpr std::array<std::string_view, 6> kTerms{"xterm-kitty", "foot",    "alacritty",
                                                   "contour",     "wezterm", "xterm-ghostty"};
  constexpr std::size_t kFirstVte = 5000;        // 0.50
  constexpr std::size_t kFirstKonsole = 201200;  // 20.12
  const auto term = environment("TERM");
  if (term == "dumb" || term.starts_with("screen") || term.starts_with("tmux")) return false;
  const auto program = environment("TERM_PROGRAM");
  return std::find(kPrograms.begin(), kPrograms.end(), program) != kPrograms.end() ||
         std::any_of(kTerms.begin(), kTerms.end(),
                     [&](std::string_view known) { return term.starts_with(known); }) ||
         number_of(environment("VTE_VERSION")) >= kFirstVte ||
         number_of(environment("KONSOLE_VERSION")) >= kFirstKonsole ||
         !environment("WT_SESSION").empty();
}

}  // namespace

Terminal terminal_on_stdout() {
  Terminal terminal;
  terminal.present = ::isatty(STDOUT_FILENO) == 1;
  const auto term = environment("TERM");
  terminal.colours = terminal.present && term != "dumb" && environment("NO_COLOR").empty();
  terminal.hyperlinks = terminal.present && shows_hyperlinks();
  // The console of the kernel draws them as boxes.
  terminal.isolates = terminal.present && term != "dumb" && term != "linux";
  terminal.width = std::clamp(width_of_output(terminal.present), kNarrowest, kWidest);
  return terminal;
}

}  // namespace furat::cli
