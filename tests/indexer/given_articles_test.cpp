#include "furat/given_articles.hpp"

#include <stdexcept>

#include "furat/evidence.hpp"
#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;
using furat::test::TemporaryFolder;

namespace {

const std::string kBridge =
    "Bridge down\n\nA bridge fell near Raqqa on 3 May 2017, the SDF said.\n";
const std::string kDam =
    "Dam held\r\n\r\nThe dam of Tabqa held on 10 May 2017 under ISIS fire.\r\n";
const std::string kTown = "Town taken\n\nThe army entered Mayadin on 14 October 2017.\n";

ArticleSource each_of(std::vector<GivenArticle> articles) {
  return [articles = std::move(articles), next = std::size_t{0}]() mutable {
    return next < articles.size() ? std::optional(articles[next++]) : std::nullopt;
  };
}

class GivenIndex {
 public:
  BuildReport build(std::vector<GivenArticle> articles, bool with_files = false) const {
    BuildOptions options;
    options.index = path();
    if (with_files) options.archive.inputs = {folder_.path() / "files"};
    return build_index(options, each_of(std::move(articles)));
  }
  UpdateReport put(std::vector<GivenArticle> articles) const {
    return put_articles(options(), each_of(std::move(articles)));
  }
  UpdateReport remove(const std::vector<std::string>& ids) const {
    return remove_articles(options(), ids);
  }
  UpdateReport update() const { return update_index(options()); }
  void write(const std::string& name, const std::string& text) const {
    folder_.write("files/" + name, text);
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "index"; }
  [[nodiscard]] std::filesystem::path files() const { return folder_.path() / "files"; }
  [[nodiscard]] UpdateOptions options() const {
    UpdateOptions options;
    options.index = path();
    return options;
  }

