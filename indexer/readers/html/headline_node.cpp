#include "indexer/readers/html/headline_node.hpp"

#include <algorithm>
#include <vector>

#include "analysis/text/fold.hpp"
#include "indexer/readers/html/field_text.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kMostHeadings = 500;
constexpr std::size_t kMostTexts = 20'000;
constexpr std::size_t kMostNodesOfHeading = 200;
constexpr std::size_t kLongestHeading = 600;  // bytes
constexpr std::size_t kShortTitle = 12;       // folded bytes

bool is_called_headline(const HtmlNode& node) {
  const std::string_view classes = node.attribute("class");
  return node.attribute("itemprop") == "headline" ||
         classes.find("headline") != std::string_view::npos ||
         classes.find("entry-title") != std::string_view::npos ||
         classes.find("post-title") != std::string_view::npos;
}

bool is_heading(const HtmlNode& node) {
  if (node.is_text() || node.tag == "body") return false;
  return node.tag == "h1" || node.tag == "h2" || node.tag == "h3" || is_called_headline(node);
}

/// How much of the longer text the shorter one is, if it stands in it; else 0. Both are folded.
double agreement(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty() || (a.size() < kShortTitle && a != b)) return 0;
  return b.find(a) == std::string_view::npos
             ? 0
             : static_cast<double>(a.size()) / static_cast<double>(b.size());
}

class Finding {
 public:
  Finding(const HtmlTree& tree, std::span<const std::string> titles) : tree_(tree) {
    for (const std::string& title : titles) {
      titles_.push_back(analysis::fold_name(std::string_view(title).substr(0, kLongestHeading)));
    }
  }

  NodeId headline() {
    look_at_headings();
    if (best_ == kNoNode) look_at_texts();
    return best_ != kNoNode ? best_ : first_h1_;
  }

 private:
  /// A site's name is in its titles too, and often an h1: what agrees best wins.
  void look_at_headings() {
    std::size_t seen = 0;
    for (NodeId id = 0; id < tree_.nodes().size() && seen < kMostHeadings; ++id) {
      const HtmlNode& node = tree_.node(id);
      if (!is_heading(node) || node.past - id > kMostNodesOfHeading) continue;
      ++seen;
      const std::string text = short_text_of(tree_, id, kLongestHeading);
      if (text.empty()) continue;
      if (node.tag == "h1" && first_h1_ == kNoNode) first_h1_ = id;
      const double bonus = node.tag == "h1" ? 0.15 : node.tag == "h2" ? 0.05 : 0;
      take_if_better(id, text, bonus, 0);
    }
  }

  /// Old pages set their headlines in <b>, <font> or a cell of a table.
  void look_at_texts() {
    constexpr double kMostOfTheTitle = 0.5;
    std::size_t seen = 0;
    for (NodeId id = 0; id < tree_.nodes().size() && seen < kMostTexts; ++id) {
      const HtmlNode& node = tree_.node(id);
      if (!node.is_text() || node.text.size() > kLongestHeading || node.text.size() < kShortTitle) {
        continue;
      }
      if (node.parent == kNoNode) continue;
      const std::string_view around = tree_.node(node.parent).tag;
      if (around == "title" || around == "a" || around == "script" || around == "style") continue;
      ++seen;
      take_if_better(id, node.text, 0, kMostOfTheTitle);
    }
  }

  void take_if_better(NodeId id, std::string_view text, double bonus, double least) {
    const std::string folded = analysis::fold_name(text);
    double best = 0;
    for (const std::string& title : titles_) best = std::max(best, agreement(folded, title));
    if (best <= least || best + bonus <= best_agreement_) return;
    best_ = id;
    best_agreement_ = best + bonus;
  }

  const HtmlTree& tree_;
  std::vector<std::string> titles_;
  NodeId best_ = kNoNode;
  double best_agreement_ = 0;
  NodeId first_h1_ = kNoNode;
};

}  // namespace

bool is_same_title(std::string_view heading, std::string_view title) {
  return agreement(analysis::fold_name(heading), analysis::fold_name(title)) > 0;
}

NodeId find_headline(const HtmlTree& tree, std::span<const std::string> titles) {
  return Finding(tree, titles).headline();
}

}  // namespace furat::indexer
