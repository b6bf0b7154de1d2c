// Rounds of distributing: what shards note of them, what is left of shards that are none any more,
// and tables of shards that are of another version.
#include <xapian.h>

#include <algorithm>

#include "furat/distributing.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/served_tables.hpp"
#include "index/shard_record.hpp"
#include "indexer/shards/shard_of.hpp"
#include "indexer/shards/shard_set.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"

using namespace furat;
namespace fs = std::filesystem;

namespace {

class TwelveArticles : public test::ChangingArchive {
 public:
  TwelveArticles() {
    for (int i = 0; i < 12; ++i) write("a" + std::to_string(i) + ".txt", story(i));
    (void)build();
  }

  static std::string story(int number) {
    return "Story " + std::to_string(number) + "\n\nThe army left Mayadin on " +
           std::to_string(1 + number % 28) + " October 2017.\n";
  }

  [[nodiscard]] DistributeReport distribute(std::size_t count) const {
    DistributeOptions options;
    options.index = index();
    options.count = count;
    return distribute_index(options);
  }
};

}  // namespace

TEST_CASE("a file of shards that cannot be written fails before a shard is published") {
  const TwelveArticles archive;
  DistributeOptions options;
  options.index = archive.index();
  options.count = 2;
  options.cluster = archive.index() / "no such folder" / "cluster.toml";
  CHECK_THROWS_AS(distribute_index(options), IndexError);
  for (const auto& shard : indexer::shard_folders(archive.index(), 2))
    CHECK_FALSE(fs::exists(shard / "CURRENT"));
}

TEST_CASE("folders that are shards no more are named") {
  const TwelveArticles archive;
  CHECK(archive.distribute(3).former_shards.empty());
  CHECK(archive.distribute(2).former_shards ==
        std::vector{indexer::shard_folders(archive.index(), 3).back()});
}

TEST_CASE("each round of distributing is told to the shards that it writes") {
  const TwelveArticles archive;
  (void)archive.distribute(2);
  archive.write("a1.txt", TwelveArticles::story(99));
  (void)archive.update();
  const auto report = archive.distribute(0);
  const auto shard = indexer::shard_of("a1.txt", 2);
  const auto changed = index::shard_record(report.shards[shard].path).value(),
             kept = index::shard_record(report.shards[1 - shard].path).value();
  CHECK(changed.round == 2);
  CHECK(kept.round == 1);
  CHECK(changed.set == kept.set);
  CHECK(changed.digests[1 - shard] == kept.digests[1 - shard]);
  CHECK(changed.digests[shard] != kept.digests[shard]);
  // Forgotten, it goes on from what the shards say.
  fs::remove(archive.index() / "DISTRIBUTED");
  archive.write("a1.txt", TwelveArticles::story(98));
  (void)archive.update();
  (void)archive.distribute(0);
  CHECK(index::shard_record(report.shards[shard].path).value().round == 3);
}

TEST_CASE("what a round that was killed said of shards it never wrote is taken back") {
  const TwelveArticles archive;
  (void)archive.distribute(2);
  const auto of_shard = [](std::uint32_t shard) {
    for (int i = 0;; ++i) {
      const auto name = "a" + std::to_string(i) + ".txt";
      if (indexer::shard_of(name, 2) == shard) return name;
    }
  };
  const auto folders = indexer::shard_folders(archive.index(), 2);
  const auto kept = archive.folder() / "as it was before";
  fs::copy(folders[1], kept, fs::copy_options::recursive);
  const auto first = of_shard(0), second = of_shard(1);
  const auto before = index::read_file(archive.articles() / second).value();
  archive.write(first, TwelveArticles::story(91));
  archive.write(second, TwelveArticles::story(92));
  (void)archive.update();
  (void)archive.distribute(0);
  // As if it had been killed before the second shard, and the second article then changed back.
  fs::remove_all(folders[1]);
  fs::rename(kept, folders[1]);
  archive.write(second, before);
  (void)archive.update();
  const auto report = archive.distribute(0);
  const auto newest = index::shard_record(folders[0]).value();
  CHECK(newest.round == 3);
  CHECK(newest.digests[1] == index::OpenGeneration(folders[1]).completion().digest);
  CHECK_FALSE(report.shards[1].written);
}

TEST_CASE("served tables of an index of another schema are refused, as the index is") {
  const TwelveArticles archive;
  const auto report = archive.distribute(1);
  const index::OpenGeneration generation(report.shards[0].path);
  Xapian::WritableDatabase database(index::passages_path(generation.path()).string());
  const std::string key = std::string(index::kServedPrefix) + "head", line = "furat-generation ";
  auto head = database.get_metadata(key);
  auto& version = head.at(head.find(line) + line.size());
  const auto kind_with = [&](char other) {
    version = other;
    database.set_metadata(key, head);
    database.commit();
    try {
      (void)index::ServedTables(database, "tcp://north:7301");
    } catch (const IndexError& error) {
      return error.kind();
    }
    return IndexError::Kind::io;
  };
  const char ours = version;
  CHECK(kind_with(static_cast<char>(ours - 1)) == IndexError::Kind::older);
  CHECK(kind_with(static_cast<char>(ours + 1)) == IndexError::Kind::newer);
  version = ours;
  database.set_metadata(key, head);
  database.commit();
  CHECK_NOTHROW(index::ServedTables(database, "tcp://north:7301"));
}
