// An archive larger than one batch could not be merged: the flag DB_NO_SYNC is, to Xapian's
// compactor, "do not renumber".
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryFolder;
using furat::test::TemporaryIndex;

namespace {

/// About 2 MB of articles: four batches.
void write_archive(const TemporaryFolder& folder) {
  const std::string paragraph =
      "Fighters crossed the Euphrates near Raqqa on 5 May 2017, one report said, and the SDF "
      "announced a "
      "new push along the river towards Tabqa while convoys moved east in the night.\n\n";
  for (int i = 0; i < 400; ++i) {
    std::string text = "Report number " + std::to_string(i) + " of the river campaign\n\n";
    for (int p = 0; p < 30; ++p) text += paragraph;
    folder.write("archive/" + std::to_string(1000 + i) + ".txt", text);
  }
}

}  // namespace

TEST_CASE("an archive of several batches is merged whole and in order, whatever the threads") {
  const TemporaryFolder folder;
  write_archive(folder);
  const TemporaryIndex one(folder.path() / "archive", 1);
  const TemporaryIndex three(folder.path() / "archive", 3);
  CHECK(one.report().articles == 400);
  CHECK(one.report().digest == three.report().digest);
  CHECK(verify_index(one.path()).empty());
  CHECK(verify_index(three.path()).empty());
  SearchRequest request;
  request.query = "number 399";
  const auto hits = three.searcher().search(request).hits;
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().article.file == "1399.txt");
  request = {};
  request.limit = 100'000;
  std::string last;
  for (const auto& hit : three.searcher().search(request).hits) {
    CHECK(hit.article.file >= last);
    last = hit.article.file;
  }
}
