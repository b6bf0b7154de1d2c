// Own texts for the tests of the passage splitter, and what every split must keep.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/utf8.hpp"
#include "indexer/passages/line.hpp"
#include "indexer/passages/passage_splitter.hpp"
#include "indexer/readers/decode.hpp"
#include "tests/support/catch.hpp"

namespace furat::indexer::testing {

inline Article article_of(std::string_view bytes) {
  Article article;
  auto decoded = decode(bytes);
  article.body = std::move(decoded.text);
  article.map = std::move(decoded.map);
  return article;
}

/// Every character that is no white space must be the one its source bytes spell, and every passage
/// must keep the promises of its fields.
inline void check_against_source(std::string_view bytes, const SplitArticle& split) {
  for (const Passage& passage : split.passages) {
    REQUIRE(passage.map.derived_size() == passage.text.size());
    if (passage.heading_size > 0) {
      REQUIRE(passage.text.substr(0, passage.heading_size) == passage.heading);
      REQUIRE(passage.text[passage.heading_size] == '\n');
    }
    REQUIRE(passage.text.find("  ") == std::string::npos);
    for (std::size_t i = 0; i < passage.text.size();) {
      const std::size_t from = i;
      (void)furat::analysis::next_code_point(passage.text, i);
      if (passage.text[from] == ' ' || passage.text[from] == '\n') continue;
      const SourceSpan span =
          passage.map.to_source(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i));
      REQUIRE(bytes.substr(span.begin, span.end - span.begin) ==
              passage.text.substr(from, i - from));
    }
  }
}

inline SplitArticle split(std::string_view bytes, const SplitOptions& options = {}) {
  SplitArticle result = split_passages(article_of(bytes), options);
  check_against_source(bytes, result);
  return result;
}

/// Paragraph by paragraph, whatever their size: what was recognised rather than how it was joined.
inline std::vector<std::string> paragraphs(std::string_view bytes) {
  std::vector<std::string> found;
  for (const Passage& passage : split(bytes).passages) {
    std::string_view body = passage.body();
    while (!body.empty()) {
      const std::size_t end = std::min(body.find('\n'), body.size());
      found.emplace_back(body.substr(0, end));
      body.remove_prefix(std::min(end + 1, body.size()));
    }
  }
  return found;
}

inline std::vector<std::string> dropped(std::string_view bytes) {
  std::vector<std::string> found;
  for (const SourceSpan span : split(bytes).dropped) {
    found.emplace_back(bytes.substr(span.begin, span.end - span.begin));
  }
  return found;
}

inline std::string words(std::size_t count, const std::string& word = "word") {
  std::string text = "Word";
  for (std::size_t i = 1; i < count; ++i) text += ' ' + word;
  return text + '.';
}

/// Text cut into lines of at most `width` characters; `between` stands between them.
inline std::string wrapped(const std::string& text, std::size_t width,
                           const std::string& between = "\n") {
  std::string out;
  std::size_t column = 0;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (column + word.size() + 1 > width && column > 0) {
      out += between;
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    begin = end + 1;
  }
  return out;
}

inline const std::string kHarbour =
    "The harbour master closed the northern pier on Monday because the swell had loosened several "
    "of its planks during the night. Two ferries were sent to the old quay instead, where the "
    "crews "
    "helped the passengers over a gangway that was much too steep. Nobody was hurt, but a crate of "
    "oranges went into the water and was not seen again.";
inline const std::string kMarket =
    "In the market the price of fish rose by a third before noon. Traders blamed the weather, and "
    "the weather station, asked about it, blamed the traders. By the evening most stalls had sold "
    "everything they had, and the porters went home early for the first time in weeks.";
inline const std::string kLibrary =
    "The town library, meanwhile, has received a gift of four hundred maps. They show the coast as "
    "it was two centuries ago, with villages that the sea has taken since then and a lighthouse "
    "which, according to the keeper of the maps, was never built at all.";

}  // namespace furat::indexer::testing
