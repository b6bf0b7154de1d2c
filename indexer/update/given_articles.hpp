// Articles given as values, on their way in: each passes for a text file that is not on the disk.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "furat/given_articles.hpp"
#include "indexer/update/file_plan.hpp"

namespace furat::indexer {

/// What a file of the article's body would have given.
struct GivenFile {
  IncomingArticle incoming;
  FileContents contents;
};

/// None, and a problem, for an article without id or text. Any thread.
[[nodiscard]] std::optional<GivenFile> read_given(const GivenArticle& given,
                                                  const ProblemSink& problem);

/// Enters the articles of a run into its plan, where the records of those given before are taken
/// out one by one.
class GivenFiles {
 public:
  /// `plan` must outlive this.
  explicit GivenFiles(FilePlan& plan);

  /// Adds the article as the plan's last file to read. False if the run had one with this id.
  [[nodiscard]] bool enter(const GivenArticle& given);

  /// After the last: what was not given again is kept. Returns how many articles.
  std::size_t keep_rest();

 private:
  FilePlan& plan_;
  std::unordered_map<std::string, index::FileRecord> before_;
  std::unordered_set<std::string> entered_;
};

}  // namespace furat::indexer
