// An index built from articles written in the test itself, or from the sample archive.
#pragma once

#include <string>
#include <vector>

#include "furat/indexing.hpp"
#include "furat/searcher.hpp"
#include "tests/support/temporary_folder.hpp"

namespace furat::test {

/// One article of a test.
struct TestArticle {
  std::string file;  ///< such as "a.txt"
  std::string text;
  std::string published;  ///< ISO day or empty
  std::string source;
};

class TemporaryIndex {
 public:
  explicit TemporaryIndex(const std::vector<TestArticle>& articles) {
    std::string sidecar = "file\ttitle\tpublished\tsource\turl\n";
    for (const auto& article : articles) {
      folder_.write("articles/" + article.file, article.text);
      sidecar += article.file + "\t\t" + article.published + "\t" + article.source + "\t\n";
    }
    folder_.write("articles/metadata.tsv", sidecar);
    build(folder_.path() / "articles");
  }

  explicit TemporaryIndex(const std::filesystem::path& archive, unsigned threads = 0) {
    build(archive, threads);
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "index"; }
  [[nodiscard]] std::filesystem::path articles() const { return folder_.path() / "articles"; }
  [[nodiscard]] const BuildReport& report() const { return report_; }
  [[nodiscard]] Searcher searcher() const { return Searcher(path()); }

  void build(const std::filesystem::path& archive, unsigned threads = 0) {
    BuildOptions options;
    options.archive.inputs = {archive};
    options.index = path();
    options.threads = threads;
    report_ = build_index(options);
  }

 private:
  TemporaryFolder folder_;
  BuildReport report_;
};

/// The sample archive of the project.
inline std::filesystem::path sample_archive() {
  return std::filesystem::path(FURAT_SOURCE_DIR) / "corpus" / "articles";
}

/// An index of it, built once a program.
inline const TemporaryIndex& sample_index() {
  static const TemporaryIndex index(sample_archive());
  return index;
}

/// A searcher over it.
inline const Searcher& sample() {
  static const Searcher searcher = sample_index().searcher();
  return searcher;
}

}  // namespace furat::test
