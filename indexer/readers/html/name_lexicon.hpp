// The words that class names are made of, and what they say about the text below.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::indexer {

/// What a word of a class name can mean; a word can mean several things.
enum class NameWord : std::uint32_t {
  clutter = 1U << 0U,       ///< "promo", "caption", "byline"
  control = 1U << 1U,       ///< "share", "tags"
  frame = 1U << 2U,         ///< "footer", "sidebar"
  comments = 1U << 3U,      ///< "comments", "respond"
  invisible = 1U << 4U,     ///< "offscreen"
  pointed_at = 1U << 5U,    ///< "tooltip": appears when the reader points at something
  box = 1U << 6U,           ///< "card", "inner"
  article = 1U << 7U,       ///< "story", "post"
  body = 1U << 8U,          ///< "text", "content"
  article_body = 1U << 9U,  ///< "articlebody"
  taxonomy = 1U << 10U,     ///< "category": the next word is the name of one
  beside = 1U << 11U,       ///< "with": the next word is no name of this element
  embed = 1U << 12U,        ///< "embed": something of another site, shown
};

/// The meanings of one word in lower case, as bits.
[[nodiscard]] std::uint32_t meanings_of(std::string_view word);

/// Two words of a name, one after the other, that are clutter together: "read", "more".
[[nodiscard]] bool is_clutter_pair(std::string_view first, std::string_view second);

/// The same of what only screen readers are given: "sr", "only".
[[nodiscard]] bool is_invisible_pair(std::string_view first, std::string_view second);

}  // namespace furat::indexer
