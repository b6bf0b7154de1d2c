#include "indexer/shards/shard_writer.hpp"

#include <algorithm>
#include <utility>

#include "index/file_digests.hpp"
#include "index/files.hpp"
#include "index/metadata.hpp"
#include "index/passages_database.hpp"
#include "index/schema.hpp"
#include "index/served_tables.hpp"
#include "index/tables.hpp"
#include "indexer/shards/shard_set.hpp"
#include "indexer/stored_articles.hpp"
#include "indexer/update/guarded.hpp"
#include "indexer/update/last_run.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

/// Beyond this share of its passages, writing a shard anew is as fast and leaves no slack.
constexpr std::size_t kMostChanged = 10;  // a tenth

/// What is published in the folder, if it can be read and is a shard.
std::optional<StandingIndex> standing_shard(const fs::path& shard) {
  if (!index::shard_record(shard)) return std::nullopt;
  try {
    return std::optional<StandingIndex>(std::in_place, shard);
  } catch (const IndexError&) {
    return std::nullopt;  // written anew
  }
}

}  // namespace

ShardWriter::ShardWriter(const ShardSource& source, std::uint32_t number, fs::path shard, bool wait,
                         const std::function<bool()>& cancelled)
    : source_(source),
      number_(number),
      shard_(std::move(shard)),
      writer_(shard_, wait, cancelled),
      database_(index::open_passages(source.path, source.completion)),
      table_(source.spread->table_of(number, source.table, source.index, shard_)) {
  report_.path = shard_;
}

/// Documents of articles that did not change can stay only if the numbers in them still mean the
/// same, and were made by the same rules.
bool ShardWriter::can_adopt(const StandingIndex& standing) const {
  for (const auto key :
       {index::key::kSchema, index::key::kLexicon, index::key::kRules, index::key::kReading})
    if (index::metadata_at(standing.database, key) != index::metadata_at(database_, key))
      return false;
  bool same = true;
  index::for_each_key(standing.database, index::key::kValues, [&](const std::string& key) {
    const auto record = index::decode_value_record(standing.database.get_metadata(key));
    if (!record) same = false;
    if (!same) return;
    // A value that the index has no more is none of an article that stays.
    const auto by_id = index::key::value_id(record->dimension, record->id);
    const auto now = database_.get_metadata(by_id);
    same = now.empty() || now == standing.database.get_metadata(by_id);
  });
  return same;
}

/// Articles with other records leave or come; a record has the digest of all that the index holds
/// of its article.
void ShardWriter::compare_articles(const StandingIndex& standing) {
  const auto& spread = *source_.spread;
  index::for_each_key(standing.database, index::key::kArticles, [&](const std::string& key) {
    const auto number = index::key::number_in(key);
    const auto bytes = standing.database.get_metadata(key);
    if (spread.is_in(number_, number) && database_.get_metadata(key) == bytes) {
      coming_[number] = false;
      return;
    }
    leaving_.push_back(number);
    leaving_ids_.push_back(
        guarded(shard_, [&] { return article_record(standing.database, number).id; }));
  });
  for (std::uint32_t number = 0; number < coming_.size(); ++number)
    if (coming_[number]) passages_to_copy_ += article_record(database_, number).passages;
}

void ShardWriter::plan_anew() {
  for (std::uint32_t number = 0; number < coming_.size(); ++number)
    coming_[number] = source_.spread->is_in(number_, number);
  passages_to_copy_ = contents().passages;
  adopts_ = false;
}

std::size_t ShardWriter::plan() {
  coming_.resize(source_.spread->numbers());
  plan_anew();
  standing_ = standing_shard(shard_);
  if (!standing_) {
    report_.added = contents().articles;
    return passages_to_copy_;
  }
  passages_to_copy_ = 0;
  standing_record_ = index::shard_record(standing_->database);
  compare_articles(*standing_);
  const auto coming = static_cast<std::size_t>(std::count(coming_.begin(), coming_.end(), true));
  const auto is_coming = [this](std::uint32_t number) {
    return number < coming_.size() && coming_[number];
  };
  report_.changed =
      static_cast<std::size_t>(std::count_if(leaving_.begin(), leaving_.end(), is_coming));
  report_.added = coming - report_.changed;
  report_.removed = leaving_.size() - report_.changed;
  const auto stood = standing_->generation.completion().counts.passages;
  const auto staying = contents().passages - passages_to_copy_;
  const auto moved = (stood - std::min<std::size_t>(staying, stood)) + passages_to_copy_;
  adopts_ = moved <= stood / kMostChanged && can_adopt(*standing_);
  if (!adopts_) plan_anew();
  return passages_to_copy_;
}

