#include <xapian.h>

#include <algorithm>
#include <charconv>

#include "furat/distributing.hpp"
#include "furat/indexing.hpp"
#include "index/check_counts.hpp"
#include "index/file_table.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/metadata.hpp"
#include "index/passages_database.hpp"
#include "index/shard_record.hpp"
#include "index/verify.hpp"
#include "index/xapian_errors.hpp"
#include "indexer/shards/shard_set.hpp"
#include "indexer/update/last_run.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;

std::uint32_t version_at(const Xapian::Database& database, std::string_view key) {
  std::uint32_t version = 0;
  const auto text = index::metadata_at(database, key);
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

void add_files(const index::FileTable& table, IndexStatus& status) {
  for (const auto& input : table.inputs)
    if (index::is_on_disk(input)) status.inputs.push_back(input.given);
  for (const auto& file : table.files) {
    if (index::is_on_disk(table.inputs[file.input])) ++status.files;
    const bool excluded = file.state == index::FileState::excluded;
    if (excluded || !file.reason.empty())
      status.notes.push_back({file.name, excluded, file.reason});
  }
}

}  // namespace

IndexStatus index_status(const fs::path& index) {
  const index::OpenGeneration generation(index);
  const auto& completion = generation.completion();
  IndexStatus status;
  status.index = index;
  status.generation = generation.name();
  status.digest = completion.digest;
  status.schema_version = completion.schema_version;
  status.articles = completion.counts.articles;
  status.passages = completion.counts.passages;
  status.values = completion.counts.values;
  try {
    status.bytes_on_disk = index::bytes_below(generation.path());
    const auto database = index::open_passages(generation.path(), completion);
    status.lexicon = index::metadata_at(database, index::key::kLexicon);
    status.rules_version = version_at(database, index::key::kRules);
    status.reading_version = version_at(database, index::key::kReading);
    const auto table = index::read_file_table(generation.path());
    add_files(table, status);
    for (const auto& path : table.lexicons)
      status.lexicons.push_back((index / path).lexically_normal());
    for (const auto& path : table.gazetteers)
      status.gazetteers.push_back((index / path).lexically_normal());
    status.last_run = indexer::last_run(index);
    status.shards = shards_inside(index);
    if (const auto record = index::shard_record(database))
      status.shard = ShardOrigin{record->number, record->of, record->source, record->generation};
    for (const auto& entry : fs::directory_iterator(index))
      if (entry.is_directory() && entry.path() != generation.path() &&
          !indexer::is_shard_folder(entry.path().filename().string()))
        status.other_generations.push_back(entry.path().filename().string());
  } catch (const Xapian::Error& error) {
    throw index::as_index_error(error, generation.path());
  } catch (const fs::filesystem_error& error) {
    throw IndexError(index::kind_of_failure(error.code()), index.string(), error.what());
  }
  std::sort(status.other_generations.begin(), status.other_generations.end());
  return status;
}

std::vector<std::string> verify_index(const fs::path& index) { return index::faults_of(index); }

CountCheck verify_counts(const fs::path& index) { return index::check_counts(index); }

}  // namespace furat
