#include "indexer/readers/html/page_metadata.hpp"

#include <string>
#include <vector>

#include "indexer/readers/html/field_text.hpp"
#include "indexer/readers/html/headline.hpp"
#include "indexer/readers/html/json_ld.hpp"
#include "indexer/readers/html/meta_elements.hpp"
#include "indexer/readers/html/publication_date.hpp"

namespace furat::indexer {

void read_page_metadata(const HtmlTree& tree, Article& article) {
  const MetaElements meta(tree);
  const JsonLdFacts json_ld = read_json_ld(meta.json_ld());
  std::vector<std::string> titles;
  titles.push_back(field_text(json_ld.headline, 500));
  titles.push_back(field_text(meta.content({"og:title", "twitter:title"}), 500));
  if (const NodeId title = tree.find("title"); title != kNoNode) {
    titles.push_back(tree.text_of(title));
  }
  const NodeId headline = find_headline(tree, titles);
  if (const auto date = publication_date(tree, meta, json_ld, headline)) {
    article.published = date->day;
    article.published_method = std::string(date->method);
  }
}

}  // namespace furat::indexer
