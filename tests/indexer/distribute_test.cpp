// An index over its shards: that they hold what it holds, each where its id says, and that what did
// not change is left alone.
#include <xapian.h>

#include <cmath>
#include <map>
#include <set>

#include "furat/distributing.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/metadata.hpp"
#include "index/schema.hpp"
#include "index/served_tables.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"
#include "indexer/shards/shard_of.hpp"
#include "indexer/shards/shard_set.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"
#include "tests/support/index_database.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::ChangingArchive;
using furat::test::database_of;
namespace fs = std::filesystem;

namespace {

DistributeReport distribute(const fs::path& index, std::size_t count) {
  DistributeOptions options;
  options.index = index;
  options.count = count;
  return distribute_index(options);
}

using Entries = index::Metadata;

Entries entries_of(const Xapian::Database& database, std::string_view prefix) {
  Entries entries;
  index::for_each_key(database, prefix,
                      [&](const std::string& key) { entries[key] = database.get_metadata(key); });
  return entries;
}

/// Everything of a document, as text: terms, counts, positions, values, data.
std::string text_of(const Xapian::Document& document) {
  std::string text = document.get_data();
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text += '\n' + *term + ' ' + std::to_string(term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
      text += ' ' + std::to_string(*at);
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    text += '\n' + std::to_string(value.get_valueno()) + ' ' + *value;
  return text;
}

std::multiset<std::string> documents_of(const Xapian::Database& database) {
  std::multiset<std::string> documents;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
    documents.insert(text_of(database.get_document(*id)));
  return documents;
}

/// Sets of ordinals by name, from several databases.
void add_names(const Entries& entries, std::map<std::string, std::set<std::uint32_t>>& names) {
  for (const auto& [key, packed] : entries) {
    const auto ordinals = index::unpack_set(packed).value();
    names[key].insert(ordinals.begin(), ordinals.end());
  }
}

/// Names and what they stand for by spelling key, likewise.
using Spelled = std::map<std::pair<std::string, std::string>, std::set<std::uint32_t>>;
void add_spelled(const Entries& entries, Spelled& spelled) {
  for (const auto& [key, bytes] : entries) {
    const auto names = index::decode_spelled_names(bytes).value();
    for (const auto& name : names) {
      spelled[{key, name.name}].insert(name.ordinals.begin(), name.ordinals.end());
      spelled[{key + "+", name.name}].insert(name.expanded.begin(), name.expanded.end());
    }
  }
}

void check_union(const fs::path& index, const std::vector<ShardReport>& shards) {
  const auto source = database_of(index);
  std::multiset<std::string> documents;
  Entries articles, values, ids;
  std::map<std::string, std::set<std::uint32_t>> names, names_wanted;
  Spelled spelled, spelled_wanted;
  std::uint64_t digest = 0;
  for (const auto& shard : shards) {
    CAPTURE(shard.path);
    CHECK(verify_index(shard.path) == std::vector<std::string>{});
    CHECK(verify_counts(shard.path).faults == std::vector<std::string>{});
    const auto database = database_of(shard.path);
    CHECK(index::has_served_tables(database));
    documents.merge(documents_of(database));
    const auto own = entries_of(database, index::key::kArticles);
    for (const auto& [key, record] : own) CHECK(articles.emplace(key, record).second);
    values.merge(entries_of(database, index::key::kValues));
    ids.merge(entries_of(database, index::key::kIds));
    for (const auto prefix : {index::key::kNames, index::key::kExpansions})
      add_names(entries_of(database, prefix), names);
    add_spelled(entries_of(database, index::key::kSkeletons), spelled);
    const index::OpenGeneration generation(shard.path);
    digest += std::stoull(generation.completion().digest, nullptr, 16);
  }
  CHECK(documents == documents_of(source));
  CHECK(articles == entries_of(source, index::key::kArticles));
  CHECK(values == entries_of(source, index::key::kValues));
  CHECK(ids == entries_of(source, index::key::kIds));
  for (const auto prefix : {index::key::kNames, index::key::kExpansions})
    add_names(entries_of(source, prefix), names_wanted);
  CHECK(names == names_wanted);
  add_spelled(entries_of(source, index::key::kSkeletons), spelled_wanted);
  CHECK(spelled == spelled_wanted);
  CHECK(index::hex(digest) == index_status(index).digest);
}

std::string story(int number) {
  return "Report " + std::to_string(number) + "\n\nOn " + std::to_string(1 + number % 28) +
         " May 2017 the SDF entered Tabqa, said Colonel Samir Haddad" + std::to_string(number % 7) +
         " of the Olive Front.\n\nA raid near Raqqa followed.\n";
}

/// An archive of so many articles and its index.
class ManyArticles : public ChangingArchive {
 public:
  explicit ManyArticles(int count) {
    for (int i = 0; i < count; ++i) write("a" + std::to_string(i) + ".txt", story(i));
    (void)build();
  }
};

std::set<std::string> written(const DistributeReport& report) {
  std::set<std::string> names;
  for (const auto& shard : report.shards)
    if (shard.written) names.insert(shard.path.filename().string());
  return names;
}

}  // namespace

TEST_CASE(
    "the shards of the sample archive hold together what the index holds, documents and tables") {
  const test::TemporaryIndex index(test::sample_archive());
  const auto report = distribute(index.path(), GENERATE(1U, 4U));
  check_union(index.path(), report.shards);
}

TEST_CASE("more shards than articles: those without any are sound and empty") {
  const ManyArticles archive(3);
  const auto report = distribute(archive.index(), 8);
  check_union(archive.index(), report.shards);
  CHECK(std::count_if(report.shards.begin(), report.shards.end(),
                      [](const auto& shard) { return shard.articles == 0; }) >= 5);
}

TEST_CASE("articles are spread evenly over the shards, by ids of any kind") {
  const auto* const pattern = GENERATE("article-%06d", "%d", "north/wire-2017.jsonl#%d");
  const auto shards = GENERATE(2U, 4U, 7U, 16U);
  CAPTURE(pattern, shards);
  constexpr int kArticles = 40'000;
  std::vector<int> counts(shards);
  for (int i = 0; i < kArticles; ++i) {
    char id[64];
    std::snprintf(id, sizeof id, pattern, i);
    ++counts.at(indexer::shard_of(id, shards));
  }
  // Within five standard deviations of a random spread.
  const double mean = static_cast<double>(kArticles) / shards;
  for (const auto count : counts) CHECK(std::abs(count - mean) < 5 * std::sqrt(mean));
}

TEST_CASE("with one shard more, articles only move to that one, and no more than must") {
  constexpr int kArticles = 20'000;
  for (std::uint32_t shards = 1; shards < 12; ++shards) {
    int moved = 0;
    for (int i = 0; i < kArticles; ++i) {
      const auto id = "article-" + std::to_string(i);
      const auto before = indexer::shard_of(id, shards), after = indexer::shard_of(id, shards + 1);
      if (before == after) continue;
      CHECK(after == shards);
      ++moved;
    }
    const double expected = static_cast<double>(kArticles) / (shards + 1);
    CHECK(std::abs(moved - expected) < 5 * std::sqrt(expected));
  }
}

TEST_CASE("which shard an article has is the same on every machine and in every version") {
  CHECK(indexer::shard_of("a.txt", 1) == 0);
  const std::vector<std::pair<const char*, std::uint32_t>> known{
      {"a.txt", 410}, {"wire.jsonl#17", 963}, {"", 266}};
  for (const auto& [id, shard] : known) CHECK(indexer::shard_of(id, 1000) == shard);
}

TEST_CASE("distributing again changes nothing and says so") {
  const ManyArticles archive(40);
  const auto first = distribute(archive.index(), 4);
  const auto second = distribute(archive.index(), 0);
  REQUIRE(second.shards.size() == 4);
  CHECK(written(second).empty());
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(second.shards[i].generation == first.shards[i].generation);
}

TEST_CASE(
    "after an update only the shards of changed articles are written, with the articles they had") {
  const ManyArticles archive(400);
  (void)distribute(archive.index(), 4);
  archive.write("a7.txt", story(8));
  archive.remove("a9.txt");
  (void)archive.update();
  const auto report = distribute(archive.index(), 0);
  const auto folder = [](const char* id) {
    return indexer::shard_folders("", 4).at(indexer::shard_of(id, 4)).string();
  };
  CHECK(written(report) == std::set<std::string>{folder("a7.txt"), folder("a9.txt")});
  std::size_t changed = 0, removed = 0, added = 0;
  for (const auto& shard : report.shards) {
    changed += shard.changed;
    removed += shard.removed;
    added += shard.added;
  }
  CHECK(changed == 1);
  CHECK(removed == 1);
  CHECK(added == 0);
  check_union(archive.index(), report.shards);
}

TEST_CASE(
    "a spelling seen for the first time reaches the tables of the shards that name the value") {
  const ManyArticles archive(60);
  (void)distribute(archive.index(), 3);
  archive.write("new.txt",
                "New\n\nThe Syrian Democratic Forces' SDF entered Tabka on 4 May 2017.\n");
  (void)archive.update();
  check_union(archive.index(), distribute(archive.index(), 0).shards);
}

TEST_CASE("values that a rebuild numbers otherwise are numbered so in every shard") {
  const ManyArticles archive(60);
  (void)distribute(archive.index(), 3);
  // Comes first, and with it an actor that no other article has.
  archive.write("a", "First\n\nGeneral Kamal Nasser of the Cedar Front spoke in Homs.\n");
  (void)archive.build();
  check_union(archive.index(), distribute(archive.index(), 0).shards);
}

TEST_CASE("a shard more takes its articles from the others and leaves the rest where it was") {
  const ManyArticles archive(120);
  DistributeOptions options;
  options.index = archive.index();
  for (const auto* name : {"one", "two", "three"})
    options.shards.push_back(archive.folder() / name);
  (void)distribute_index(options);
  options.shards.push_back(archive.folder() / "four");
  const auto report = distribute_index(options);
  check_union(archive.index(), report.shards);
  for (std::size_t i = 0; i < 3; ++i) CHECK(report.shards[i].added == 0);
  CHECK(report.shards[3].removed == 0);
}

TEST_CASE("a lexicon that changed reaches the shards") {
  const ManyArticles archive(60);
  (void)distribute(archive.index(), 3);
  const auto lexicon = archive.folder() / "mine.toml";
  index::write_durably(lexicon,
                       "[[actor]]\nid = \"olive\"\nname = \"Olive Front\"\nkind = \"rebels\"\n");
  auto options = archive.options();
  options.lexicons = {lexicon};
  CHECK(update_index(options).lexicon_changed);
  check_union(archive.index(), distribute(archive.index(), 0).shards);
}

TEST_CASE("the number of threads does not change what the shards hold") {
  const ManyArticles archive(50);
  DistributeOptions options;
  options.index = archive.index();
  std::vector<std::multiset<std::string>> documents;
  for (const unsigned threads : {1U, 3U}) {
    options.shards.clear();
    for (const auto* name : {"x", "y", "z"})
      options.shards.push_back(archive.folder() / (name + std::to_string(threads)));
    options.threads = threads;
    for (const auto& shard : distribute_index(options).shards)
      documents.push_back(documents_of(database_of(shard.path)));
  }
  for (std::size_t i = 0; i < 3; ++i) CHECK(documents[i] == documents[i + 3]);
}

TEST_CASE("served names the newest generation, also if a killed run left it behind") {
  const ManyArticles archive(20);
  const auto shard = distribute(archive.index(), 2).shards.front();
  const auto served = indexer::served_path(shard.path);
  CHECK(index::read_file(served) == "auto " + shard.generation + "/passages\n");
  CHECK(Xapian::Database(served.string()).get_doccount() == shard.passages);
  index::replace_durably(served, "auto gen-000099/passages\n");
  (void)distribute(archive.index(), 0);
  CHECK(index::read_file(served) == "auto " + shard.generation + "/passages\n");
}

TEST_CASE("what is cancelled publishes no shard") {
  const ManyArticles archive(20);
  DistributeOptions options;
  options.index = archive.index();
  options.count = 2;
  options.cancelled = [] { return true; };
  CHECK(distribute_index(options).cancelled);
  for (const auto& shard : indexer::shard_folders(archive.index(), 2)) {
    CHECK_FALSE(index::current_generation(shard));
    CHECK_FALSE(fs::exists(shard / "gen-000001"));
  }
  options.cancelled = nullptr;
  check_union(archive.index(), distribute_index(options).shards);
}

TEST_CASE("folders that cannot be shards of the index are refused, and what is in them stays") {
  const ManyArticles archive(12), other(12);
  DistributeOptions options;
  options.index = archive.index();
  const auto refused = [&](const std::string& reason) {
    CHECK_THROWS_WITH(distribute_index(options), Catch::Contains(reason));
  };
  refused("the index is in no shards yet");
  options.shards = {archive.index()};
  refused("is the index itself");
  options.shards = {archive.folder() / "s", archive.folder() / "x" / ".." / "s"};
  refused("is named twice");
  options.shards = {other.index()};
  refused("holds an index that is no shard");
  CHECK(verify_index(other.index()).empty());
  options.shards = {archive.folder() / "one", archive.folder() / "two"};
  (void)distribute_index(options);
  std::swap(options.shards[0], options.shards[1]);
  refused("is shard 2 of 2 and was given as number 1");
  options.index = other.index();
  std::swap(options.shards[0], options.shards[1]);
  refused("is a shard of another index, " + archive.index().string());
  options.index = archive.folder() / "one";
  options.shards = {archive.folder() / "three"};
  refused("is shard 1 of 2 of the index");
}

TEST_CASE("a shard is changed by nothing but distributing") {
  const ManyArticles archive(12);
  UpdateOptions options;
  options.index = distribute(archive.index(), 2).shards.front().path;
  const auto digest = index_status(options.index).digest;
  CHECK_THROWS_WITH(update_index(options), Catch::Contains("is shard 1 of 2 of the index"));
  CHECK_THROWS_WITH(compact_index(options), Catch::Contains("then furat-index distribute"));
  CHECK_THROWS_WITH(remove_articles(options, {"a1.txt"}), Catch::Contains("is shard 1 of 2"));
  CHECK_THROWS_WITH(archive.build(options.index), Catch::Contains("is shard 1 of 2"));
  CHECK(index_status(options.index).digest == digest);
}

TEST_CASE("status says of which index a shard is, and how many shards an index has inside") {
  const ManyArticles archive(12);
  const auto shard = distribute(archive.index(), 2).shards.back();
  const auto status = index_status(shard.path);
  REQUIRE(status.shard);
  CHECK(status.shard->number == 2);
  CHECK(status.shard->of == 2);
  CHECK(status.shard->source == archive.index());
  CHECK(status.shard->generation == "gen-000001");
  CHECK(index_status(archive.index()).shards == 2);
  CHECK_FALSE(index_status(archive.index()).shard);
  CHECK(index_status(archive.index()).other_generations.empty());
}

TEST_CASE(
    "cluster.toml is written, follows the shards, and is left alone once somebody changed it") {
  const ManyArticles archive(12);
  const auto file = archive.index() / "cluster.toml";
  CHECK(distribute(archive.index(), 2).clusters_left.empty());
  const auto two = index::read_file(file).value();
  CHECK(two.find("name = \"shard-0002\"\naddresses = [\"shard-0002\"]\n") != std::string::npos);
  CHECK(distribute(archive.index(), 3).clusters_left.empty());
  CHECK(index::read_file(file).value().find("shard-0003") != std::string::npos);
  index::replace_durably(file, two + "# mine\n");
  CHECK(distribute(archive.index(), 3).clusters_left == std::vector{file});
  CHECK(index::read_file(file) == two + "# mine\n");
}
