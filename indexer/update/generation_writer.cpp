#include "indexer/update/generation_writer.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "furat/errors.hpp"
#include "index/columns_writer.hpp"
#include "index/files.hpp"
#include "index/metadata.hpp"
#include "index/metadata_digest.hpp"
#include "index/rules_version.hpp"
#include "index/tables.hpp"
#include "indexer/lexicon_record.hpp"
#include "indexer/merge.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

/// Up to this many passages, or this share of those that stand, adding one by one is faster than
/// merging everything anew.
constexpr std::uint32_t kFewPassages = 2000;
constexpr std::uint32_t kFewShare = 50;  // a fiftieth
/// More than changes of the tables ever take on the disk.
constexpr std::uint64_t kRoomForTables = 8'000'000;

std::int64_t modification_time(const fs::path& path) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return 0;
  return status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
}

std::unique_ptr<index::NewGeneration> take_lock(const fs::path& index, bool wait,
                                                const std::function<bool()>& cancelled) {
  constexpr auto kPatience = std::chrono::milliseconds(100);
  for (;;) {
    try {
      return std::make_unique<index::NewGeneration>(index);
    } catch (const IndexError& error) {
      if (!wait || error.kind() != IndexError::Kind::locked || (cancelled && cancelled())) throw;
    }
    std::this_thread::sleep_for(kPatience);
  }
}

}  // namespace

void require_articles(const IndexContents& contents, const fs::path& index,
                      const std::string& argument, const std::string& text) {
  if (contents.articles != 0) return;
  throw RequestError(
      "every article would leave the index; if that is meant, delete the index folder " +
          index.string(),
      argument, text);
}

GenerationWriter::GenerationWriter(const fs::path& index, bool wait,
                                   const std::function<bool()>& cancelled)
    : generation_(take_lock(index, wait, cancelled)),
      begun_(modification_time(generation_->path())) {}

fs::path GenerationWriter::segments_folder() const {
  auto folder = generation_->path() / "segments";
  fs::create_directories(folder);
  return folder;
}

fs::path GenerationWriter::database_path() const { return index::passages_path(path()); }

Xapian::WritableDatabase GenerationWriter::open_database(std::uint64_t room) const {
  index::require_free_space(path(), kRoomForTables + room);
  // What is written becomes durable when the generation is published.
  return Xapian::WritableDatabase(database_path().string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
}

void GenerationWriter::store_counts(Xapian::WritableDatabase& database,
                                    const index::IndexCounts& counts) {
  namespace key = index::key;
  database.set_metadata(std::string(key::kCounts), encode(counts));
  database.set_metadata(std::string(key::kMetadataDigest), index::metadata_digest(database));
}

void GenerationWriter::adopt(const index::OpenGeneration& old,
                             const std::vector<std::string>& without_ids,
                             const std::vector<std::uint32_t>& without_numbers) {
  const auto from = index::passages_path(old.path());
  fs::create_directory(database_path());
  for (const auto& entry : fs::directory_iterator(from))
    index::copy_file(entry.path(), database_path() / entry.path().filename());
  adopted_ = true;
  adopted_passages_ = old.completion().counts.passages;
  if (without_numbers.empty()) return;
  auto database = open_database();
  for (const auto& id : without_ids)
    database.delete_document(index::bounded_term(index::prefix::kArticle, id));
  for (const auto number : without_numbers) database.set_metadata(index::key::article(number), "");
  database.commit();
}

void GenerationWriter::add(const std::vector<SegmentSummary>& segments) {
  std::size_t passages = 0;
  for (const auto& segment : segments) passages += segment.passages;
  if (adopted_ && passages <= std::max(kFewPassages, adopted_passages_ / kFewShare))
    copy_documents(segments);
  else
    merge(segments);
  fs::remove_all(segments_folder());
}

void GenerationWriter::copy_documents(const std::vector<SegmentSummary>& segments) {
  std::uint64_t bytes = 0;
  for (const auto& summary : segments) bytes += 2 * index::bytes_below(summary.path);
  auto database = open_database(bytes);
  for (const auto& summary : segments) {
    const Xapian::Database segment(summary.path.string());
    for (auto id = segment.postlist_begin(""); id != segment.postlist_end(""); ++id)
      database.add_document(segment.get_document(*id));
    index::for_each_key(segment, "", [&](const std::string& key) {
      database.set_metadata(key, segment.get_metadata(key));
    });
  }
  database.commit();
}

void GenerationWriter::merge(const std::vector<SegmentSummary>& segments) {
  std::vector<fs::path> parts;
  if (adopted_) {
    parts.push_back(segments_folder() / "adopted");
    fs::rename(database_path(), parts.front());
  }
  for (const auto& segment : segments) parts.push_back(segment.path);
  merge_segments(std::move(parts), database_path());
}

void GenerationWriter::compact() {
  merge({});
  fs::remove_all(segments_folder());
}

index::Completion GenerationWriter::publish(const IndexContents& contents,
                                            const Annotator& annotator, const ValueNumbers& numbers,
                                            const ArchiveValues& archive,
                                            const index::FileTable& files) {
  index::Completion completion;
  completion.counts.articles = contents.articles;
  completion.counts.passages = contents.passages;
  completion.digest = index::hex(contents.digest);
  {
    auto database = open_database();
    completion.counts.values = update_value_tables(database, annotator, numbers, archive);
    namespace key = index::key;
    database.set_metadata(std::string(key::kSchema), std::to_string(index::kSchemaVersion));
    database.set_metadata(std::string(key::kLexicon), annotator.lexicon_version());
    database.set_metadata(std::string(kLexiconRecord), lexicon_record(annotator, numbers));
    database.set_metadata(std::string(key::kRules), std::to_string(index::kRulesVersion));
    database.set_metadata(std::string(key::kReading), std::to_string(index::kReadingVersion));
    store_counts(database, completion.counts);
    database.commit();
  }
  prepare(completion, files);
  publish_prepared(completion);
  return completion;
}

index::Completion GenerationWriter::publish_as_it_was(const index::Completion& old,
                                                      const index::FileTable& files) {
  auto completion = old;
  prepare(completion, files);
  publish_prepared(completion);
  return completion;
}

void GenerationWriter::prepare(index::Completion& completion, const index::FileTable& files) {
  const Xapian::Database database(database_path().string());
  completion.uuid = database.get_uuid();
  if (database.get_doccount() != completion.counts.passages)
    throw IndexError(IndexError::Kind::damaged, path().string(),
                     "the new index does not hold the passages that were written; nothing was "
                     "published");
  index::write_columns(database_path(), index::columns_path(path()));
  index::store_file_table(path(), files);
}

void GenerationWriter::publish_prepared(const index::Completion& completion) {
  generation_->publish(completion);
}

}  // namespace furat::indexer
