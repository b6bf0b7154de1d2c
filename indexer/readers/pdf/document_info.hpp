// Title and author of a PDF: its properties where they say something, else what its first page
// shows.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/pdf/text_block.hpp"

namespace furat::indexer::pdf {

/// The title property, or nothing if it is one that programs put there: a file name, "untitled",
/// "Microsoft Word - ...". `file` is the name of the file.
[[nodiscard]] std::string sane_title(std::string_view property, std::string_view file);

/// The author property, or nothing if it names a program or an account.
[[nodiscard]] std::string sane_author(std::string_view property);

/// The heading of the first page in the largest type, above the size of the body; empty if there is
/// none.
[[nodiscard]] std::string title_on_page(std::span<const TextBlock> blocks,
                                        const Typesetting& typesetting);

}  // namespace furat::indexer::pdf
