// Cuts an article's body into passages: unwraps hard lines, mends cut names, drops junk, attaches
// headings.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/passages/header_lines.hpp"
#include "indexer/passages/passage.hpp"

namespace furat::indexer {

/// Sizes in words. A passage is a logical paragraph; neighbours of one section are joined while the
/// sum stays within `join_up_to`; one above `split_above` is cut at sentence ends into parts of
/// about equal size.
struct SplitOptions {
  std::size_t join_up_to = 120;
  std::size_t split_above = 250;
};

struct SplitArticle {
  std::vector<Passage> passages;  ///< in reading order
  std::string title;              ///< the article's own headline, if the text begins with one
  std::optional<std::chrono::sys_days>
      date_line;        ///< a line that only states a date: metadata, no text
  HeaderFields header;  ///< what labelled lines above the text state: metadata, too
  std::vector<SourceSpan>
      dropped;  ///< navigation, share bars, hashtags, notices: what was left out
};

/// Pure and deterministic; any thread. A body without a word gives no passages.
[[nodiscard]] SplitArticle split_passages(const Article& article, const SplitOptions& options = {});

}  // namespace furat::indexer
