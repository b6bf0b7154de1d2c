// What the readers of DOCX and ODT do alike: knowing their files, and making the article.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/office/office_body.hpp"
#include "indexer/readers/office/office_properties.hpp"
#include "indexer/readers/reader.hpp"

namespace furat::indexer::office {

[[nodiscard]] bool is_zip(std::string_view head);

/// True if a member whose name begins with `prefix` has its header in the head of a zip archive.
[[nodiscard]] bool head_holds_member(std::string_view head, std::string_view prefix);

/// True if the name of a file ends so, whatever the case; `ending` is lower case.
[[nodiscard]] bool has_ending(std::string_view file_name, std::string_view ending);

/// What was read of a document.
struct OfficeDocument {
  OfficeBody body;
  OfficeProperties properties;
  std::string shown_title;  ///< the paragraph in the style of titles
  std::string fault;        ///< a sentence; empty if the text is whole
};

/// Has the libraries for zip archives and XML read a little of each.
void warm_up();

void skip(std::string_view file, std::string message, const ReadSink& sink);

/// Passes the article on, with a warning if a part is missing, or says why there is none.
void pass_on(OfficeDocument&& document, std::string_view file, const ReadSink& sink);

}  // namespace furat::indexer::office
