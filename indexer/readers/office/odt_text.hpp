// The text of an ODT.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/office/office_body.hpp"

namespace furat::indexer::office {

/// Adds the paragraphs and tables of content.xml to `body`, notes after all else. Tracked
/// deletions, comments and hidden text are left out. Returns what is wrong with the XML, as a
/// sentence; empty if nothing is. `title` gets the first paragraph in the style Title, if it is
/// empty.
[[nodiscard]] std::string add_odt_text(std::string_view xml, OfficeBody& body, std::string& title);

}  // namespace furat::indexer::office
