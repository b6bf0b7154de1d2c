#include "indexer/readers/html/field_text.hpp"

#include <algorithm>

#include "analysis/text/ascii.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

constexpr std::size_t kLongestAddress = 2048;
constexpr std::size_t kLongestValue = 64 * 1024;  // what is looked at at all

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(),
                    [](char a, char b) { return a == lower_ascii(b); });
}

bool may_hold_markup(std::string_view value) {
  return value.find('&') != std::string_view::npos || value.find('<') != std::string_view::npos;
}

/// At most `longest` bytes, whole characters, and whole words where one ends near the cut.
void cut(std::string& text, std::size_t longest) {
  if (text.size() <= longest) return;
  std::size_t end = analysis::whole_characters(text, longest).size();
  if (const std::size_t space = text.rfind(' ', end);
      space != std::string::npos && space > end / 2) {
    end = space;
  }
  text.resize(end);
}

}  // namespace

std::string field_text(std::string_view value, std::size_t longest) {
  value = value.substr(0, kLongestValue);
  const std::string plain = may_hold_markup(value) ? [value] {
    const HtmlTree tree = HtmlTree::parse(value);
    return tree.text_of(0);
  }() : std::string(value);
  std::string cleaned;
  SourceMap unused;
  TextCleaner cleaner(cleaned, unused);
  cleaner.put_utf8(plain, 0);
  cleaner.finish();
  std::string line;
  append_collapsed(cleaned, line);
  if (line.ends_with(' ')) line.pop_back();
  cut(line, longest);
  return line;
}

std::string short_text_of(const HtmlTree& tree, NodeId id, std::size_t longest) {
  std::string text;
  for (NodeId i = id; i < tree.node(id).past;) {
    const HtmlNode& node = tree.node(i);
    if (node.tag == "script" || node.tag == "style") {
      i = node.past;
      continue;
    }
    // Much of what is so long may be indentation.
    if (node.text.size() > 8 * longest) return {};
    append_collapsed(node.text, text);
    if (text.size() > longest + 1) return {};
    ++i;
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string web_address(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  value = value.substr(begin, value.find_last_not_of(" \t\r\n") + 1 - begin);
  if (value.size() > kLongestAddress) return {};
  if (!starts_with_ignoring_case(value, "http://") &&
      !starts_with_ignoring_case(value, "https://")) {
    return {};
  }
  std::string cleaned;
  SourceMap unused;
  TextCleaner cleaner(cleaned, unused);
  cleaner.put_utf8(value, 0);
  cleaner.finish();
  const bool clean = cleaned == value && value.find_first_of(" \t\n\"<>") == std::string_view::npos;
  return clean && !host_of(value).empty() ? std::string(value) : std::string{};
}

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) {
    host.remove_prefix(user + 1);
  }
  host = host.substr(0, host.find(':'));
  return lower_ascii(host);
}

}  // namespace furat::indexer
