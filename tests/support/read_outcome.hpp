// What a reader gave, for tests of readers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.hpp"
#include "tests/support/catch.hpp"

namespace furat::test {

struct ReadOutcome {
  std::vector<indexer::Article> articles;
  std::vector<indexer::ReadProblem> problems;

  [[nodiscard]] indexer::ReadSink sink() {
    return {[this](indexer::Article&& article) { articles.push_back(std::move(article)); },
            [this](indexer::ReadProblem&& problem) { problems.push_back(std::move(problem)); }};
  }

  /// The message of the one problem, where there is no article.
  [[nodiscard]] std::string refusal() const {
    REQUIRE(articles.empty());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == indexer::ReadProblem::Severity::skipped);
    return problems[0].message;
  }
};

/// Reads with the reader that takes the file, in this process.
inline ReadOutcome read_with_reader(std::string_view file, std::string_view bytes) {
  ReadOutcome outcome;
  const auto* reader = indexer::reader_for(file, bytes.substr(0, 4096));
  REQUIRE(reader != nullptr);
  reader->read(file, bytes, outcome.sink());
  return outcome;
}

/// The one article of a file, which must keep what article.hpp promises.
inline indexer::Article read_article(std::string_view file, std::string_view bytes) {
  auto outcome = read_with_reader(file, bytes);
  for (const auto& problem : outcome.problems) INFO(problem.message);
  REQUIRE(outcome.articles.size() == 1);
  auto& article = outcome.articles[0];
  CHECK(article.map.derived_size() == article.body.size());
  std::uint32_t past = 0;
  for (const auto& block : article.blocks) {
    CHECK(block.begin >= past);
    CHECK(block.end > block.begin);
    past = block.end;
  }
  CHECK(past == article.body.size());
  return std::move(article);
}

/// Each block as "kind: text": P paragraph, H heading, L list item, Q quote, T row of a table.
inline std::vector<std::string> blocks_of(const indexer::Article& article) {
  std::vector<std::string> blocks;
  for (const auto& block : article.blocks)
    blocks.push_back(std::string(1, "PHLQT"[static_cast<std::size_t>(block.kind)]) + ": " +
                     article.body.substr(block.begin, block.end - block.begin));
  return blocks;
}

}  // namespace furat::test
