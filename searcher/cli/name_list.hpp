// The articles or files of an answer as a bare list, for other programs.
#pragma once

#include <string>
#include <vector>

#include "furat/search_results.hpp"

namespace furat::cli {

/// The ids of the hits' articles, each once, in the order of the hits.
[[nodiscard]] std::vector<std::string> article_ids(const SearchResults& results);

/// The names that the files of these articles have in the archive, likewise.
[[nodiscard]] std::vector<std::string> file_names(const SearchResults& results);

/// A sanitized name a line.
[[nodiscard]] std::string format_lines(const std::vector<std::string>& names);

/// The names as they are, a NUL behind each: what `xargs -0` takes.
[[nodiscard]] std::string format_null(const std::vector<std::string>& names);

/// One JSON array, or a JSON string a line.
[[nodiscard]] std::string format_names_json(const std::vector<std::string>& names);
[[nodiscard]] std::string format_names_jsonl(const std::vector<std::string>& names);

}  // namespace furat::cli
