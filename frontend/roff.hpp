// Text for man(7) pages.
#pragma once

#include <string>
#include <string_view>

namespace furat::frontend {

/// The text with what roff would obey escaped: backslashes, hyphens that are minus signs, dots and
/// apostrophes at the start of a line.
[[nodiscard]] std::string roff_text(std::string_view text);

/// The head of a page: title, NAME; words are neither parted nor spread over lines.
[[nodiscard]] std::string manual_head(std::string_view name, std::string_view section,
                                      std::string_view about);

/// The pages that there are, as the end of each.
[[nodiscard]] std::string manual_end();

/// The text as the argument of a macro, in quotes.
[[nodiscard]] std::string roff_argument(std::string_view text);

}  // namespace furat::frontend
