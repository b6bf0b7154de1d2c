#include "indexer/readers/html/page_roles.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;
using namespace page_role;

struct RoleWord {
  std::string_view word;
  PageRoles::Set role;
};

// Sorted by word.
constexpr std::array kRoleWords{
    RoleWord{"ad", kAside},
    RoleWord{"ads", kAside},
    RoleWord{"advert", kAside},
    RoleWord{"advertisement", kAside},
    RoleWord{"aehnliche", kAside},
    RoleWord{"anzeige", kAside},
    RoleWord{"archive", kAside},
    RoleWord{"archives", kAside},
    RoleWord{"aside", kAside},
    RoleWord{"banner", kAside},
    RoleWord{"bildunterschrift", kCaption},
    RoleWord{"breadcrumb", kNavigation},
    RoleWord{"breadcrumbs", kNavigation},
    RoleWord{"calendar", kAside},
    RoleWord{"caption", kCaption},
    RoleWord{"captions", kCaption},
    RoleWord{"carousel", kAside},
    RoleWord{"cookie", kAside},
    RoleWord{"copyright", kFooter},
    RoleWord{"disqus", kComments},
    RoleWord{"embed", kQuoted},
    RoleWord{"embedded", kQuoted},
    RoleWord{"events", kAside},
    RoleWord{"facebook", kQuoted},
    RoleWord{"figcaption", kCaption},
    RoleWord{"footer", kFooter},
    RoleWord{"instagram", kQuoted},
    RoleWord{"kalender", kAside},
    RoleWord{"kommentar", kComments},
    RoleWord{"kommentare", kComments},
    RoleWord{"latest", kAside},
    RoleWord{"meistgelesen", kAside},
    RoleWord{"menu", kNavigation},
    RoleWord{"most", kAside},
    RoleWord{"mostpopular", kAside},
    RoleWord{"mostread", kAside},
    RoleWord{"mostviewed", kAside},
    RoleWord{"nav", kNavigation},
    RoleWord{"navbar", kNavigation},
    RoleWord{"navi", kNavigation},
    RoleWord{"navigation", kNavigation},
    RoleWord{"newsletter", kAside},
    RoleWord{"pagination", kNavigation},
    RoleWord{"popular", kAside},
    RoleWord{"promo", kAside},
    RoleWord{"recommendation", kAside},
    RoleWord{"recommendations", kAside},
    RoleWord{"recommended", kAside},
    RoleWord{"related", kAside},
    RoleWord{"replies", kComments},
    RoleWord{"reply", kComments},
    RoleWord{"respond", kComments},
    RoleWord{"sidebar", kAside},
    RoleWord{"similar", kAside},
    RoleWord{"slider", kAside},
    RoleWord{"teaser", kAside},
    RoleWord{"teasers", kAside},
    RoleWord{"termine", kAside},
    RoleWord{"ticker", kAside},
    RoleWord{"trending", kAside},
    RoleWord{"tweet", kQuoted},
    RoleWord{"verwandte", kAside},
    RoleWord{"widget", kAside},
    RoleWord{"widgets", kAside},
};

constexpr std::array kArticleWords{"article"sv, "content"sv, "entry"sv,
                                   "main"sv,    "post"sv,    "story"sv};

constexpr std::array kUnseenTags{"script"sv,   "style"sv,    "template"sv, "select"sv, "svg"sv,
                                 "textarea"sv, "noscript"sv, "iframe"sv,   "object"sv};

constexpr PageRoles::Set kOutside = kAside | kNavigation | kFooter | kComments | kQuoted | kCaption;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

PageRoles::Set role_of_tag(const HtmlNode& node) {
  if (contains(kUnseenTags, node.tag)) return kUnseen;
  if (node.tag == "a") return kLink;
  if (node.tag == "aside") return kAside;
  if (node.tag == "nav") return kNavigation;
  if (node.tag == "footer") return kFooter;
  if (node.tag == "blockquote") return kQuoted;
  if (node.tag == "figcaption") return kCaption;
  if (node.tag == "article" || node.tag == "main") return kArticle;
  const std::string_view role = node.attribute("role");
  if (role == "complementary" || role == "search") return kAside;
  if (role == "navigation") return kNavigation;
  if (role == "contentinfo") return kFooter;
  return 0;
}

/// Names that describe a whole page or its kind, not a part: "comments-open", "tag-sidebar",
/// "has-sidebar", and the classes of page builders, to which everything is a widget.
bool is_about_the_page(std::string_view name) {
  constexpr std::array kStarts{"category-"sv, "tag-"sv,    "has-"sv,    "no-"sv, "with-"sv,
                               "elementor"sv, "et_pb"sv,   "et-"sv,     "vc_"sv, "wp-block"sv,
                               "type-"sv,     "status-"sv, "fusion-"sv, "ast-"sv};
  constexpr std::array kEnds{"-open"sv, "-closed"sv, "-enabled"sv, "-disabled"sv};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [name](std::string_view start) { return name.starts_with(start); }) ||
         std::any_of(kEnds.begin(), kEnds.end(),
                     [name](std::string_view end) { return name.ends_with(end); });
}

PageRoles::Set role_of_name(std::string_view name) {
  if (is_about_the_page(name)) return 0;
  PageRoles::Set role = 0;
  for_each_class_word(name, [&role](std::string_view word) {
    const auto* found =
        std::lower_bound(kRoleWords.begin(), kRoleWords.end(), word,
                         [](const RoleWord& r, std::string_view w) { return r.word < w; });
    if (found != kRoleWords.end() && found->word == word) role |= found->role;
    if (word.starts_with("comment") && word != "commentary") role |= kComments;
    if (contains(kArticleWords, word)) role |= kArticle;
  });
  return role;
}

/// A part that is called so holds the article's own data or the article, whatever else it is
/// called: "aside meta", and Blogger's "widget Blog".
bool is_of_the_article(std::string_view names) {
  bool found = false;
  for_each_class_word(names, [&found](std::string_view word) {
    found |= word == "meta" || word == "byline" || word == "blog" || word == "author" ||
             word == "info" || word == "infos";
  });
  return found;
}

PageRoles::Set role_of_names(std::string_view names) {
  PageRoles::Set role = 0;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
    role |= role_of_name(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return role;
}

}  // namespace

PageRoles::PageRoles(const HtmlTree& tree, NodeId headline) : roles_(tree.nodes().size(), 0) {
  for (NodeId id = 0; id < tree.nodes().size(); ++id) {
    const HtmlNode& node = tree.node(id);
    const Set above = node.parent == kNoNode ? Set{0} : roles_[node.parent];
    if (node.is_text()) {
      roles_[id] = above;
      continue;
    }
    Set own = role_of_tag(node);
    if (node.tag != "html" && node.tag != "body") {
      own |= role_of_names(node.attribute("class"));
      own |= role_of_names(node.attribute("id"));
    }
    if ((own & kAside) != 0 && is_of_the_article(node.attribute("class"))) {
      own &= static_cast<Set>(~kAside);
    }
    if (headline != kNoNode && tree.is_within(headline, id)) own &= static_cast<Set>(~kOutside);
    roles_[id] = above | own;
  }
}

}  // namespace furat::indexer
