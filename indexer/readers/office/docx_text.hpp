// The text of the parts of a DOCX.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/readers/office/docx_styles.hpp"
#include "indexer/readers/office/office_body.hpp"

namespace furat::indexer::office {

/// Adds the paragraphs and tables of a part (the document, its notes) to `body`. What was deleted
/// or moved away with changes tracked, field codes and hidden text are left out; of alternatives
/// the first one is taken. Returns what is wrong with the XML, as a sentence, after which nothing
/// was read; empty if nothing is. `title` gets the first paragraph in the style Title, if it is
/// empty.
[[nodiscard]] std::string add_docx_text(std::string_view xml,
                                        const std::map<std::string, ParagraphStyle>& styles,
                                        OfficeBody& body, std::string& title);

}  // namespace furat::indexer::office
