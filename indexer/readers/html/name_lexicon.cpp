#include "indexer/readers/html/name_lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace furat::indexer {
namespace {

struct Row {
  NameWord meaning;
  std::string_view words;  // with a space between
};

constexpr std::array kRows = {
    Row{NameWord::clutter,
        "ad ads adsense adslot adunit adv alsolike anzeige anzeigen aside auteur author "
        "authorbox authors autor autores banner banners bio biography byline bylines caption "
        "captions categories consent contributor contributors cookie cookies copyright "
        "correlati credit credits crumb crumbs cta donate donation figcaption gdpr "
        "gerelateerd interstitial keywords lightbox login mailchimp menu menus meta metadata "
        "mgid modal mostpopular nav optin overlay pager pagination paywall photocredit popup "
        "postmeta promo promos promotion promotions pubdate publicidad publicidade publicite "
        "rail rating ratings readmore recirc reklama reklame relacionadas relacionados "
        "related search signin signup sponsor sponsored submenu subnav teaser teasers "
        "timestamp toolbar tooltip topnav trending verwandte werbung zergnet"},
    Row{NameWord::control,
        "addthis compartilhe compartir condividi partage printfriendly share sharebar "
        "sharedaddy shares sharethis sharing sns social socials taglist tags"},
    Row{NameWord::comments,
        "comentario comentarios comment commentaires commentarea commentlist comments disqus "
        "fbcomments kommentar kommentare respond"},
    Row{NameWord::invisible, "assistive offscreen sronly visuallyhidden"},
    Row{NameWord::pointed_at, "flyout hovercard popover rollover tooltip"},
    Row{NameWord::box, "block body box card content inner"},
    Row{NameWord::article, "article artikel blog entry news noticia post single story"},
    Row{NameWord::body,
        "body conteudo contenido content contents contenu copy corpo cuerpo inhalt main "
        "tekst testo text texte texto tresc"},
    Row{NameWord::article_body,
        "articlebody articlecontent articletext artikeltext bodycopy bodytext entrycontent "
        "newstext postbody postcontent storybody storycontent storytext textbody"},
    Row{NameWord::taxonomy, "author categories category format keyword section tag tags topic"},
    Row{NameWord::beside, "has hide no with without"},
    Row{NameWord::embed, "embed embedded embeds"},
};

// Beginnings of words that are often run together with others.
constexpr std::array kBeginnings = {
    Row{NameWord::frame, "breadcrumb footer navbar navig newslett recommend relatedp sidebar"},
    Row{NameWord::clutter,
        "advert bookmark mostread outbrain popular recirculat recommen relatedar sharetool "
        "subscri taboola"},
};

constexpr std::string_view kClutterPairs =
    "also-like also-read app-download article-tags call-action editor-picks "
    "editors-picks follow-us jump-to keep-reading latest-news link-list list-links "
    "more-articles more-from more-news more-on more-stories most-popular most-read "
    "next-article next-post print-article print-block print-button print-link print-only "
    "read-more read-next see-also up-next";
constexpr std::string_view kInvisiblePairs = "sr-only screen-reader visually-hidden off-screen";

template <class Use>
void for_each_word(std::string_view words, const Use& use) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    use(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

using Meanings = std::unordered_map<std::string_view, std::uint32_t>;

Meanings meanings() {
  Meanings table;
  for (const Row& row : kRows) {
    for_each_word(row.words, [&](std::string_view word) {
      table[word] |= static_cast<std::uint32_t>(row.meaning);
    });
  }
  return table;
}

std::vector<std::pair<std::string_view, std::uint32_t>> beginnings() {
  std::vector<std::pair<std::string_view, std::uint32_t>> table;
  for (const Row& row : kBeginnings) {
    for_each_word(row.words, [&](std::string_view word) {
      table.emplace_back(word, static_cast<std::uint32_t>(row.meaning));
    });
  }
  return table;
}

bool is_pair_of(std::string_view pairs, std::string_view first, std::string_view second) {
  bool found = false;
  for_each_word(pairs, [&](std::string_view pair) {
    found = found || (pair.size() == first.size() + 1 + second.size() && pair.starts_with(first) &&
                      pair.ends_with(second) && pair[first.size()] == '-');
  });
  return found;
}

}  // namespace

std::uint32_t meanings_of(std::string_view word) {
  static const Meanings table = meanings();
  static const auto begun = beginnings();
  const auto found = table.find(word);
  std::uint32_t bits = found == table.end() ? 0 : found->second;
  for (const auto& [beginning, meaning] : begun) {
    if (word.starts_with(beginning)) bits |= meaning;
  }
  return bits;
}

bool is_clutter_pair(std::string_view first, std::string_view second) {
  return is_pair_of(kClutterPairs, first, second);
}

bool is_invisible_pair(std::string_view first, std::string_view second) {
  return is_pair_of(kInvisiblePairs, first, second);
}

}  // namespace furat::indexer
