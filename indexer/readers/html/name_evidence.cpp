#include "indexer/readers/html/name_evidence.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/html/name_words.hpp"

namespace furat::indexer {
namespace {

using Words = std::vector<std::string>;

// All lists are in byte order.
constexpr std::array<std::string_view, 111> kClutterWords = {
    "ad",          "ads",         "adsense",     "adslot",       "adunit",       "adv",
    "alsolike",    "anzeige",     "anzeigen",    "aside",        "auteur",       "author",
    "authorbox",   "authors",     "autor",       "autores",      "banner",       "banners",
    "bio",         "biography",   "breadcrumb",  "breadcrumbs",  "byline",       "bylines",
    "caption",     "captions",    "categories",  "consent",      "contributor",  "contributors",
    "cookie",      "cookies",     "copyright",   "correlati",    "credit",       "credits",
    "crumb",       "crumbs",      "cta",         "donate",       "donation",     "figcaption",
    "footer",      "gdpr",        "gerelateerd", "interstitial", "keywords",     "lightbox",
    "login",       "mailchimp",   "menu",        "menus",        "meta",         "metadata",
    "mgid",        "modal",       "mostpopular", "mostread",     "nav",          "navbar",
    "navigation",  "newsletter",  "newsletters", "optin",        "outbrain",     "overlay",
    "pager",       "pagination",  "paywall",     "photocredit",  "popup",        "postmeta",
    "promo",       "promos",      "promotion",   "promotions",   "pubdate",      "publicidad",
    "publicidade", "publicite",   "rail",        "rating",       "ratings",      "readmore",
    "recirc",      "recommended", "reklama",     "reklame",      "relacionadas", "relacionados",
    "related",     "search",      "sidebar",     "signin",       "signup",       "sponsor",
    "sponsored",   "submenu",     "subnav",      "subscribe",    "taboola",      "teaser",
    "teasers",     "timestamp",   "toolbar",     "tooltip",      "topnav",       "trending",
    "verwandte",   "werbung",     "zergnet",
};

constexpr std::array<std::string_view, 17> kControlWords = {
    "addthis", "compartilhe", "compartir",  "condividi", "partage",   "printfriendly",
    "share",   "sharebar",    "sharedaddy", "shares",    "sharethis", "sharing",
    "sns",     "social",      "socials",    "taglist",   "tags",
};

constexpr std::array<std::string_view, 8> kFrameBeginnings = {
    "breadcrumb", "footer", "navbar", "navig", "newslett", "recommend", "relatedp", "sidebar",
};

// Beginnings of words that are often run together with others.
constexpr std::array<std::string_view, 17> kClutterBeginnings = {
    "advert",    "bookmark",  "breadcrumb", "footer",     "mostread", "navig",
    "newslett",  "outbrain",  "popular",    "recirculat", "recommen", "relatedp",
    "relatedar", "sharetool", "sidebar",    "subscri",    "taboola",
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 31> kClutterPairs = {{
    {"also", "like"},    {"also", "read"},     {"app", "download"},  {"article", "tags"},
    {"call", "action"},  {"editor", "picks"},  {"editors", "picks"}, {"follow", "us"},
    {"jump", "to"},      {"keep", "reading"},  {"latest", "news"},   {"link", "list"},
    {"list", "links"},   {"more", "articles"}, {"more", "from"},     {"more", "news"},
    {"more", "on"},      {"more", "stories"},  {"most", "popular"},  {"most", "read"},
    {"next", "article"}, {"next", "post"},     {"print", "article"}, {"print", "block"},
    {"print", "button"}, {"print", "link"},    {"print", "only"},    {"read", "more"},
    {"read", "next"},    {"see", "also"},      {"up", "next"},
}};

constexpr std::array<std::string_view, 12> kCommentWords = {
    "comentario", "comentarios", "comment",    "commentaires", "commentarea", "commentlist",
    "comments",   "disqus",      "fbcomments", "kommentar",    "kommentare",  "respond",
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kInvisiblePairs = {{
    {"sr", "only"},
    {"screen", "reader"},
    {"visually", "hidden"},
    {"off", "screen"},
}};
// A box that appears when the reader points at a word, standing in the middle of the sentence.
constexpr std::array<std::string_view, 5> kPointedAtWords = {"flyout", "hovercard", "popover",
                                                             "rollover", "tooltip"};
constexpr std::array<std::string_view, 6> kBoxWords = {"block", "body",    "box",
                                                       "card",  "content", "inner"};
constexpr std::array<std::string_view, 4> kInvisibleWords = {
    "assistive",
    "offscreen",
    "sronly",
    "visuallyhidden",
};

constexpr std::array<std::string_view, 10> kArticleWords = {
    "article", "artikel", "blog",   "entry", "news",
    "noticia", "post",    "single", "story", "storytext",
};
constexpr std::array<std::string_view, 17> kBodyWords = {
    "body",   "conteudo", "contenido", "content", "contents", "contenu", "copy",  "corpo", "cuerpo",
    "inhalt", "main",     "tekst",     "testo",   "text",     "texte",   "texto", "tresc",
};
constexpr std::array<std::string_view, 14> kArticleBodyWords = {
    "articlebody", "articlecontent", "articletext", "artikeltext", "bodycopy",
    "bodytext",    "entrycontent",   "newstext",    "postbody",    "postcontent",
    "storybody",   "storycontent",   "storytext",   "textbody",
};

constexpr std::array<std::string_view, 5> kBesideWords = {"has", "hide", "no", "with", "without"};
constexpr std::array<std::string_view, 3> kEmbedWords = {"embed", "embedded", "embeds"};
constexpr std::array<std::string_view, 3> kAdWords = {"ad", "ads", "related"};

constexpr std::array<std::string_view, 12> kClutterRoles = {
    "alert", "alertdialog", "banner",     "complementary", "contentinfo", "dialog",
    "menu",  "menubar",     "navigation", "search",        "toolbar",     "tooltip",
};

static_assert(std::is_sorted(kClutterRoles.begin(), kClutterRoles.end()));

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <std::size_t N>
bool has_word_of(const std::array<std::string_view, N>& list, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&list](const std::string& word) { return is_in(list, word); });
}

template <std::size_t N>
bool has_pair_of(const std::array<std::pair<std::string_view, std::string_view>, N>& list,
                 const Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::pair<std::string_view, std::string_view> pair(words[i], words[i + 1]);
    if (std::find(list.begin(), list.end(), pair) != list.end()) return true;
  }
  return false;
}

bool begins_like_clutter(const std::string& word) {
  return std::any_of(kClutterBeginnings.begin(), kClutterBeginnings.end(),
                     [&word](std::string_view beginning) {
                       return std::string_view(word).starts_with(beginning);
                     });
}

bool is_frame(const Words& words) {
  // "content-with-sidebar", "no-sidebar"
  if (has_word_of(kBesideWords, words)) return false;
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return std::any_of(kFrameBeginnings.begin(), kFrameBeginnings.end(),
                       [word](std::string_view beginning) { return word.starts_with(beginning); });
  });
}

