// What a mistyped word was perhaps meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::frontend {

/// The nearest of the words by edit distance (letters left out, added, changed or swapped), those
/// equally near in their order; none if all are further than a third of the word.
[[nodiscard]] std::vector<std::string> nearest_words(std::string_view word,
                                                     const std::vector<std::string>& words);

/// "; did you mean 'limit'?", or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& words);

}  // namespace furat::frontend
