// What all commands of furat-search share: where and how they print.
#pragma once

#include <string>
#include <vector>

#include "furat/search_results.hpp"
#include "searcher/cli/search_options.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// As the terminal is, if there is one.
[[nodiscard]] TextStyle style_of(const SearchOptions& options);

/// Whether the environment names an encoding other than UTF-8.
[[nodiscard]] bool locale_lacks_utf8();

/// To standard output.
void print(const std::string& text);

/// To standard error, a line each.
void tell(const std::vector<std::string>& notes);

/// The same, where the output has no place for notes: what shards are missing or old.
void tell_of_shards(const SearchResults& results);

}  // namespace furat::cli
