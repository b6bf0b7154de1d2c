// What the parts of a page are for, as their elements, classes and ids say.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// A set of these is a PageRoles::Set. They go down from an element to all below it.
namespace page_role {
inline constexpr std::uint16_t kUnseen = 1;  ///< scripts, styles, forms' choices
inline constexpr std::uint16_t kAside = 2;   ///< sidebars, related articles, advertisements
inline constexpr std::uint16_t kNavigation = 4;
inline constexpr std::uint16_t kFooter = 8;
inline constexpr std::uint16_t kComments = 16;
inline constexpr std::uint16_t kLink = 32;
inline constexpr std::uint16_t kQuoted = 128;  ///< quotations and embedded posts
inline constexpr std::uint16_t kCaption = 256;
inline constexpr std::uint16_t kArticle = 64;  ///< article, main, or a class that says so
}  // namespace page_role

/// Computed once for a tree, in linear time. An element that holds the headline is never taken for
/// an aside, comments, navigation or a footer, whatever it is called ("layout-with-sidebar").
class PageRoles {
 public:
  using Set = std::uint16_t;

  PageRoles(const HtmlTree& tree, NodeId headline);

  [[nodiscard]] Set of(NodeId id) const { return roles_[id]; }
  [[nodiscard]] bool is(NodeId id, Set any_of) const { return (roles_[id] & any_of) != 0; }

 private:
  std::vector<Set> roles_;
};

/// Calls `visit(word)` with each lower-case word of a class or id: "entryDate post-meta" gives
/// entry, date, post, meta. Looks at the first 1024 bytes.
template <typename Visit>
void for_each_class_word(std::string_view names, Visit visit) {
  constexpr std::size_t kMostBytes = 1024;
  names = names.substr(0, kMostBytes);
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) visit(std::string_view(word));
    word.clear();
  };
  bool lower_before = false;
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!upper && !lower) {
      flush();
    } else {
      if (upper && lower_before) flush();
      word += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    lower_before = lower;
  }
  flush();
}

}  // namespace furat::indexer
