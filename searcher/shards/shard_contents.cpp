#include "searcher/shards/shard_contents.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <mutex>
#include <utility>

#include "index/file_digests.hpp"
#include "index/passages_database.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"

namespace furat {
namespace {

std::optional<index::ShardRecord> known_record(const Xapian::Database& database) {
  auto record = index::shard_record(database);
  return record && record->number != 0 ? record : std::nullopt;
}

/// Those of one handle, for several threads: what is merged anew and what an older merge reads
/// late may want them at the same time.
class LockedSlots final : public index::SlotStreams {
 public:
  explicit LockedSlots(const Xapian::Database& own) : slots_(own) {}

  void each(index::Slot slot, const Use& use) const override {
    const std::lock_guard lock(mutex_);
    slots_.each(slot, use);
  }
  [[nodiscard]] Xapian::docid last_document() const override {
    const std::lock_guard lock(mutex_);
    return slots_.last_document();
  }

 private:
  mutable std::mutex mutex_;
  index::DatabaseSlots slots_;
};

std::vector<std::uint64_t> marks_of(const ShardContents& shard) {
  constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> articles(std::size_t{shard.slots().last_document()} + 1, kNone);
  shard.slots().each(index::kSlotArticle, [&](Xapian::docid document, std::string_view value) {
    // What is damaged is said where the shards are merged.
    if (document < articles.size()) articles[document] = index::article_in(value).value_or(kNone);
  });
  std::vector<std::uint64_t> marks;
  std::uint32_t last = kNone;
  shard.slots().each(index::kSlotOrder, [&](Xapian::docid document, std::string_view order) {
    const auto article = document < articles.size() ? articles[document] : kNone;
    if (article == last) return;  // passages of an article stand together
    last = article;
    std::string mark(order.substr(0, order.find('\0')));
    mark += '\0';
    mark += shard.file_digest(article);
    marks.push_back(index::stable_hash(mark));
  });
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

class LocalShard final : public ShardContents {
 public:
  explicit LocalShard(const std::filesystem::path& index)
      : index_(std::filesystem::absolute(index)),
        generation_(index_),
        database_(open()),
        slots_(open()),
        columns_(index::FacetColumns::open(database_, index::columns_path(generation_.path()))),
        file_digests_(generation_.path()),
        record_(known_record(database_)) {}

  [[nodiscard]] std::string place() const override { return index_.string(); }
  [[nodiscard]] const std::string& generation() const override { return generation_.name(); }
  [[nodiscard]] const index::Completion& completion() const override {
    return generation_.completion();
  }
  [[nodiscard]] const std::optional<index::ShardRecord>& record() const override { return record_; }
  [[nodiscard]] const index::FacetColumns& columns() const override { return columns_; }
  [[nodiscard]] const index::SlotStreams& slots() const override { return slots_; }
  [[nodiscard]] MetadataTable metadata() const override {
    return index::served_metadata(database_);
  }
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) const override {
    return file_digests_.of(article);
  }
  [[nodiscard]] Xapian::Database connect(const Cluster&) const override { return open(); }
  [[nodiscard]] bool is_newest(const Cluster&) const override {
    return index::current_generation(index_) == generation_.name();
  }

 private:
  [[nodiscard]] Xapian::Database open() const {
    return index::open_passages(generation_.path(), generation_.completion());
  }

  std::filesystem::path index_;
  index::OpenGeneration generation_;
  Xapian::Database database_;
  LockedSlots slots_;
  index::FacetColumns columns_;
  index::FileDigests file_digests_;
  std::optional<index::ShardRecord> record_;
};

class RemoteShard final : public ShardContents {
 public:
  RemoteShard(ShardAddress address, const Cluster& limits)
      : RemoteShard(address, address.connect(limits)) {}

  RemoteShard(ShardAddress address, const Xapian::Database& database)
      : address_(std::move(address)),
        tables_(database, address_.text()),
        columns_(index::column_arrays(tables_)),
        file_digests_(tables_.facts().file_digests, address_.text()),
        record_(known_record(database)) {}

  [[nodiscard]] std::string place() const override { return address_.text(); }
  [[nodiscard]] const std::string& generation() const override { return tables_.facts().name; }
  [[nodiscard]] const index::Completion& completion() const override {
    return tables_.facts().completion;
  }
  [[nodiscard]] const std::optional<index::ShardRecord>& record() const override { return record_; }
  [[nodiscard]] const index::FacetColumns& columns() const override { return columns_; }
  [[nodiscard]] const index::SlotStreams& slots() const override { return tables_; }
  [[nodiscard]] MetadataTable metadata() const override { return tables_.metadata(); }
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) const override {
    return file_digests_.of(article);
  }
  [[nodiscard]] Xapian::Database connect(const Cluster& limits) const override {
    auto database = address_.connect(limits);
    if (!tables_.are_of(database))
      throw Xapian::NetworkError("the shard has another generation by now", address_.text());
    return database;
  }
  [[nodiscard]] bool is_newest(const Cluster& limits) const override {
    return tables_.are_of(address_.connect(limits));
  }

 private:
  ShardAddress address_;
  index::ServedTables tables_;
  index::FacetColumns columns_;
  index::FileDigests file_digests_;
  std::optional<index::ShardRecord> record_;
};

}  // namespace

const std::vector<std::uint64_t>& ShardContents::article_marks() const {
  return marks_.get([this] { return marks_of(*this); });
}

std::shared_ptr<const ShardContents> load_shard(const ShardAddress& address,
                                                const Cluster& limits) {
  if (address.is_remote()) return std::make_shared<RemoteShard>(address, limits);
  return std::make_shared<LocalShard>(address.folder());
}

}  // namespace furat
