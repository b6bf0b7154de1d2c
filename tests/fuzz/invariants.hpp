// What must hold of texts, articles, passages and mentions whatever bytes they were made from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "analysis/text/utf8.hpp"
#include "indexer/article.hpp"
#include "indexer/passages/passage_splitter.hpp"
#include "indexer/readers/text_cleaner.hpp"
#include "indexer/source_map.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace furat::fuzz {

/// Valid UTF-8 without control characters but those of `allowed`, and without line separators.
inline void require_clean(std::string_view text, std::string_view allowed) {
  for (std::size_t i = 0; i < text.size();) {
    const auto from = i;
    const auto c = analysis::next_code_point(text, i);
    require(c != analysis::kReplacementCharacter || i - from > 1, "the text is UTF-8");
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    require(c != 0x2028 && c != 0x2029, "the text has no line separators");
    require(!control || (c < 0x80 && allowed.find(static_cast<char>(c)) != std::string_view::npos),
            "the text has no control characters");
  }
}

/// Any bytes as the text that readers would make of them.
inline std::string cleaned(std::string_view bytes) {
  std::string text;
  indexer::SourceMap map;
  indexer::TextCleaner cleaner(text, map);
  cleaner.put_utf8(bytes, 0);
  cleaner.finish();
  return text;
}

/// The map covers `size` bytes and never goes back, within a file of `source_size` bytes. Runs may
/// stand for the same bytes: those of one replacement that was cut.
inline void require_map(const indexer::SourceMap& map, std::size_t size,
                        std::uint64_t source_size) {
  require(map.derived_size() == size, "the map covers the text");
  std::uint32_t derived = 0;
  std::uint64_t begin = 0, end = 0;
  for (const auto& run : map.runs()) {
    require(run.derived_begin == derived, "the runs of a map follow each other");
    require(run.source_begin >= begin && run.source_begin + run.source_size >= end,
            "a map never goes back");
    derived += run.derived_size;
    begin = run.source_begin;
    end = run.source_begin + run.source_size;
    require(end <= source_size, "a map stays within its file");
  }
}

/// Half-open ranges of `text` at character ends: ascending, not overlapping, not empty.
template <class Range>
void require_ascending(std::span<const Range> ranges, std::string_view text) {
  const auto begins_character = [text](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  std::uint32_t past = 0;
  for (const auto& range : ranges) {
    require(range.begin >= past && range.end > range.begin, "ranges ascend and do not overlap");
    require(range.end <= text.size(), "a range lies within its text");
    require(begins_character(range.begin) && begins_character(range.end),
            "a range ends between characters");
    past = range.end;
  }
}

/// All that article.hpp promises of an article that was read from a file of `file_size` bytes.
inline void require_article(const indexer::Article& article, std::size_t file_size) {
  require_clean(article.body, "\n\t");
  for (const auto* line :
       {&article.title, &article.source, &article.author, &article.url, &article.published_method})
    require_clean(*line, "");
  require_map(article.map, article.body.size(),
              article.extracted ? article.body.size() : file_size);
  require_ascending<indexer::BodyBlock>(article.blocks, article.body);
  require(article.published.has_value() == !article.published_method.empty(),
          "a day of publication says how it was found");
  std::uint32_t begin = 0;
  for (const auto& page : article.pages) {
    require(page.begin >= begin && page.begin <= article.body.size(), "pages ascend");
    require(page.page > 0, "pages are counted from 1");
    begin = page.begin;
  }
}

/// All that passage.hpp promises.
inline void require_passages(const indexer::SplitArticle& split, std::uint64_t source_size) {
  for (const auto& passage : split.passages) {
    require(!passage.text.empty(), "a passage has text");
    require_clean(passage.text, "\n\t");
    require_map(passage.map, passage.text.size(), source_size);
    if (passage.heading_size == 0) continue;
    require(passage.heading_size < passage.text.size() &&
                passage.text[passage.heading_size] == '\n' &&
                passage.text.substr(0, passage.heading_size) == passage.heading,
            "a passage begins with its heading");
  }
  for (const auto& dropped : split.dropped)
    require(dropped.begin <= dropped.end && dropped.end <= source_size,
            "what is dropped lies within the file");
}

}  // namespace furat::fuzz
