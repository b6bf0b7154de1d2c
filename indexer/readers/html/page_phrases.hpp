// The set phrases by which web pages in many languages say: this is no part of the article.
#pragma once

#include <string_view>

namespace furat::indexer {

// All of these take the folded words of a whole block (analysis::fold_name).

/// The block is a label and nothing else: "advertisement", "share", "anzeige", "lire aussi".
[[nodiscard]] bool is_page_label(std::string_view folded);

/// The block begins as a pointer to another article: "related", "read more", "lesen sie auch".
[[nodiscard]] bool begins_as_pointer(std::string_view folded);

/// The block asks readers to do something: "follow us on", "sign up for our newsletter".
[[nodiscard]] bool asks_reader(std::string_view folded);

/// The block invites to a social network: "follow her on twitter".
[[nodiscard]] bool invites_to_network(std::string_view folded);

/// The block is the heading of what pages put below an article: "related articles", "comments".
[[nodiscard]] bool opens_foot(std::string_view folded);

/// What stands before a block's colon says that a picture's maker follows: "photo", "bildquelle".
[[nodiscard]] bool names_picture(std::string_view folded);

/// The block begins as a byline: "by", "von", "staff writer".
[[nodiscard]] bool begins_as_byline(std::string_view folded);

}  // namespace furat::indexer
