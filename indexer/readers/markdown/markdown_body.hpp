// The words of a Markdown text without its markup, block by block.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/readers/decode.hpp"

namespace furat::indexer {

struct MarkdownBody {
  std::string text;
  SourceMap map;  ///< text -> the bytes that the decoded text came from
  std::vector<BodyBlock> blocks;
  std::string title;     ///< the first heading of the first level
  std::string given_up;  ///< a sentence if the text cannot be read as Markdown; all else is empty
};

/// Reads decoded.text from byte `begin` on. Linear time: a paragraph of very many lines is read as
/// several. Cells of a table's row are joined by " | "; addresses of links and images are left out.
[[nodiscard]] MarkdownBody markdown_body(const DecodedText& decoded, std::size_t begin);

}  // namespace furat::indexer
