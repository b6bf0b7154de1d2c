// What all commands of furat-search share: the index they open, and where and how they print.
#pragma once

#include <string>

#include "furat/searcher.hpp"
#include "searcher/cli/search_options.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// The index of the options, else the nearest one, else that of the environment. Throws IndexError.
[[nodiscard]] Searcher open_searcher(const SearchOptions& options);

/// As the terminal is, if there is one.
[[nodiscard]] TextStyle style_of(const SearchOptions& options);

/// Whether the environment names an encoding other than UTF-8.
[[nodiscard]] bool locale_lacks_utf8();

/// To standard output.
void print(const std::string& text);

}  // namespace furat::cli
