#include "indexer/readers/html/headline.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analysis/text/fold.hpp"
#include "indexer/readers/html/hidden.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestTitle = 400;  // bytes; more is no title
// The share of what the head states that an h1 must have to be the headline.
constexpr double kLeastAgreement = 0.3;

std::string one_line(std::string_view text) {
  std::string line;
  append_collapsed(text, line);
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string meta_content(const HtmlTree& tree, std::string_view name) {
  const auto nodes = tree.nodes();
  for (const HtmlNode& node : nodes) {
    if (node.tag != "meta") continue;
    if (node.attribute("property") != name && node.attribute("name") != name) continue;
    std::string content = one_line(node.attribute("content"));
    if (!content.empty()) return content;
  }
  return {};
}

std::string title_element(const HtmlTree& tree) {
  const NodeId title = tree.find("title");
  return title == kNoNode ? std::string() : tree.text_of(title);
}

std::vector<Headline> first_headings(const HtmlTree& tree) {
  std::vector<Headline> headings;
  for (NodeId id = tree.find("h1"); id != kNoNode; id = tree.find("h1", id + 1)) {
    std::string text = tree.text_of(id);
    if (!text.empty() && text.size() <= kLongestTitle && !is_hidden(tree.node(id)))
      headings.push_back({std::move(text), id});
  }
  return headings;
}

/// The part of "Headline - Site" before the last separator, if that is the longer one.
std::string without_site(const std::string& title) {
  constexpr std::array<std::string_view, 8> kSeparators = {" | ", " - ", " – ", " — ",
                                                           " « ", " » ", " · ", " :: "};
  std::size_t cut = std::string::npos;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && (cut == std::string::npos || at > cut)) cut = at;
  }
  return cut != std::string::npos && cut * 2 > title.size() ? title.substr(0, cut) : title;
}

/// How much of `title` is `heading`; 0 if it does not begin or end there.
double agreement(const std::string& heading, const std::string& title) {
  const std::string a = analysis::fold_name(heading);
  const std::string b = analysis::fold_name(title);
  if (a.empty() || b.empty()) return 0;
  const bool agrees = b.starts_with(a) || a.starts_with(b) || b.find(a) != std::string::npos;
  if (!agrees) return 0;
  return static_cast<double>(std::min(a.size(), b.size())) /
         static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace

Headline headline(const HtmlTree& tree) {
  const std::string stated = meta_content(tree, "og:title");
  const std::string title = title_element(tree);
  const std::vector<Headline> headings = first_headings(tree);
  const Headline* best = nullptr;
  double best_agreement = 0;
  for (const Headline& heading : headings) {
    const double found = std::max(agreement(heading.text, stated), agreement(heading.text, title));
    if (found <= best_agreement) continue;
    best = &heading;
    best_agreement = found;
  }
  if (best != nullptr && best_agreement > kLeastAgreement) return *best;
  const std::string said = without_site(stated.empty() ? title : stated);
  if (headings.size() == 1 && said.empty()) return headings.front();
  return {said.size() <= kLongestTitle ? said : std::string(), kNoNode};
}

bool same_title(std::string_view a, std::string_view b) {
  const std::string folded = analysis::fold_name(a);
  return !folded.empty() && folded == analysis::fold_name(b);
}

}  // namespace furat::indexer
