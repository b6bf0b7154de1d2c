// Which shards may be counted together, and which are older than others know of.
#include "searcher/shards/shard_agreement.hpp"

#include <stdexcept>

#include "index/varint.hpp"

#include "tests/support/catch.hpp"

using namespace furat;

namespace {

struct File {
  std::string article, digest;
};

/// Two passages of each article.
class SlotsOf final : public index::SlotStreams {
 public:
  explicit SlotsOf(std::vector<File> articles) : articles_(std::move(articles)) {}
  void each(index::Slot slot, const Use& use) const override {
    for (Xapian::docid document = 1; document <= last_document(); ++document) {
      const auto article = (document - 1) / 2;
      std::string number;
      index::append_varint(number, article + 1);
      use(document, slot == index::kSlotArticle
                        ? number
                        : index::order_key(articles_[article].article, 1 + (document - 1) % 2));
    }
  }
  [[nodiscard]] Xapian::docid last_document() const override {
    return static_cast<Xapian::docid>(2 * articles_.size());
  }
  [[nodiscard]] const std::vector<File>& articles() const { return articles_; }

 private:
  std::vector<File> articles_;
};

/// Of a shard nothing but what it says of itself, and its articles.
class SaidShard final : public ShardContents {
 public:
  explicit SaidShard(std::optional<index::ShardRecord> record, std::string digest,
                     std::vector<File> articles = {})
      : record_(std::move(record)), slots_(std::move(articles)) {
    completion_.digest = std::move(digest);
  }
  [[nodiscard]] std::string place() const override { throw_unasked(); }
  [[nodiscard]] const std::string& generation() const override { throw_unasked(); }
  [[nodiscard]] const index::Completion& completion() const override { return completion_; }
  [[nodiscard]] const std::optional<index::ShardRecord>& record() const override { return record_; }
  [[nodiscard]] const index::FacetColumns& columns() const override { throw_unasked(); }
  [[nodiscard]] const index::SlotStreams& slots() const override { return slots_; }
  [[nodiscard]] MetadataTable metadata() const override { throw_unasked(); }
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) const override {
    return slots_.articles().at(article - 1).digest;
  }
  [[nodiscard]] Xapian::Database connect(const Cluster&) const override { throw_unasked(); }
  [[nodiscard]] bool is_newest(const Cluster&) const override { throw_unasked(); }

 private:
  [[noreturn]] static void throw_unasked() { throw std::logic_error("nobody needs this"); }

  std::optional<index::ShardRecord> record_;
  SlotsOf slots_;
  index::Completion completion_;
};

/// Shard `number` of as many as there are digests, written in `round`.
SaidShard shard(std::uint32_t number, std::uint64_t round, std::vector<std::string> digests,
                const std::string& set = "set") {
  index::ShardRecord record;
  record.number = number;
  record.of = static_cast<std::uint32_t>(digests.size());
  record.source = "/srv/" + set;
  record.set = set;
  record.round = round;
  record.digests = digests;
  return SaidShard(record, digests[number - 1]);
}

using Flags = std::vector<bool>;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("shards of one round, and those that did not change since, belong together") {
  const auto one = shard(1, 1, {"a", "b", "c"}), two = shard(2, 3, {"a", "b3", "c"}),
             three = shard(3, 2, {"a", "b", "c"});
  const auto agreement = agreement_of({{"one", &one}, {"two", &two}, {"three", &three}});
  CHECK(agreement.conflicts == Texts{"", "", ""});
  CHECK(agreement.is_stale == Flags{false, false, false});
  CHECK(agreement.unnamed.empty());
}

TEST_CASE("a shard that changed in a later round than it was written in is stale") {
  const auto one = shard(1, 2, {"a2", "b2"}), two = shard(2, 1, {"a", "b"});
  CHECK(agreement_of({{"one", &one}, {"two", &two}}).is_stale == Flags{false, true});
  CHECK(agreement_of({{"two", &two}, {"one", &one}}).is_stale == Flags{true, false});
}

TEST_CASE("all shards of an older round are one state of the index: none is stale") {
  const auto one = shard(1, 1, {"a", "b"}), two = shard(2, 1, {"a", "b"});
  CHECK(agreement_of({{"one", &one}, {"two", &two}}).is_stale == Flags{false, false});
}

