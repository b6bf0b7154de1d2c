#include "indexer/readers/html/hidden.hpp"

#include <string>
#include <string_view>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

/// Without white space and in lower case, so that declarations can be compared.
std::string folded_style(std::string_view style) {
  std::string folded;
  for (const char c : style) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
    folded += analysis::lower_ascii(c);
  }
  return folded;
}

bool has_declaration(std::string_view folded, std::string_view declaration) {
  for (std::size_t at = folded.find(declaration); at != std::string_view::npos;
       at = folded.find(declaration, at + 1)) {
    if (at == 0 || folded[at - 1] == ';') return true;
  }
  return false;
}

}  // namespace

bool is_hidden(const HtmlNode& node) {
  if (node.attributes.empty()) return false;
  if (node.has_attribute("hidden")) return true;
  const std::string_view style = node.attribute("style");
  if (style.find("none") == std::string_view::npos &&
      style.find("hidden") == std::string_view::npos)
    return false;
  const std::string folded = folded_style(style);
  return has_declaration(folded, "display:none") || has_declaration(folded, "visibility:hidden");
}

}  // namespace furat::indexer
