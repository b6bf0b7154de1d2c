// The words of navigation, share bars and notices: one table each.
#pragma once

#include <string_view>

namespace furat::indexer {

// All of these take the folded words of a whole line ("google basic square").

/// Lines that are never article text: "share this", "no tags yet".
[[nodiscard]] bool is_junk_phrase(std::string_view folded);

/// Lines that are junk in the company of other junk only: "twitter", "home".
[[nodiscard]] bool is_junk_in_company(std::string_view folded);

/// Headings of what pages put below an article: "recent posts". Short lines after one are junk down
/// to the end.
[[nodiscard]] bool opens_page_foot(std::string_view folded);

/// Beginnings of short lines that are junk: "follow us on", "click here".
[[nodiscard]] bool begins_with_junk(std::string_view folded);

/// "This post is an extract taken from ...", "Originally published in ...".
[[nodiscard]] bool states_origin(std::string_view folded);

/// What a notice in capitals is about: "intellectual property", "transcript".
[[nodiscard]] bool holds_notice_words(std::string_view folded);

}  // namespace furat::indexer
