// For whom a passage about an actor counts: those it belonged to in the years of the passage.
#include <algorithm>
#include <set>

#include "furat/indexing.hpp"
#include "furat/searcher.hpp"
#include "furat/updating.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;

namespace {

constexpr auto kLexicon = R"(
[[actor]]
id = "network"
name = "Grey Network"
kind = "rebels"

[[actor]]
id = "front"
name = "Hill Front"
kind = "rebels"
parents = [{ id = "network", to = 2016 }]
successor = "union"

[[actor]]
id = "union"
name = "Hill Union"
kind = "rebels"
from = 2017

[[actor]]
id = "brigade"
name = "Rain Brigade"
kind = "rebels"
parents = [{ id = "front", to = 2014 }, { id = "union", from = 2017 }]
)";

/// Articles of one passage each: what they say, and when they were published.
class Archive {
 public:
  Archive() {
    folder_.write("lexicon/actors.toml", kLexicon);
    add("front-2016.txt", "The Hill Front fought on 3 May 2016.", "2019-01-01");
    add("front-2018.txt", "The Hill Front was remembered on 3 May 2018.", "2016-01-01");
    add("front-published.txt", "The Hill Front fought since 2012.", "2015-07-01");
    add("front-undated.txt", "The Hill Front fought.", "");
    add("brigade-2013.txt", "The Rain Brigade fought in June 2013.", "");
    add("brigade-2015.txt", "The Rain Brigade fought in June 2015.", "");
    add("brigade-2018.txt", "The Rain Brigade fought in June 2018.", "");
    add("brigade-both.txt", "The Rain Brigade fought in June 2013 and in June 2018.", "");
    BuildOptions options;
    options.archive.inputs = {folder_.path() / "articles"};
    options.archive.lexicons = {folder_.path() / "lexicon"};
    folder_.write("articles/metadata.tsv", sidecar_);
    options.index = folder_.path() / "index";
    (void)build_index(options);
  }

  [[nodiscard]] std::filesystem::path index() const { return folder_.path() / "index"; }

  [[nodiscard]] std::set<std::string> files_of(const std::string& actor) const {
    SearchRequest request;
    request.filters = {{"actor", actor}};
    std::set<std::string> files;
    for (const auto& hit : Searcher(index()).search(request).hits) files.insert(hit.article.file);
    return files;
  }

  [[nodiscard]] std::vector<FacetValue> actors(std::vector<Filter> filters) const {
    SearchRequest request;
    request.filters = std::move(filters);
    request.facets = {{"actor"}};
    return Searcher(index()).search(request).facets.front().values;
  }

  [[nodiscard]] std::vector<std::string> path_in_preview(const std::string& file) const {
    ArchiveOptions options;
    options.inputs = {folder_.path() / "articles"};
    options.lexicons = {folder_.path() / "lexicon"};
    std::vector<std::string> path;
    preview_mentions(
        options,
        [&](const MentionPreview& mention) {
          if (mention.type == "actor" && mention.file == file) path = mention.path;
        },
        [](const ArticleProblem&) {});
    return path;
  }

 private:
  void add(const std::string& file, const std::string& text, const std::string& published) {
    folder_.write("articles/" + file, text + "\n");
    sidecar_ += file + "\t\t" + published + "\n";
  }

  test::TemporaryFolder folder_;
  std::string sidecar_ = "file\ttitle\tpublished\n";
};

using Files = std::set<std::string>;

const FacetValue* find(const std::vector<FacetValue>& values, const std::string& id) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const auto& value) { return value.id == id; });
  return found == values.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a passage counts for those to whom its actor belonged in its years") {
  const Archive archive;
  CHECK(archive.files_of("network") == Files{"front-2016.txt", "front-published.txt",
                                             "front-undated.txt", "brigade-2013.txt",
                                             "brigade-both.txt"});
  CHECK(archive.files_of("union") == Files{"brigade-2018.txt", "brigade-both.txt"});
  CHECK(archive.files_of("front") == Files{"front-2016.txt", "front-2018.txt",
                                           "front-published.txt", "front-undated.txt",
                                           "brigade-2013.txt", "brigade-both.txt"});
  CHECK(archive.files_of("brigade").size() == 4);
  CHECK(verify_index(archive.index()) == std::vector<std::string>{});
}

TEST_CASE("the tree shows an actor once, under its last parent, with its own count") {
  const Archive archive;
  const auto values = archive.actors({});
  REQUIRE(values.size() == 4);
  CHECK(find(values, "network")->passages == 5);
  CHECK(find(values, "front")->passages == 6);
  CHECK(find(values, "front")->parent == "network");
  CHECK(find(values, "union")->passages == 2);
  CHECK(find(values, "brigade")->passages == 4);
  CHECK(find(values, "brigade")->parent == "union");
}

TEST_CASE("who was not above an actor in any passage found is not shown above it") {
  const Archive archive;
  CHECK(find(archive.actors({{"date", "2018"}}), "network")->passages == 1);
  CHECK(find(archive.actors({{"date", "2015"}}), "union") == nullptr);
  const auto alone = archive.actors({{"date", "2015"}, {"actor", "brigade"}});
  REQUIRE(find(alone, "brigade") != nullptr);
  CHECK(find(alone, "brigade")->parent.empty());
}

TEST_CASE("a preview tells whom a mention counts for as the index does") {
  const Archive archive;
  using Path = std::vector<std::string>;
  CHECK(archive.path_in_preview("front-2016.txt") == Path{"network"});
  CHECK(archive.path_in_preview("front-2018.txt").empty());
  CHECK(archive.path_in_preview("brigade-both.txt") == Path{"front", "network", "union"});
  CHECK(archive.path_in_preview("front-undated.txt") == Path{"network"});
}