TEST_CASE("of one shard given twice the later one is counted, else the first") {
  const auto old = shard(1, 1, {"a", "b"}), later = shard(1, 2, {"a2", "b"}),
             other = shard(2, 1, {"a", "b"});
  CHECK(agreement_of({{"old", &old}, {"later", &later}, {"other", &other}}).conflicts ==
        Texts{"is shard 1 of 2 of /srv/set, as later is", "", ""});
  CHECK(agreement_of({{"later", &later}, {"old", &old}, {"other", &other}}).conflicts ==
        Texts{"", "is shard 1 of 2 of /srv/set, as later is", ""});
  CHECK(agreement_of({{"x", &old}, {"y", &old}}).conflicts ==
        Texts{"", "is shard 1 of 2 of /srv/set, as x is"});
}

TEST_CASE("shards of another number of shards are left out, and nothing is said of those unnamed") {
  const auto one = shard(1, 2, {"a", "b", "c"}), two = shard(2, 1, {"a", "b"}),
             three = shard(3, 2, {"a", "b", "c"});
  const auto agreement = agreement_of({{"one", &one}, {"two", &two}, {"three", &three}});
  CHECK(agreement.conflicts ==
        Texts{"", "is shard 2 of 2 of /srv/set, which is in 3 shards by now", ""});
  CHECK(agreement.is_stale == Flags{false, false, false});
  CHECK(agreement.unnamed.empty());
}

TEST_CASE("shards that nobody named are missing where others of the index are searched together") {
  const auto one = shard(1, 1, {"a", "b", "c", "d"}), three = shard(3, 1, {"a", "b", "c", "d"});
  const auto unnamed = agreement_of({{"one", &one}, {"three", &three}}).unnamed;
  REQUIRE(unnamed.size() == 1);
  CHECK(unnamed[0].source == "/srv/set");
  CHECK(unnamed[0].of == 4);
  CHECK(unnamed[0].numbers == std::vector<std::uint32_t>{2, 4});
  // One alone is what is wanted; one that does not answer may be any of them.
  CHECK(agreement_of({{"one", &one}}).unnamed.empty());
  CHECK(agreement_of({{"one", &one}, {"three", &three}, {"down", nullptr}}).unnamed.empty());
}

TEST_CASE("shards of different indexes have nothing to do with each other") {
  const auto ours = shard(1, 1, {"a"}), theirs = shard(1, 7, {"x"}, "other");
  const auto agreement = agreement_of({{"ours", &ours}, {"theirs", &theirs}});
  CHECK(agreement.conflicts == Texts{"", ""});
  CHECK(agreement.is_stale == Flags{false, false});
}

TEST_CASE("an index that has no article of its own is left out, whatever order they are given in") {
  const SaidShard whole(std::nullopt, "w", {{"a", "1"}, {"b", "2"}, {"c", "3"}}),
      part(std::nullopt, "p", {{"b", "2"}}), other(std::nullopt, "o", {{"b", "another file"}});
  CHECK(agreement_of({{"part", &part}, {"whole", &whole}, {"other", &other}}).conflicts ==
        Texts{"has no article that is not in whole", "", ""});
  CHECK(agreement_of({{"x", &whole}, {"y", &whole}}).conflicts ==
        Texts{"", "has no article that is not in x"});
}

TEST_CASE("articles that two indexes have are told where each has others") {
  const SaidShard one(std::nullopt, "1", {{"a", "1"}, {"b", "2"}, {"c", "3"}}),
      two(std::nullopt, "2", {{"b", "2"}, {"c", "3 changed"}, {"d", "4"}});
  const auto agreement = agreement_of({{"one", &one}, {"two", &two}});
  CHECK(agreement.conflicts == Texts{"", ""});
  REQUIRE(agreement.counted_twice.size() == 1);
  CHECK(agreement.counted_twice[0].shard == 1);
  CHECK(agreement.counted_twice[0].other == 0);
  CHECK(agreement.counted_twice[0].articles == 1);
}

TEST_CASE("an index and its shards are counted once") {
  index::ShardRecord record;
  record.number = 1;
  record.of = 2;
  record.digests = {"p", "q"};
  const SaidShard whole(std::nullopt, "w", {{"a", "1"}, {"b", "2"}}),
      shard(record, "p", {{"a", "1"}});
  CHECK(agreement_of({{"shard", &shard}, {"whole", &whole}}).conflicts ==
        Texts{"has no article that is not in whole", ""});
}

TEST_CASE("indexes without articles are counted: they change nothing") {
  const SaidShard one(std::nullopt, "1"), two(std::nullopt, "2");
  CHECK(agreement_of({{"one", &one}, {"two", &two}}).conflicts == Texts{"", ""});
}
