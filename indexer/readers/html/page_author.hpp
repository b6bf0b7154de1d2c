// Who wrote the article of a page.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/json_ld.hpp"
#include "indexer/readers/html/meta_elements.hpp"

namespace furat::indexer {

/// The names that JSON-LD states, else a meta element, else a link with rel="author" or a byline
/// near the headline. Several are joined by ", ". Empty if there is none.
[[nodiscard]] std::string page_author(const HtmlTree& tree, const MetaElements& meta,
                                      const JsonLdFacts& json_ld, NodeId headline);

/// A name as it is stored: without "By", addresses and e-mail addresses, at most 200 bytes; empty
/// if what remains is no name ("admin", a whole sentence).
[[nodiscard]] std::string author_name(std::string_view value);

}  // namespace furat::indexer
