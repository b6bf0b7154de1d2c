#include "indexer/metadata/archive_metadata.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using furat::ArticleProblem;
using furat::indexer::ArchiveMetadata;
using furat::indexer::Article;
using furat::indexer::is_metadata_file;
using furat::test::TemporaryFolder;
using namespace std::chrono;

namespace {

/// An archive whose sidecars are asked about articles.
class Archive : public TemporaryFolder {
 public:
  Article described(const std::string& file, const std::string& id = {},
                    const std::string& given = {}) {
    std::optional<std::filesystem::path> metadata;
    if (!given.empty()) metadata = path() / given;
    const ArchiveMetadata::ProblemSink sink = [this](ArticleProblem&& problem) {
      problems.push_back(std::move(problem));
    };
    ArchiveMetadata sidecars(metadata, sink);
    Article article;
    article.file = file;
    article.id = id.empty() ? file : id;
    sidecars.apply_to(article, path() / file, path());
    sidecars.apply_to(article, path() / file, path());  // a second time reports nothing anew
    return article;
  }

  std::vector<ArticleProblem> problems;
};

}  // namespace

TEST_CASE("metadata files are known by their names") {
  for (const char* name : {"metadata.toml", "metadata.tsv", "metadata.csv", "report.pdf.meta.toml",
                           "report.meta.toml"})
    CHECK(is_metadata_file(name));
  for (const char* name : {"metadata.txt", "meta.toml", ".meta.toml", "report.toml", "data.csv"})
    CHECK_FALSE(is_metadata_file(name));
}

TEST_CASE("each field comes from the sidecar that is nearest to the article") {
  Archive archive;
  archive.write("metadata.toml",
                "[[article]]\nfile = \"wires/a.pdf\"\ntitle = \"top\"\nsource = \"top\"\n"
                "url = \"top\"\nauthor = \"top\"\npublished = 2017-10-01\n");
  archive.write("wires/metadata.csv",
                "file,title,source,url,author\na.pdf,folder,folder,folder,folder\n");
  archive.write("wires/a.meta.toml", "title = \"stem\"\nsource = \"stem\"\nurl = \"stem\"\n");
  archive.write("wires/a.pdf.meta.toml", "title = \"own\"\nsource = \"own\"\n");
  archive.write("given.tsv", "file\ttitle\nwires/a.pdf\tgiven\n");
  const Article article = archive.described("wires/a.pdf", {}, "given.tsv");
  CHECK(article.title == "given");
  CHECK(article.source == "own");
  CHECK(article.url == "stem");
  CHECK(article.author == "folder");
  CHECK(article.published == sys_days(year(2017) / 10 / 1));
  CHECK(article.published_method == "sidecar");
  CHECK(archive.problems.empty());
}

TEST_CASE("in one sidecar the row of an article's id stands above the row of its file") {
  Archive archive;
  archive.write("metadata.tsv", "file\ttitle\tsource\nw-1\tthe record\t\nwire.jsonl\tfile\tfile\n");
  const Article article = archive.described("wire.jsonl", "w-1");
  CHECK(article.title == "the record");
  CHECK(article.source == "file");
}

TEST_CASE("an article's own sidecar may be beside a file without ending") {
  Archive archive;
  archive.write("report.meta.toml", "title = \"own\"\ncolour = \"red\"\n");
  CHECK(archive.described("report").title == "own");
  REQUIRE(archive.problems.size() == 1);
  CHECK(archive.problems[0].message.find("The key \"colour\" is unknown") != std::string::npos);
}

TEST_CASE("a sidecar that cannot be read is one warning") {
  Archive archive;
  archive.write("a.txt.meta.toml", "title = ");
  archive.write("metadata.csv", "title\nA\n");
  CHECK(archive.described("a.txt").title.empty());
  REQUIRE(archive.problems.size() == 2);
  for (const auto& problem : archive.problems) CHECK_FALSE(problem.skipped);
}

TEST_CASE("of two sidecars in a folder one is read, and the other is told") {
  Archive archive;
  archive.write("metadata.tsv", "file\ttitle\na.txt\tTSV\n");
  archive.write("metadata.csv", "file,title\na.txt,CSV\n");
  CHECK(archive.described("a.txt").title == "TSV");
  REQUIRE(archive.problems.size() == 1);
  CHECK(archive.problems[0].where == (archive.path() / "metadata.csv").string());
  CHECK(archive.problems[0].message == "metadata.tsv stands beside it; this file is ignored.");
}
