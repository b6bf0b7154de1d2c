// Several indexes searched as one answer as one index does that holds the articles of all: hits,
// their order, totals, counts.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "furat/cluster.hpp"
#include "tests/support/any_request.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::AnyAnswer;
using furat::test::ask;
using furat::test::TemporaryFolder;
using furat::test::TemporaryIndex;

namespace {

namespace fs = std::filesystem;

/// The files of the sample archive dealt to several indexes, and one index of the same files.
class DealtArchive {
 public:
  explicit DealtArchive(std::size_t shards) {
    std::vector<BuildOptions> parts(shards);
    BuildOptions whole;
    std::size_t next = 0;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(test::sample_archive()))
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      parts[next++ % shards].archive.inputs.push_back(file);
      whole.archive.inputs.push_back(file);
    }
    for (std::size_t i = 0; i < shards; ++i) {
      parts[i].index = folder_.path() / ("shard-" + std::to_string(i));
      (void)build_index(parts[i]);
      shards_.push_back(parts[i].index.string());
    }
    whole.index = folder_.path() / "whole";
    (void)build_index(whole);
  }

  [[nodiscard]] Searcher whole() const { return Searcher(folder_.path() / "whole"); }
  [[nodiscard]] Cluster cluster() const { return cluster_of(shards_); }
  [[nodiscard]] Searcher sharded() const { return Searcher(cluster()); }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> shards_;
};

const DealtArchive& dealt() {
  static const DealtArchive archive(3);
  return archive;
}

const std::vector<std::string> kQueries{
    "",
    "islamic state",
    "deir ezzor bridge",
    "raqqa AND (airstrike OR shelling)",
    "\"civil defence\" OR convoy",
    "aid NEAR/5 convoy",
    "town NOT raqqa",
    "refug* camp",
    "\"the camp\" SENTENCE food",
    "who controls the oil fields near deir ezzor?",
    "Baghuz",
    "hospitl",
};

/// A sum may differ in its last digit: databases add in other orders.
void round(double& score) { score = static_cast<float>(score); }

/// Without what may differ.
AnyAnswer comparable(AnyAnswer answer) {
  if (auto* found = std::get_if<SearchResults>(&answer))
    for (auto& hit : found->hits) {
      round(hit.score);
      for (auto& part : hit.score_parts) round(part.score);
    }
  std::visit(
      [](auto& value) {
        if constexpr (requires { value.generation; }) value.generation.clear();
        if constexpr (requires { value.matched.generation; }) value.matched.generation.clear();
      },
      answer);
  return answer;
}

}  // namespace

TEST_CASE("several indexes answer as one index with the articles of all") {
  const auto whole = dealt().whole();
  const auto sharded = dealt().sharded();
  SearchRequest everything;
  std::vector<std::string> passages;
  for (const auto& hit : whole.search(everything).hits) passages.push_back(hit.passage);
  for (const auto& request : test::requests_of_all_kinds(kQueries, passages)) {
    INFO("request " << request.index());
    if (const auto* search = std::get_if<SearchRequest>(&request)) {
      INFO("query " << search->query);
      const auto one = whole.search(*search), several = sharded.search(*search);
      std::vector<std::string> expected, found;
      for (const auto& hit : one.hits) expected.push_back(hit.passage);
      for (const auto& hit : several.hits) found.push_back(hit.passage);
      CHECK(found == expected);
      CHECK(several.total_passages == one.total_passages);
      CHECK(several.facets == one.facets);
    }
    CHECK((comparable(ask(sharded, request)) == comparable(ask(whole, request))));
  }
}