index::ShardRecord ShardWriter::record() const {
  index::ShardRecord record;
  record.number = number_ + 1;
  record.of = source_.spread->shards();
  record.source = fs::absolute(source_.index).lexically_normal().string();
  record.generation = source_.generation;
  record.digest = source_.completion.digest;
  record.set = source_.distribution.set;
  record.round = source_.distribution.round;
  for (std::uint32_t shard = 0; shard < record.of; ++shard)
    record.digests.push_back(index::hex(source_.spread->contents(shard).digest));
  return record;
}

/// Of a shard whose documents stay as they are.
bool ShardWriter::is_as_it_should_be(const index::Metadata& entries) const {
  const auto& database = standing_->database;
  const auto& standing = standing_record_;
  const auto wanted = record();
  return index::has_served_tables(database) && has_entries(database, entries) && standing &&
         standing->number == wanted.number && standing->of == wanted.of &&
         standing->source == wanted.source && standing->set == wanted.set &&
         index::encode_file_digests(standing_->table) == index::encode_file_digests(table_);
}

void ShardWriter::prepare(CopyState& state) {
  if (adopts_ && leaving_.empty() && passages_to_copy_ == 0 &&
      is_as_it_should_be(source_.tables->of_shard(database_, standing_->database)))
    return;
  prepare_anyway(state);
}

void ShardWriter::prepare_anyway(CopyState& state) {
  write_documents(state);
  if (!state.stop) write_tables();
}

void ShardWriter::write_documents(CopyState& state) {
  if (adopts_) writer_.adopt(standing_->generation, leaving_ids_, leaving_);
  if (adopts_ && passages_to_copy_ == 0) return;
  constexpr std::uint64_t kTimes = 3;  // a segment is not packed as densely
  const auto segments = copy_articles(
      database_,
      [this](std::uint32_t number) { return number < coming_.size() && coming_[number]; },
      writer_.segments_folder(), kTimes * source_.bytes_of_passage, state);
  if (!state.stop) writer_.add(segments);
}

void ShardWriter::write_tables() {
  auto entries =
      source_.tables->of_shard(database_, Xapian::Database(writer_.database_path().string()));
  index::Completion completion;
  completion.counts = {contents().articles, contents().passages, 0};
  const auto is_value = [](const auto& entry) {
    return entry.first.starts_with(index::key::kValues);
  };
  completion.counts.values =
      static_cast<std::uint32_t>(std::count_if(entries.begin(), entries.end(), is_value));
  completion.digest = index::hex(contents().digest);
  {
    // The tables for others repeat the slots and metadata: less than the passages themselves.
    auto database = writer_.open_database(contents().passages * source_.bytes_of_passage);
    store_entries(database, std::move(entries));
    GenerationWriter::store_counts(database, completion.counts);
    completion.uuid = database.get_uuid();
    index::write_served_tables(database,
                               {completion, writer_.name(), index::encode_file_digests(table_)});
    index::store_shard_record(database, record());
    database.commit();
  }
  writer_.prepare(completion, table_);
  index::sync_tree(writer_.path());  // so that publishing all shards takes little time
  completion_ = completion;
}

ShardReport ShardWriter::publish() {
  report_.articles = contents().articles;
  report_.passages = contents().passages;
  report_.written = has_written();
  if (completion_) writer_.publish_prepared(*completion_);
  report_.generation = completion_ ? writer_.name() : standing_->generation.name();
  point_served_to(shard_, report_.generation);
  report_.bytes = index::bytes_below(shard_ / report_.generation);
  UpdateReport run;
  run.added = report_.added;
  run.changed = report_.changed;
  run.removed = report_.removed;
  run.unchanged = report_.articles - report_.added - report_.changed;
  if (completion_) run.generation = report_.generation;
  remember_run(shard_, "distribute", run);
  return std::move(report_);
}

}  // namespace furat::indexer