bool is_control(const Words& words) {
  // A message of a social network that the article shows.
  if (words.size() > 1 && is_in(kEmbedWords, words.back()) && !is_in(kAdWords, words.front()))
    return false;
  return has_word_of(kControlWords, words);
}

bool is_clutter(const Words& words) {
  return has_word_of(kClutterWords, words) || has_pair_of(kClutterPairs, words) ||
         std::any_of(words.begin(), words.end(), begins_like_clutter);
}

/// "entry-content", "articleBody", "story__main-text": a word for the article before one for text.
bool is_body(const Words& words) {
  if (has_word_of(kArticleBodyWords, words)) return true;
  const auto article = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return is_in(kArticleWords, word);
  });
  return article != words.end() &&
         std::any_of(std::next(article), words.end(),
                     [](const std::string& word) { return is_in(kBodyWords, word); });
}

constexpr std::array<std::string_view, 9> kTaxonomyWords = {
    "author", "categories", "category", "format", "keyword", "section", "tag", "tags", "topic",
};

/// Content systems name an article's sections, tags and authors in its own element's class:
/// "category-advertising", "tag-share".
bool is_about_article(const Words& words) {
  return words.size() > 1 && has_word_of(kTaxonomyWords, {words.begin(), std::prev(words.end())});
}

