#include "indexer/readers/html/headline.hpp"

#include <algorithm>
#include <vector>

#include "analysis/text/fold.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kMostHeadings = 500;
constexpr std::size_t kLongestHeading = 600;  // bytes
constexpr std::size_t kShortTitle = 12;       // folded bytes

bool is_headline_class(const HtmlNode& node) {
  const std::string_view classes = node.attribute("class");
  return node.attribute("itemprop") == "headline" ||
         classes.find("headline") != std::string_view::npos ||
         classes.find("entry-title") != std::string_view::npos ||
         classes.find("post-title") != std::string_view::npos;
}

/// 0 for what cannot be a headline, else the lower the better.
int level_of(const HtmlNode& node) {
  if (node.tag == "h1") return 1;
  if (node.tag == "h2") return 2;
  if (node.tag == "h3") return 3;
  return node.is_text() || node.tag == "h4" || node.tag == "body" || !is_headline_class(node) ? 0
                                                                                              : 4;
}

bool agrees(std::string_view heading, const std::vector<std::string>& titles) {
  return std::any_of(titles.begin(), titles.end(), [heading](const std::string& title) {
    if (heading.empty() || title.empty()) return false;
    if (heading.size() < kShortTitle || title.size() < kShortTitle) return heading == title;
    return title.find(heading) != std::string::npos || heading.find(title) != std::string::npos;
  });
}

}  // namespace

bool is_same_title(std::string_view heading, std::string_view title) {
  return agrees(analysis::fold_name(heading), {analysis::fold_name(title)});
}

NodeId find_headline(const HtmlTree& tree, std::span<const std::string> titles) {
  std::vector<std::string> folded_titles;
  for (const std::string& title : titles) {
    folded_titles.push_back(
        analysis::fold_name(std::string_view(title).substr(0, kLongestHeading)));
  }
  NodeId best = kNoNode;
  int best_level = 9;
  NodeId first_h1 = kNoNode;
  std::size_t seen = 0;
  for (NodeId id = 0; id < tree.nodes().size() && seen < kMostHeadings; ++id) {
    const int level = level_of(tree.node(id));
    if (level == 0 || level >= best_level) continue;
    ++seen;
    if (tree.node(id).past - id > 200) continue;
    const std::string text = tree.text_of(id);
    if (text.empty() || text.size() > kLongestHeading) continue;
    if (level == 1 && first_h1 == kNoNode) first_h1 = id;
    if (agrees(analysis::fold_name(text), folded_titles)) {
      best = id;
      best_level = level;
    }
  }
  return best != kNoNode ? best : first_h1;
}

}  // namespace furat::indexer
