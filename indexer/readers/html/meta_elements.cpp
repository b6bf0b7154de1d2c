#include "indexer/readers/html/meta_elements.hpp"

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

std::string lower_trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return analysis::lower_ascii(text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin));
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kSpace) == std::string_view::npos;
}

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || kSpace.find(words[at - 1]) != std::string_view::npos;
    const bool ends = end == words.size() || kSpace.find(words[end]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

MetaElements::MetaElements(const HtmlTree& tree) {
  for (NodeId id = 0; id < tree.nodes().size(); ++id) {
    const HtmlNode& node = tree.node(id);
    if (node.tag == "meta") {
      const std::string_view content = node.attribute("content");
      if (is_blank(content)) continue;
      for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
        if (std::string name = lower_trimmed(node.attribute(key)); !name.empty()) {
          all_.emplace_back(std::move(name), content);
        }
      }
    } else if (node.tag == "link") {
      const std::string_view address = node.attribute("href");
      if (!is_blank(address)) links_.emplace_back(lower_trimmed(node.attribute("rel")), address);
    } else if (node.tag == "script") {
      const bool is_json_ld =
          lower_trimmed(node.attribute("type")).starts_with("application/ld+json");
      if (is_json_ld && id + 1 < node.past) json_ld_.push_back(tree.node(id + 1).text);
    }
  }
}

std::string_view MetaElements::content(std::span<const std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : all_) {
      if (key == name) return content;
    }
  }
  return {};
}

std::string_view MetaElements::link(std::string_view rel) const {
  for (const auto& [words, address] : links_) {
    if (has_word(words, rel)) return address;
  }
  return {};
}

}  // namespace furat::indexer
