#include "searcher/cli/command_context.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "analysis/text/fold.hpp"

namespace furat::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool wants_colour(const std::string& choice) {
  if (choice != "auto") return choice == "always";
  return ::isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" &&
         environment("NO_COLOR").empty();
}

/// Columns of the terminal, 80 where there is none; long lines are hard to read, so no more than
/// 120.
std::size_t output_width() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 1 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
      size.ws_col == 0)
    return 80;
  return std::clamp<std::size_t>(size.ws_col, 40, 120);
}

}  // namespace

Searcher open_searcher(const SearchOptions& options) {
  return Searcher(
      find_index(options.index, std::filesystem::current_path(), environment("FURAT_INDEX")));
}

TextStyle style_of(const SearchOptions& options) {
  TextStyle style;
  style.colour = wants_colour(options.colour);
  style.width = output_width();
  return style;
}

bool locale_lacks_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto locale = analysis::fold_name(environment(name));
    if (!locale.empty()) return locale.find("utf") == std::string::npos;
  }
  return false;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

}  // namespace furat::cli
