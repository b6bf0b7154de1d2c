// Facts about the open index, for programs.
#pragma once

#include <string>

#include "furat/searcher.hpp"

namespace furat::formats {

/// One indented object and a line end: "schema_version" of JSON, "version" of the program,
/// "generation", "digest", "articles" and "passages"; where the index lies is not told.
[[nodiscard]] std::string format_index_json(const IndexInfo& index);

}  // namespace furat::formats
