// The ending of a file's name, which is half of knowing its format.
#pragma once

#include <algorithm>
#include <string_view>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {

/// True if the name ends so, in any case; `ending` is in lower case.
[[nodiscard]] inline bool has_file_ending(std::string_view file_name, std::string_view ending) {
  return file_name.size() > ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), file_name.rbegin(),
                    [](char a, char b) { return a == analysis::lower_ascii(b); });
}

}  // namespace furat::indexer
