#include "searcher/cli/command_context.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "analysis/text/fold.hpp"
#include "frontend/environment.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {
namespace {

using frontend::environment;

bool wanted(const std::string& choice, bool automatic) {
  return choice == "auto" ? automatic : choice == "always";
}

}  // namespace

TextStyle style_of(const SearchOptions& options) {
  TextStyle style;
  const auto& terminal = options.terminal;
  style.colour = wanted(options.colour, terminal.colours);
  style.hyperlinks = wanted(options.hyperlinks, terminal.hyperlinks);
  style.isolates = terminal.isolates;
  style.width = terminal.width;
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

void tell(const std::vector<std::string>& notes) {
  for (const auto& note : notes) fmt::print(stderr, "furat-search: {}\n", formats::sanitized(note));
}

void tell_of_shards(const SearchResults& results) {
  if (!results.missing_shards.empty() || !results.stale_shards.empty()) tell(results.notes);
}

}  // namespace furat::cli
