// What the styles of a DOCX make of their paragraphs.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/article.hpp"

namespace furat::indexer::office {

/// What a style says, or the styles it is based on.
struct ParagraphStyle {
  BlockKind kind = BlockKind::paragraph;
  bool title = false;  ///< of the document
};

/// The paragraph styles of word/styles.xml by id. What cannot be read has no styles.
[[nodiscard]] std::map<std::string, ParagraphStyle> docx_styles(std::string_view xml);

}  // namespace furat::indexer::office
