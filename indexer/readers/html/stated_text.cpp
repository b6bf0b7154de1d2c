#include "indexer/readers/html/stated_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "indexer/readers/html/name_evidence.hpp"
#include "indexer/readers/html/text_blocks.hpp"
#include "indexer/readers/html/text_length.hpp"
#include "indexer/readers/json_literal.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepestNesting = 64;

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
  for (NodeId id = tree.find("script"); id != kNoNode; id = tree.find("script", id + 1)) {
    const HtmlNode& script = tree.node(id);
    if (script.attribute("type") != "application/ld+json" || script.past <= id + 1) continue;
    const std::string& text = tree.node(id + 1).text;
    if (text.find("articleBody") == std::string::npos || nesting_depth(text) > kDeepestNesting)
      continue;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_discarded()) keep_longest_body(json, longest);
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
  for (const std::string_view name : {"og:description", "description", "twitter:description"}) {
    for (NodeId id = tree.find("meta"); id != kNoNode; id = tree.find("meta", id + 1)) {
      const HtmlNode& meta = tree.node(id);
      if (meta.attribute("property") != name && meta.attribute("name") != name) continue;
      std::string text;
      append_collapsed(meta.attribute("content"), text);
      if (text.ends_with(' ')) text.pop_back();
      if (has_word(text)) return text;
    }
  }
  return {};
}

}  // namespace furat::indexer