bool is_invisible(const Words& words) {
  return has_pair_of(kInvisiblePairs, words) || has_word_of(kInvisibleWords, words) ||
         (has_word_of(kPointedAtWords, words) && has_word_of(kBoxWords, words));
}

NameEvidence evidence_of(const Words& words) {
  if (is_invisible(words)) return NameEvidence::invisible;
  if (has_word_of(kCommentWords, words)) return NameEvidence::comments;
  if (is_frame(words)) return NameEvidence::frame;
  if (is_clutter(words)) return NameEvidence::clutter;
  if (is_control(words)) return NameEvidence::control;
  return is_body(words) ? NameEvidence::body : NameEvidence::none;
}

class Evidence {
 public:
  void add_names(std::string_view names, bool of_article) {
    constexpr std::string_view kSpaces = " \t\n\r\f\v";
    for (std::size_t at = names.find_first_not_of(kSpaces); at != std::string_view::npos;) {
      const std::size_t end = std::min(names.find_first_of(kSpaces, at), names.size());
      split_name(names.substr(at, end - at), words_);
      if (!of_article || !is_about_article(words_)) add(evidence_of(words_));
      at = names.find_first_not_of(kSpaces, end);
    }
  }
  void add(NameEvidence evidence) { found_[static_cast<std::size_t>(evidence)] = true; }

  [[nodiscard]] NameEvidence result() const {
    // A name that says "body" and nothing of clutter outweighs the other names of the element.
    for (const NameEvidence evidence :
         {NameEvidence::invisible, NameEvidence::comments, NameEvidence::body, NameEvidence::frame,
          NameEvidence::clutter, NameEvidence::control}) {
      if (found_[static_cast<std::size_t>(evidence)]) return evidence;
    }
    return NameEvidence::none;
  }

 private:
  Words words_;
  std::array<bool, 7> found_{};
};

bool is_article_element(const HtmlNode& node) {
  if (node.tag == "article" || node.tag == "main") return true;
  const std::string_view names = node.attribute("class");
  return names.find("hentry") != std::string_view::npos ||
         names.find("type-post") != std::string_view::npos;
}

NameEvidence evidence_of(const HtmlNode& node) {
  if (node.attributes.empty()) return NameEvidence::none;
  Evidence evidence;
  const bool of_article = is_article_element(node);
  for (const auto& [name, value] : node.attributes) {
    if (name == "class" || name == "id") {
      evidence.add_names(value, of_article);
    } else if (name == "itemprop") {
      if (value == "articleBody" || value == "reviewBody") evidence.add(NameEvidence::body);
      if (value == "author") evidence.add(NameEvidence::clutter);
      if (value == "comment") evidence.add(NameEvidence::comments);
    } else if (name == "role" && is_in(kClutterRoles, value)) {
      evidence.add(NameEvidence::clutter);
    }
  }
  return evidence.result();
}

}  // namespace

std::vector<NameEvidence> name_evidence(const HtmlTree& tree) {
  std::vector<NameEvidence> evidence;
  evidence.reserve(tree.nodes().size());
  for (const HtmlNode& node : tree.nodes()) {
    // The root and the body name the kind of the page, not of their text.
    const bool whole_page = node.tag == "html" || node.tag == "body";
    NameEvidence found = node.is_text() || whole_page ? NameEvidence::none : evidence_of(node);
    if (node.tag == "main" && found != NameEvidence::body) found = NameEvidence::none;
    const bool apart = node.tag == "aside" || node.tag == "footer";
    if (apart && found == NameEvidence::none) found = NameEvidence::frame;
    evidence.push_back(found);
  }
  return evidence;
}

}  // namespace furat::indexer
