// Cuts class names and ids into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::indexer {

/// The words of one name in lower case: "articleShare-bar2" gives article, share, bar. Digits at
/// the end of a word are cut off. What is in `words` before is replaced.
void split_name(std::string_view name, std::vector<std::string>& words);

}  // namespace furat::indexer
