// What stands above a Markdown text: metadata in YAML (---) or TOML (+++).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace furat::indexer {

/// Values as they are written; empty where they are not stated.
struct FrontMatter {
  std::size_t size = 0;  ///< bytes of the text that it takes with its fences; 0: there is none
  std::string title, author, published, source, url;
  std::string problem;  ///< a sentence if something of it cannot be used
};

/// Known keys, in any case: title; author, authors; published, publishdate, date; source,
/// publisher, site; url, link, canonical. A list of authors is joined by commas. What is no valid
/// YAML is read line by line. Aliases are refused, and so are blocks above 64 KiB, which are text
/// then. Never throws.
[[nodiscard]] FrontMatter front_matter(std::string_view text);

/// True if a text begins with front matter that states something known; `head` may end inside.
[[nodiscard]] bool begins_with_front_matter(std::string_view head);

}  // namespace furat::indexer
