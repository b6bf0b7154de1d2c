// What the ends of a line of text say about the text before and after it.
#pragma once

#include <string_view>

namespace furat::indexer::pdf {

/// True if `text` ends as a sentence does; closing quotes and brackets are passed over.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// True if `text` begins with a letter that is lower case (scripts without case: never).
[[nodiscard]] bool starts_lower_case(std::string_view text);

enum class ItemMark {
  none,
  bullet,
  number,  ///< "a)", "(iv)", "[12]", "3.", or a dash: within a sentence they may mean something
           ///< else
};
[[nodiscard]] ItemMark item_mark(std::string_view text);

/// "Figure 3:", "Table 1.", "Fig. 2", "Algorithm 1".
[[nodiscard]] bool starts_caption(std::string_view text);

/// A number of a section before words: "3.2 Methods", "IV. RESULTS".
[[nodiscard]] bool starts_section_number(std::string_view text);

/// True if all letters are capitals, and there are a few of them.
[[nodiscard]] bool is_all_capitals(std::string_view text);

[[nodiscard]] bool holds_letters(std::string_view text);

}  // namespace furat::indexer::pdf
