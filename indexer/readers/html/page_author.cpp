#include "indexer/readers/html/page_author.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "analysis/text/fold.hpp"
#include "indexer/metadata/date_tokens.hpp"
#include "indexer/readers/html/field_text.hpp"
#include "indexer/readers/html/page_roles.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestAuthor = 200;  // bytes, of all names together
constexpr std::size_t kLongestByline = 120;  // bytes of a visible byline
constexpr std::size_t kMostWordsOfByline = 8;
constexpr std::size_t kMostNodesOfByline = 30;
constexpr NodeId kFarFromHeadline = 400;  // nodes

// Folded.
constexpr std::array kIntroductions{"by"sv,
                                    "von"sv,
                                    "par"sv,
                                    "por"sv,
                                    "di"sv,
                                    "door"sv,
                                    "av"sv,
                                    "af"sv,
                                    "przez"sv,
                                    "am"sv,
                                    "on"sv,
                                    "written"sv,
                                    "posted"sv,
                                    "published"sv,
                                    "created"sv,
                                    "article"sv,
                                    "author"sv,
                                    "text"sv,
                                    "autor"sv,
                                    "autorin"sv,
                                    "erstellt"sv,
                                    "publiziert"sv,
                                    "veroffentlicht"sv,
                                    "geschrieben"sv,
                                    "verfasst"sv,
                                    "artikel"sv,
                                    "beitrag"sv,
                                    "publie"sv,
                                    "auteur"sv,
                                    "yazar"sv,
                                    "автор"sv,
                                    "редактор"sv,
                                    "بقلم"sv,
                                    "كتب"sv,
                                    "كاتب"sv};
constexpr std::array kNoNames{
    "admin"sv, "administrator"sv, "unknown"sv,   "none"sv,   "null"sv,  "undefined"sv, "user"sv,
    "root"sv,  "webmaster"sv,     "anonymous"sv, "author"sv, "autor"sv, "staff"sv,     "default"sv};

constexpr std::array kOtherCredits{"foto"sv,    "fotos"sv,  "photo"sv,  "photos"sv,
                                   "picture"sv, "bild"sv,   "image"sv,  "video"sv,
                                   "фото"sv,    "quelle"sv, "credit"sv, "source"sv};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.starts_with("www.") ||
         word.find('@') != std::string_view::npos;
}

/// The words that are no addresses, without introductions.
std::string plain_name(std::string_view text) {
  std::string name;
  bool at_begin = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty() || is_address(word)) continue;
    std::string folded;
    analysis::append_folded(word.substr(0, word.find_last_not_of(":.") + 1), folded);
    if (at_begin && contains(kIntroductions, folded)) continue;
    if (at_begin && word.ends_with(':') && contains(kOtherCredits, folded)) return {};
    at_begin = false;
    if (!name.empty()) name += ' ';
    name += word;
  }
  constexpr std::string_view kEdges = " ,;:|-/•·()<>";
  const std::size_t first = name.find_first_not_of(kEdges);
  if (first == std::string::npos) return {};
  return name.substr(first, name.find_last_not_of(kEdges) + 1 - first);
}

/// A byline up to the date or the next field: "Jane Doe | 4 October", "Jane Doe, Berlin bureau".
std::string_view name_part(std::string_view text) {
  for (const std::string_view separator : {" | "sv, " • "sv, " · "sv, " – "sv, " - "sv}) {
    text = text.substr(0, text.find(separator));
  }
  return text.substr(0, text.find_first_of("0123456789|"));
}

/// What a byline names: nothing if it is only a date.
std::string visible_name(std::string_view byline) {
  std::string name = author_name(name_part(byline));
  const std::vector<DateToken> tokens = date_tokens(name);
  const bool names_month = std::any_of(tokens.begin(), tokens.end(), [](const DateToken& token) {
    constexpr std::size_t kShortName = 3;  // "Mai", "Jan": also names of people
    return token.month != 0 && token.end - token.begin > kShortName;
  });
  return names_month ? std::string{} : name;
}

bool is_called_author(const HtmlNode& node) {
  if (node.is_text() || node.tag == "meta") return false;
  const std::string_view itemprop = node.attribute("itemprop");
  if (itemprop == "author" || node.attribute("rel") == "author") return true;
  bool found = false;
  for_each_class_word(node.attribute("class"), [&found](std::string_view word) {
    found |= word == "author" || word == "byline" || word == "autor" || word == "authors";
  });
  return found;
}

std::string visible_author(const HtmlTree& tree, NodeId headline) {
  const PageRoles roles(tree, headline);
  using namespace page_role;
  constexpr PageRoles::Set kElsewhere =
      kUnseen | kAside | kNavigation | kFooter | kComments | kQuoted;
  const NodeId from = headline == kNoNode ? 0 : headline - std::min(headline, kFarFromHeadline);
  const NodeId past = static_cast<NodeId>(std::min<std::size_t>(
      tree.nodes().size(),
      headline == kNoNode ? tree.nodes().size() : headline + kFarFromHeadline));
  for (NodeId id = from; id < past; ++id) {
    const HtmlNode& node = tree.node(id);
    if (!is_called_author(node) || roles.is(id, kElsewhere)) continue;
    if (node.past - id > kMostNodesOfByline) continue;
    const std::string text = short_text_of(tree, id, kLongestByline);
    const std::string name = visible_name(text);
    const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    if (!name.empty() && words <= kMostWordsOfByline) return name;
  }
  return {};
}

}  // namespace

std::string author_name(std::string_view value) {
  const std::string name = plain_name(field_text(value, kLongestAuthor));
  std::string folded;
  analysis::append_folded(name, folded);
  constexpr std::size_t kShortestName = 2;
  return folded.size() < kShortestName || contains(kNoNames, folded) ? std::string{} : name;
}

std::string page_author(const HtmlTree& tree, const MetaElements& meta, const JsonLdFacts& json_ld,
                        NodeId headline) {
  if (std::string name = author_name(json_ld.author); !name.empty()) return name;
  for (const std::string_view key :
       {"author"sv, "article:author"sv, "parsely-author"sv, "sailthru.author"sv, "dc.creator"sv,
        "dcterms.creator"sv, "citation_author"sv, "byl"sv, "og:article:author"sv}) {
    if (std::string name = author_name(meta.content({key})); !name.empty()) return name;
  }
  return visible_author(tree, headline);
}

}  // namespace furat::indexer