  void check_holds(const std::vector<GivenArticle>& articles, bool with_files = false) const {
    const GivenIndex fresh;
    if (with_files)
      std::filesystem::copy(files(), fresh.files(), std::filesystem::copy_options::recursive);
    CHECK(index_status(path()).digest == fresh.build(articles, with_files).digest);
    CHECK(verify_index(path()) == std::vector<std::string>{});
    CHECK(verify_counts(path()).faults == std::vector<std::string>{});
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("an article given as a value is read as a text file of the same bytes and name") {
  const GivenIndex given, read;
  read.write("a.txt", kBridge);
  read.write("b.txt", kDam);
  BuildOptions options;
  options.index = read.path();
  options.archive.inputs = {read.files()};
  CHECK(given.build({{"a.txt", kBridge}, {"b.txt", kDam}}).digest == build_index(options).digest);
  CHECK(verify_index(given.path()) == std::vector<std::string>{});
}

TEST_CASE("what is stated of an article is taken, what is not is read from its text") {
  const GivenIndex index;
  const auto report = index.build({{"a", kBridge, "The title", "The Source", "A. Writer",
                                    "https://example.org/1", "2017-05-04T10:00:00Z"},
                                   {"b", kDam}});
  CHECK(report.problems.empty());
  const Searcher searcher(index.path());
  const auto stated = searcher.passage({"a#1"}).article;
  CHECK(stated.title == "The title");
  CHECK(stated.source == "The Source");
  CHECK(stated.author == "A. Writer");
  CHECK(stated.url == "https://example.org/1");
  CHECK(stated.published == "2017-05-04");
  CHECK(stated.file == "a");
  CHECK(searcher.passage({"b#1"}).article.title == "Dam held");
  CHECK(searcher.original_path("a").empty());
}

TEST_CASE("spans and digest are those of the bytes that were given") {
  const GivenIndex index;
  (void)index.build({{"b", kDam}});
  const auto hit = Searcher(index.path()).passage({"b#1"});
  CHECK(kDam.substr(hit.bytes.begin, hit.bytes.end - hit.bytes.begin) ==
        "The dam of Tabqa held on 10 May 2017 under ISIS fire.");
  const ClaimedHit claim{hit.passage, hit.article.file, hit.file_digest, hit.bytes,
                         hit.text.substr(hit.heading_size)};
  CHECK(EvidenceCheck({index.files()}).check(claim) == Proof::no_file);
  index.write("b", kDam);
  CHECK(EvidenceCheck({index.files()}).check(claim) == Proof::text);
}

TEST_CASE("articles are added, replaced and left as they are by their id") {
  const GivenIndex index;
  (void)index.build({{"a", kBridge}, {"b", kDam}});
  const auto report = index.put({{"b", kDam}, {"a", kTown}, {"c", kBridge}});
  CHECK(report.added == 1);
  CHECK(report.changed == 1);
  CHECK(report.unchanged == 1);
  CHECK(report.articles == 3);
  index.check_holds({{"a", kTown}, {"b", kDam}, {"c", kBridge}});

  CHECK(index.put({{"c", kBridge}}).generation.empty());
  CHECK(index.put({}).unchanged == 3);
  index.check_holds({{"a", kTown}, {"b", kDam}, {"c", kBridge}});
}

TEST_CASE("an article that was taken out may be given again") {
  const GivenIndex index;
  (void)index.build({{"a", kBridge}, {"b", kDam}, {"c", kTown}});
  CHECK(index.remove({"b", "c"}).removed == 2);
  CHECK(index_status(index.path()).notes.empty());
  index.check_holds({{"a", kBridge}});
  CHECK(index.put({{"b", kDam}}).added == 1);
  index.check_holds({{"a", kBridge}, {"b", kDam}});
}

TEST_CASE("files and given articles live in one index, and updates of either leave the other") {
  const GivenIndex index;
  index.write("f.txt", kBridge);
  (void)index.build({{"a", kDam}}, true);
  CHECK(index_status(index.path()).articles == 2);
  CHECK(index_status(index.path()).files == 1);
  CHECK(index_status(index.path()).inputs.size() == 1);

  index.write("g.txt", kTown);
  const auto put = index.put({{"b", kTown}});
  CHECK(put.added == 1);
  CHECK(put.unchanged == 2);
  const auto updated = index.update();
  CHECK(updated.added == 1);
  CHECK(updated.removed == 0);
  index.check_holds({{"a", kDam}, {"b", kTown}}, true);
}

TEST_CASE("an index of given articles alone is updated, compared and compacted without files") {
  const GivenIndex index;
  (void)index.build({{"a", kBridge}});
  (void)index.put({{"b", kDam}});
  CHECK_FALSE(index.update().changes());
  auto options = index.options();
  options.compare_contents = true;
  CHECK_FALSE(update_index(options).changes());
  (void)compact_index(index.options());
  index.check_holds({{"a", kBridge}, {"b", kDam}});
}

TEST_CASE("an id of a file of the index is refused") {
  const GivenIndex index;
  index.write("f.txt", kBridge);
  (void)index.build({{"a", kDam}}, true);
  const auto report = index.put({{"f.txt", kTown}});
  CHECK(report.skipped() == 1);
  CHECK(report.articles == 0);
  CHECK(Searcher(index.path()).passage({"f.txt#1"}).text.find("Raqqa") != std::string::npos);
}

TEST_CASE("what cannot be taken is a problem, and the rest is taken") {
  const GivenIndex index;
  const auto report = index.build({{"", kBridge},
                                   {"line\nend", kBridge},
                                   {"empty", " \n"},
                                   {"a", kBridge},
                                   {"a", kDam},
                                   {"bytes", "Near Raqqa \xFF\xFE on 3 May 2017."},
                                   {"day", kTown, "", "", "", "", "yesterday"}});
  CHECK(report.articles == 3);
  CHECK(report.skipped() == 4);
  CHECK(report.problems.size() == 6);
}

TEST_CASE("a source that throws or a run that is cancelled publishes nothing") {
  const GivenIndex index;
  (void)index.build({{"a", kBridge}});
  const auto generation = index_status(index.path()).generation;
  const auto fails = [first = true]() mutable -> std::optional<GivenArticle> {
    if (!first) throw std::domain_error("the database is gone");
    first = false;
    return GivenArticle{"b", kDam};
  };
  CHECK_THROWS_AS(put_articles(index.options(), fails), std::domain_error);
  auto options = index.options();
  options.cancelled = [] { return true; };
  CHECK(put_articles(options, each_of({{"b", kDam}})).cancelled);
  CHECK(index_status(index.path()).generation == generation);
  CHECK_FALSE(index.put({{"b", kDam}}).generation.empty());
}

TEST_CASE("a dry run says what would be done") {
  const GivenIndex index;
  (void)index.build({{"a", kBridge}});
  auto options = index.options();
  options.dry_run = true;
  const auto report = put_articles(options, each_of({{"a", kDam}, {"b", kDam}}));
  CHECK(report.changed == 1);
  CHECK(report.added == 1);
  CHECK(index_status(index.path()).articles == 1);
}

TEST_CASE("there must be an index to put articles into") {
  const GivenIndex index;
  CHECK_THROWS_AS(index.put({{"a", kBridge}}), IndexError);
}
