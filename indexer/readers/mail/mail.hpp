// Mail: a message (.eml), or the messages of an mbox, each an article.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// By two fields that only headers of mail have, perhaps below an mbox "From " line, else by .eml.
[[nodiscard]] bool accepts_mail(std::string_view file_name, std::string_view head);

/// The body is the text of the message; offsets count it. Attachments are left out. Of several
/// messages each has the id FILE#NUMBER. A saved web page (MHTML) is read as its page.
void read_mail(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
