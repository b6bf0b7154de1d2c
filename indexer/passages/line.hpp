// The lines of a body that hold text, and the questions the splitter asks of a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/white_space.hpp"

namespace furat::indexer {

/// One line without the white space around it. Blank lines are only counted.
struct Line {
  std::uint32_t begin = 0;  ///< byte in the body
  std::uint32_t end = 0;
  std::uint32_t indent = 0;         ///< white-space characters before the text
  std::uint32_t width = 0;          ///< code points of the text
  std::uint32_t blanks_before = 0;  ///< empty lines above

  [[nodiscard]] std::string_view of(std::string_view body) const {
    return body.substr(begin, end - begin);
  }
};

[[nodiscard]] std::vector<Line> text_lines(std::string_view body);

using analysis::space_size;

/// Words by white space. A run without any, such as Chinese text or a long link, counts as a word
/// every 48 bytes.
[[nodiscard]] std::size_t count_words(std::string_view text);

/// Ends in . ! ? … or the Arabic and CJK ones; closing quotes, brackets and note marks like [4]
/// after it are passed over.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// The last byte, quotes and brackets passed over as above; 0 if there is none.
[[nodiscard]] char last_mark(std::string_view text);

/// Begins with a lower-case letter, quotes passed over. The article of a name ("al-Bab") does not
/// count.
[[nodiscard]] bool begins_lower(std::string_view text);

/// Has cased letters, and all of them are capitals.
[[nodiscard]] bool is_all_capitals(std::string_view text);

[[nodiscard]] bool holds_letter(std::string_view text);

/// What stands before the first white space.
[[nodiscard]] std::string_view first_word(std::string_view text);
[[nodiscard]] std::string_view last_word(std::string_view text);

[[nodiscard]] std::uint32_t count_code_points(std::string_view text);

}  // namespace furat::indexer
