// What the tests of readers share: reading bytes by name, and the bytes that a part of a body
// stands for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/utf8.hpp"
#include "indexer/readers/reader.hpp"
#include "tests/support/catch.hpp"

namespace furat::indexer::testing {

struct Outcome {
  std::vector<Article> articles;
  std::vector<ReadProblem> problems;
};

/// Reads with the reader that the table chooses.
inline Outcome read(std::string_view file, std::string_view bytes) {
  Outcome outcome;
  const ReadSink sink{
      [&](Article&& article) { outcome.articles.push_back(std::move(article)); },
      [&](ReadProblem&& problem) { outcome.problems.push_back(std::move(problem)); }};
  const Reader* reader = reader_for(file, bytes.substr(0, 4096));
  REQUIRE(reader != nullptr);
  reader->read(file, bytes, sink);
  return outcome;
}

/// The one article of a file that must be read without a problem.
inline Article read_article(std::string_view file, std::string_view bytes) {
  Outcome outcome = read(file, bytes);
  for (const ReadProblem& problem : outcome.problems) UNSCOPED_INFO(problem.message);
  REQUIRE(outcome.problems.empty());
  REQUIRE(outcome.articles.size() == 1);
  return std::move(outcome.articles[0]);
}

/// The bytes of the file that the first `part` of the body stands for.
inline std::string_view source_of(std::string_view part, const Article& article,
                                  std::string_view bytes) {
  const std::size_t at = article.body.find(part);
  REQUIRE(at != std::string::npos);
  const SourceSpan span = article.map.to_source(static_cast<std::uint32_t>(at),
                                                static_cast<std::uint32_t>(at + part.size()));
  REQUIRE(span.begin <= span.end);
  REQUIRE(span.end <= bytes.size());
  return bytes.substr(span.begin, span.end - span.begin);
}

/// The map covers the body, and its spans never go back.
inline void check_map(const Article& article, std::string_view bytes) {
  REQUIRE(article.map.derived_size() == article.body.size());
  std::uint64_t last = 0;
  for (const SourceMap::Run& run : article.map.runs()) {
    REQUIRE(run.source_begin >= last);
    last = run.source_begin + run.source_size;
    REQUIRE(last <= bytes.size());
  }
}

inline std::vector<std::string> block_texts(const Article& article) {
  std::vector<std::string> texts;
  for (const BodyBlock& block : article.blocks)
    texts.push_back(article.body.substr(block.begin, block.end - block.begin));
  return texts;
}

}  // namespace furat::indexer::testing
