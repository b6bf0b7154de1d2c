// Paragraphs of marked text, wrapped at the width of a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/cli/text_style.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

/// The lines of `text` as spans of it, without the spaces between them: words go together as long
/// as they fit into `columns` (`first_columns` in the first line), and a word that is too long is
/// cut between characters.
[[nodiscard]] std::vector<TextSpan> wrapped_lines(std::string_view text, std::size_t first_columns,
                                                  std::size_t columns);

struct Paragraph {
  std::string lead;                ///< what the first line begins with
  std::size_t indent = 0;          ///< columns before the other lines
  formats::MarkedText body;        ///< sanitized; its marks are shown bold
  std::string link;                ///< where its text leads, or nothing
  TextSpan linked{0, UINT32_MAX};  ///< of the body's text: what the link is on
};

/// Appends the paragraph and a line end.
void append_paragraph(std::string& out, const Paragraph& paragraph, const TextStyle& style);

/// The same for plain sanitized text, every line indented.
void append_lines(std::string& out, std::string_view text, std::size_t indent,
                  const TextStyle& style);

}  // namespace furat::cli
