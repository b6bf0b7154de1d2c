#include "indexer/readers/html/page_metadata.hpp"

#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/html/field_text.hpp"
#include "indexer/readers/html/headline_node.hpp"
#include "indexer/readers/html/json_ld.hpp"
#include "indexer/readers/html/meta_elements.hpp"
#include "indexer/readers/html/page_author.hpp"
#include "indexer/readers/html/page_title.hpp"
#include "indexer/readers/html/publication_date.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestTitle = 500;   // bytes
constexpr std::size_t kLongestSource = 200;  // bytes

bool has_path(std::string_view address) {
  const std::size_t host = address.find("://");
  const std::size_t path = address.find('/', host == std::string_view::npos ? 0 : host + 3);
  return path != std::string_view::npos && path + 1 < address.size();
}

/// The canonical address, unless it is only the site's and og:url says more.
std::string page_address(const MetaElements& meta) {
  std::string canonical = web_address(meta.link("canonical"));
  if (has_path(canonical)) return canonical;
  std::string shared = web_address(meta.content({"og:url", "twitter:url"}));
  return canonical.empty() || has_path(shared) ? std::move(shared) : std::move(canonical);
}

/// "example.org" of "https://www.example.org/path".
std::string site_of(std::string_view address) {
  std::string host = host_of(address);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

/// "example" of "news.example.org" and "example.co.uk": how a site calls itself in its titles.
std::string label_of(std::string_view host) {
  constexpr std::size_t kLongestSuffix = 3;  // the "co" of co.uk, the "com" of com.tr
  const auto last_label = [&host] {
    const std::size_t dot = host.rfind('.');
    return dot == std::string_view::npos ? host : host.substr(dot + 1);
  };
  for (bool top_level = true; host.find('.') != std::string_view::npos; top_level = false) {
    if (!top_level && last_label().size() > kLongestSuffix) break;
    host = host.substr(0, host.rfind('.'));
  }
  return std::string(last_label());
}

std::string page_source(const MetaElements& meta, const JsonLdFacts& json_ld,
                        const std::string& address) {
  const std::string_view names[] = {
      meta.content({"og:site_name"}), json_ld.publisher,
      meta.content({"application-name", "dc.publisher", "dcterms.publisher", "publisher"})};
  for (const std::string_view name : names) {
    std::string source = field_text(name, kLongestSource);
    if (source.find("://") != std::string::npos) source = site_of(source);
    if (!source.empty()) return source;
  }
  return site_of(address);
}

}  // namespace

void read_page_metadata(const HtmlTree& tree, Article& article) {
  const MetaElements meta(tree);
  const JsonLdFacts json_ld = read_json_ld(meta.json_ld());
  const NodeId title_element = tree.find("title");
  std::vector<std::string> titles{
      field_text(meta.content({"og:title"}), kLongestTitle),
      field_text(json_ld.headline, kLongestTitle),
      field_text(meta.content({"twitter:title", "dc.title", "title"}), kLongestTitle),
      title_element == kNoNode ? std::string{}
                               : field_text(tree.text_of(title_element), kLongestTitle)};
  const NodeId headline = find_headline(tree, titles);
  const std::string headline_text =
      headline == kNoNode ? std::string{} : field_text(tree.text_of(headline), kLongestTitle);
  // A headline comes before the window's title, which is made for bookmarks; another h1 behind it.
  const bool is_headline = is_same_title(headline_text, titles.back());
  titles.insert(is_headline ? titles.end() - 1 : titles.end(), headline_text);

  article.url = page_address(meta);
  article.source = page_source(meta, json_ld, article.url);
  article.author = page_author(tree, meta, json_ld, headline);
  const std::vector<std::string> site_names{article.source, field_text(json_ld.publisher, 200),
                                            label_of(site_of(article.url))};
  if (std::string title = page_title(titles, site_names, headline_text); !title.empty()) {
    article.title = std::move(title);
  }
  if (const auto date = publication_date(tree, meta, json_ld, headline)) {
    article.published = date->day;
    article.published_method = std::string(date->method);
  }
}

}  // namespace furat::indexer
