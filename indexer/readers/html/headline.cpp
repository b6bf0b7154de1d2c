#include "indexer/readers/html/headline.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/text/fold.hpp"
#include "indexer/readers/html/field_text.hpp"
#include "indexer/readers/html/headline_node.hpp"
#include "indexer/readers/html/meta_elements.hpp"
#include "indexer/readers/html/page_title.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestTitle = 400;  // bytes; more is no title

/// What the head of the page says, best first, without what is empty.
std::vector<std::string> stated_titles(const HtmlTree& tree) {
  const MetaElements meta(tree);
  const NodeId title = tree.find("title");
  std::vector<std::string> titles{
      field_text(meta.content({"og:title"}), kLongestTitle),
      field_text(meta.content({"twitter:title", "dc.title", "title"}), kLongestTitle),
      title == kNoNode ? std::string() : field_text(tree.text_of(title), kLongestTitle)};
  std::erase(titles, std::string());
  return titles;
}

}  // namespace

Headline headline(const HtmlTree& tree) {
  const std::vector<std::string> titles = stated_titles(tree);
  const NodeId node = find_headline(tree, titles);
  if (node != kNoNode) {
    std::string text = field_text(tree.text_of(node), kLongestTitle);
    // An h1 that agrees with no title is the site's name on many pages.
    const bool agrees =
        std::any_of(titles.begin(), titles.end(),
                    [&text](const std::string& title) { return is_same_title(text, title); });
    if (agrees || titles.empty()) return {std::move(text), node};
  }
  return {page_title(titles, {}, {}), kNoNode};
}

bool same_title(std::string_view a, std::string_view b) {
  const std::string folded = analysis::fold_name(a);
  return !folded.empty() && folded == analysis::fold_name(b);
}

}  // namespace furat::indexer
