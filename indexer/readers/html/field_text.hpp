// Values of a page's metadata as clean lines of text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// The value as one line: entities resolved and tags dropped (values often hold them twice), white
/// space collapsed, controls gone, cut behind a word to at most `longest` bytes.
[[nodiscard]] std::string field_text(std::string_view value, std::size_t longest);

/// The text of a subtree as HtmlTree::text_of() gives it, empty if it is longer than `longest`
/// bytes: what is that long is no field. Takes no longer for more text.
[[nodiscard]] std::string short_text_of(const HtmlTree& tree, NodeId id, std::size_t longest);

/// The address if it is an absolute http or https address without white space and controls, of at
/// most 2048 bytes; else empty.
[[nodiscard]] std::string web_address(std::string_view value);

/// "www.example.org" of "https://www.example.org:80/path", in lower case; empty if there is none.
[[nodiscard]] std::string host_of(std::string_view address);

}  // namespace furat::indexer
