#include "indexer/readers/html/stated_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "indexer/readers/html/lenient_json.hpp"
#include "indexer/readers/html/meta_elements.hpp"
#include "indexer/readers/html/name_evidence.hpp"
#include "indexer/readers/html/text_blocks.hpp"
#include "indexer/readers/html/text_length.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {
namespace {

using Json = nlohmann::json;

void keep_longest_body(const Json& value, std::string& longest) {
  std::vector<const Json*> open{&value};
  while (!open.empty()) {
    const Json& each = *open.back();
    open.pop_back();
    if (!each.is_structured()) continue;
    if (each.is_object()) {
      const auto body = each.find("articleBody");
      if (body != each.end() && body->is_string() &&
          body->get_ref<const std::string&>().size() > longest.size())
        longest = body->get<std::string>();
    }
    for (const Json& child : each) open.push_back(&child);
  }
}

/// Escapes in JSON may spell control characters.
std::string cleaned(const std::string& text) {
  std::string clean;
  SourceMap unused;
  TextCleaner cleaner(clean, unused);
  cleaner.put_utf8(text, 0);
  cleaner.finish();
  return clean;
}

std::string longest_body(const HtmlTree& tree) {
  std::string longest;
  const MetaElements meta(tree);
  for (const std::string_view script : meta.json_ld()) {
    if (script.find("articleBody") == std::string_view::npos) continue;
    if (const auto json = parse_lenient_json(script)) keep_longest_body(*json, longest);
  }
  return longest;
}

/// The lines of a text, or the blocks of what is markup again.
std::vector<std::string> paragraphs_of(const std::string& body) {
  std::vector<std::string> paragraphs;
  if (body.find("</") != std::string::npos || body.find("<br") != std::string::npos) {
    const HtmlTree tree = HtmlTree::parse(body);
    for (TextBlock& block : text_blocks(tree, name_evidence(tree)))
      paragraphs.push_back(std::move(block.text));
    return paragraphs;
  }
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    std::string line;
    append_collapsed(std::string_view(body).substr(begin, end - begin), line);
    if (line.ends_with(' ')) line.pop_back();
    if (has_word(line)) paragraphs.push_back(std::move(line));
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace

std::vector<std::string> stated_article_body(const HtmlTree& tree) {
  return paragraphs_of(cleaned(longest_body(tree)));
}

std::string stated_description(const HtmlTree& tree) {
  std::string text;
  append_collapsed(MetaElements(tree).content({"og:description", "description"}), text);
  if (text.ends_with(' ')) text.pop_back();
  return has_word(text) ? text : std::string();
}

}  // namespace furat::indexer
