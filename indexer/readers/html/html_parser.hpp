// libxml2's HTML parser behind one function, kept linear on pages made to hurt it.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/readers/html/html_tree_builder.hpp"

namespace furat::indexer {

/// Feeds `builder` with the elements and texts of a page. The parser searches all open elements for
/// an end tag and all attributes of an element for a name, so both are bounded: at `deepest` it
/// begins anew in the body, and attributes beyond `most_attributes` are blanked.
void parse_html(std::string_view utf8, std::size_t deepest, std::size_t most_attributes,
                HtmlTreeBuilder& builder);

}  // namespace furat::indexer
