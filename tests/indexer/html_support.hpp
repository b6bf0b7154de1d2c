// A page's main text as short strings that tests compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/main_text.hpp"

namespace furat::test {

/// Three paragraphs of running text, long enough to be an article.
inline const std::string kArticle =
    "<p>The council of the river town met on Monday, and its members spoke for four hours about "
    "the bridge, the market and the new school.</p>"
    "<p>Nobody had expected an agreement, since the last three meetings had ended in a quarrel. "
    "This time, however, the mayor had brought a map.</p>"
    "<p>By the evening all sides had signed a paper of two pages, which says who pays for what and "
    "when the work begins.</p>";

/// One string a block: "p The council", "h Heading", "- item", "> quote", "| row", cut to the first
/// `words` words.
inline std::vector<std::string> blocks_of(std::string_view page, std::size_t words = 2) {
  std::vector<std::string> blocks;
  const auto tree = indexer::HtmlTree::parse(page);
  for (const auto& block : indexer::main_text(tree).blocks) {
    constexpr std::string_view kSigns = "ph->|";
    std::size_t end = 0;
    for (std::size_t i = 0; i < words && end < block.text.size(); ++i)
      end = std::min(block.text.find(' ', end + 1), block.text.size());
    blocks.push_back(std::string(1, kSigns[static_cast<std::size_t>(block.kind)]) + ' ' +
                     block.text.substr(0, end));
  }
  return blocks;
}

inline const std::vector<std::string> kArticleBlocks = {"p The council", "p Nobody had",
                                                        "p By the"};

}  // namespace furat::test
