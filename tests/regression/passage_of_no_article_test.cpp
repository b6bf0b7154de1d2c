// A passage whose slot named no article passed for one of article 0: it was spread, updated and
// counted as such. What is damaged in a shard or an index did not say in which.
#include <xapian.h>

#include "furat/cluster.hpp"
#include "furat/distributing.hpp"
#include "index/metadata.hpp"
#include "index/schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"
#include "tests/support/check_damaged.hpp"
#include "tests/support/index_database.hpp"

using namespace furat;

namespace {

namespace fs = std::filesystem;

class TwoArticles : public test::ChangingArchive {
 public:
  TwoArticles() {
    write("a.txt", "Bridge down\n\nA bridge fell near Raqqa on 3 May 2017.\n");
    write("b.txt", "Dam held\n\nThe dam of Tabqa held on 10 May 2017.\n");
    (void)build();
  }
};

/// Truncated varints.
void spoil_articles(const fs::path& index) {
  auto database = test::writable_database_of(index);
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    auto document = database.get_document(id);
    document.add_value(index::kSlotArticle, "\x80");
    database.replace_document(id, document);
  }
  database.commit();
}

void spoil_values(const fs::path& index) {
  auto database = test::writable_database_of(index);
  std::vector<std::string> keys;
  index::for_each_key(database, index::key::kValues,
                      [&](const std::string& key) { keys.push_back(key); });
  for (const auto& key : keys) database.set_metadata(key, "no record");
  database.commit();
}

template <class Ask>
void check_damaged_at(const fs::path& path, Ask ask) {
  const auto said = test::check_damaged(ask);
  INFO(said);
  CHECK(said.find(path.string()) != std::string::npos);
  CHECK(said.find("damaged") != std::string::npos);
}

void distribute(const fs::path& index) {
  DistributeOptions options;
  options.index = index;
  options.count = 2;
  (void)distribute_index(options);
}

}  // namespace

TEST_CASE("a passage that names no article is a damaged index") {
  const TwoArticles archive;
  spoil_articles(archive.index());
  check_damaged_at(archive.index(), [&] { distribute(archive.index()); });
  check_damaged_at(archive.index(), [&] { (void)Searcher(archive.index()).search({}); });
  archive.write("a.txt", "Bridge up\n\nThe bridge near Raqqa was mended on 5 May 2017.\n");
  check_damaged_at(archive.index(), [&] { (void)archive.update(); });
  CHECK_FALSE(verify_index(archive.index()).empty());
}

TEST_CASE("what distributing cannot read is said of the index that has it") {
  const TwoArticles archive;
  spoil_values(archive.index());
  check_damaged_at(archive.index(), [&] { distribute(archive.index()); });
}

TEST_CASE("what cannot be read of a shard is said of that shard") {
  const TwoArticles archive, other;
  archive.write("c.txt", "Road open\n\nThe road to Palmyra was open on 4 May 2017.\n");
  other.write("d.txt", "Road shut\n\nThe road to Homs was shut on 4 May 2017.\n");
  (void)archive.build();
  (void)other.build();
  const auto cluster = cluster_of({other.index().string(), archive.index().string()});
  spoil_values(archive.index());
  check_damaged_at(archive.index(), [&] { (void)Searcher(cluster).search({}); });
}
