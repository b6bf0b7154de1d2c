#include <algorithm>
#include <set>

#include "furat/updating.hpp"
#include "index/files.hpp"
#include "index/metadata.hpp"
#include "indexer/lexicon_record.hpp"
#include "indexer/recognition_data.hpp"
#include "indexer/shards/shard_set.hpp"
#include "indexer/stored_articles.hpp"
#include "indexer/update/generation_writer.hpp"
#include "indexer/update/guarded.hpp"
#include "indexer/update/index_run.hpp"
#include "indexer/update/last_run.hpp"

namespace furat {
namespace {

using indexer::StandingIndex;

/// The files that a name stands for: one, or all of a folder. The id of a given article is no path:
/// it stands for itself alone.
std::vector<std::size_t> files_named(const index::FileTable& table, std::string_view name) {
  auto folder = name;
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  std::vector<std::size_t> files;
  for (std::size_t i = 0; i < table.files.size(); ++i) {
    const std::string_view file = table.files[i].name;
    const bool on_disk = index::is_on_disk(table.inputs[table.files[i].input]);
    const bool inside =
        file.size() > folder.size() && file.starts_with(folder) && file[folder.size()] == '/';
    if (file == name || (on_disk && (file == folder || inside))) files.push_back(i);
  }
  return files;
}

[[noreturn]] void throw_unknown(const std::string& name) {
  throw RequestError("the index has no file, folder or article '" + name + "'", "NAME", name);
}

/// Takes articles out of a copy of the standing generation.
class Removal {
 public:
  Removal(const UpdateOptions& options, const StandingIndex& old)
      : options_(options), old_(old), table_(old.table) {}

  void take_out(const std::string& name) {
    const auto files = files_named(table_, name);
    for (const auto file : files) exclude(table_.files[file]);
    if (!files.empty()) return;
    const auto article = indexer::find_article(old_.database, name);
    if (!article) throw_unknown(name);
    // One of several in a file: the file stays, and its next change brings the article back unless
    // it is out of the file as well.
    leave(article->number, article->record);
  }

  UpdateReport publish(indexer::GenerationWriter& writer) {
    const auto& counts = old_.generation.completion().counts;
    contents_.articles += counts.articles;
    contents_.passages += counts.passages;
    contents_.digest += std::stoull(old_.generation.completion().digest, nullptr, 16);
    indexer::require_articles(contents_, options_.index, "NAME", "");
    std::vector<std::filesystem::path> lexicons, gazetteers;
    for (const auto& path : table_.lexicons) lexicons.push_back(options_.index / path);
    for (const auto& path : table_.gazetteers) gazetteers.push_back(options_.index / path);
    const indexer::Annotator annotator(indexer::recognition_data(lexicons, gazetteers));
    if (annotator.lexicon_version() != index::metadata_at(old_.database, index::key::kLexicon))
      throw RequestError(
          "the lexicon is not that of the index any more; furat-index update annotates by it",
          "NAME", "");
    const auto numbers = indexer::value_numbers_of(old_.database, annotator);
    forget_given();
    writer.adopt(old_.generation, ids_, {numbers_.begin(), numbers_.end()});
    const auto completion = writer.publish(contents_, annotator, numbers,
                                           indexer::archive_values(old_.database, numbers), table_);
    report_.generation = writer.name();
    report_.digest = completion.digest;
    report_.articles = contents_.articles;
    report_.passages = contents_.passages;
    return std::move(report_);
  }

 private:
  void exclude(index::FileRecord& file) {
    for (const auto number : file.articles)
      if (!old_.database.get_metadata(index::key::article(number)).empty())
        leave(number, indexer::article_record(old_.database, number));
    file.articles.clear();
    file.state = index::FileState::excluded;
    file.reason = "removed by the user";
  }

  /// No update could find an article given as a value again: nothing to be kept out.
  void forget_given() {
    std::erase_if(table_.files, [this](const index::FileRecord& file) {
      return file.state == index::FileState::excluded &&
             !index::is_on_disk(table_.inputs[file.input]);
    });
  }

  void leave(std::uint32_t number, const index::ArticleRecord& record) {
    if (!numbers_.insert(number).second) return;
    ids_.push_back(record.id);
    --contents_.articles;
    contents_.passages -= record.passages;
    contents_.digest -= record.digest;
    ++report_.removed;
    report_.names.push_back("out " + record.id);
  }

  const UpdateOptions& options_;
  const StandingIndex& old_;
  index::FileTable table_;
  std::set<std::uint32_t> numbers_;
  std::vector<std::string> ids_;
  indexer::IndexContents contents_;  // what leaves, as (unsigned) differences
  UpdateReport report_;
};

}  // namespace

UpdateReport remove_articles(const UpdateOptions& options, const std::vector<std::string>& names) {
  return indexer::guarded(options.index, [&] {
    (void)index::OpenGeneration(options.index);  // without an index there is nothing to lock
    indexer::require_no_shard(options.index);
    indexer::GenerationWriter writer(options.index, options.wait, options.cancelled);
    const StandingIndex old(options.index);
    Removal removal(options, old);
    for (const auto& name : names) removal.take_out(name);
    auto report = removal.publish(writer);
    indexer::remember_run(options.index, "remove", report);
    return report;
  });
}

std::size_t restore_files(const UpdateOptions& options, const std::vector<std::string>& names) {
  return indexer::guarded(options.index, [&] {
    (void)index::OpenGeneration(options.index);
    indexer::require_no_shard(options.index);
    indexer::GenerationWriter writer(options.index, options.wait, options.cancelled);
    const StandingIndex old(options.index);
    auto table = old.table;
    std::size_t restored = 0;
    for (const auto& name : names) {
      const auto files = files_named(table, name);
      if (files.empty()) throw_unknown(name);
      for (const auto number : files) {
        auto& file = table.files[number];
        if (file.state != index::FileState::excluded) continue;
        file.state = index::FileState::failed;
        file.reason = "to be read by the next update";
        file.again = true;
        ++restored;
      }
    }
    index::store_file_table(old.generation.path(), table);
    return restored;
  });
}

UpdateReport compact_index(const UpdateOptions& options) {
  return indexer::guarded(options.index, [&] {
    (void)index::OpenGeneration(options.index);
    indexer::require_no_shard(options.index);
    indexer::GenerationWriter writer(options.index, options.wait, options.cancelled);
    const StandingIndex old(options.index);
    const auto& counts = old.generation.completion().counts;
    writer.adopt(old.generation, {}, {});
    writer.compact();
    UpdateReport report;
    const auto completion = writer.publish_as_it_was(old.generation.completion(), old.table);
    report.generation = writer.name();
    report.digest = completion.digest;
    report.articles = counts.articles;
    report.passages = counts.passages;
    report.unchanged = counts.articles;
    indexer::remember_run(options.index, "compact", report);
    return report;
  });
}

}  // namespace furat
