#include <xapian.h>

#include <algorithm>
#include <thread>
#include <unordered_map>

#include "furat/indexing.hpp"
#include "index/facet_columns.hpp"
#include "index/generation.hpp"
#include "index/xapian_errors.hpp"
#include "indexer/annotator.hpp"
#include "indexer/archive.hpp"
#include "indexer/index_tables.hpp"
#include "indexer/lexicon_choice.hpp"
#include "indexer/merge.hpp"
#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/segment_pool.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;
using indexer::Batch;
using indexer::IncomingArticle;

/// Bodies of a batch: about a thousand passages, a segment of a few megabytes.
constexpr std::uint64_t kBatchBytes = 512 * 1024;

/// Gathers articles into batches and numbers them and their sources.
class Batcher {
 public:
  explicit Batcher(indexer::SegmentPool& pool) : pool_(pool) {}

  bool add(IncomingArticle&& incoming) {
    indexer::ArticlePlace place{articles_++, source_number(incoming.article.source)};
    batch_.bytes += incoming.article.body.size();
    batch_.articles.push_back({std::move(incoming), place});
    return batch_.bytes < kBatchBytes || flush();
  }

  bool flush() {
    if (batch_.articles.empty()) return true;
    Batch full = std::move(batch_);
    batch_ = Batch{};
    batch_.number = full.number + 1;
    return pool_.add(std::move(full));
  }

  [[nodiscard]] std::size_t articles() const { return articles_; }
  [[nodiscard]] std::vector<std::string> take_sources() { return std::move(sources_); }

 private:
  std::optional<std::uint32_t> source_number(const std::string& source) {
    if (source.empty()) return std::nullopt;
    const auto [entry, added] =
        source_numbers_.try_emplace(source, static_cast<std::uint32_t>(sources_.size()));
    if (added) sources_.push_back(source);
    return entry->second;
  }

  indexer::SegmentPool& pool_;
  Batch batch_;
  std::uint32_t articles_ = 0;
  std::vector<std::string> sources_;
  std::unordered_map<std::string, std::uint32_t> source_numbers_;
};

/// One build, from the first file to the published generation.
class IndexBuild {
 public:
  explicit IndexBuild(const BuildOptions& options)
      : options_(options),
        generation_(options.index),
        annotator_(indexer::chosen_lexicon(options.archive.lexicon)),
        numbers_(annotator_.gazetteer().places().size(), annotator_.actors().actors().size()) {}

  BuildReport run() {
    read_and_write_segments();
    if (report_.cancelled) return std::move(report_);
    for (auto& segment : segments_) add_to_report(segment);
    if (report_.articles == 0)
      return std::move(report_);  // an empty index must not replace a good one
    merge();
    if (goes_on()) publish();
    return std::move(report_);
  }

 private:
  void read_and_write_segments() {
    const auto problem = [this](ArticleProblem&& found) {
      report_.problems.push_back(std::move(found));
    };
    const auto files = indexer::list_files(options_.archive.inputs, problem);
    for (const auto& file : files) report_.bytes += file.size;
    indexer::SegmentPool pool(annotator_, numbers_, segments_folder(), thread_count());
    Batcher batcher(pool);
    indexer::read_archive(
        files, options_.archive,
        [&](IncomingArticle&& article) {
          const auto bytes_done = article.file_bytes_done;
          const bool taken = batcher.add(std::move(article));
          tell({batcher.articles(), pool.passages(), bytes_done, report_.bytes});
          return taken && goes_on();
        },
        problem);
    if (!report_.cancelled) batcher.flush();
    auto segments = pool.finish([&] {
      tell({batcher.articles(), pool.passages(), report_.bytes, report_.bytes});
      return goes_on();
    });
    if (segments) segments_ = std::move(*segments);
    contents_.sources = batcher.take_sources();
  }

  [[nodiscard]] unsigned thread_count() const {
    constexpr unsigned kMostThreads = 256;
    const auto wanted =
        options_.threads != 0 ? options_.threads : std::thread::hardware_concurrency();
    return std::clamp(wanted, 1U, kMostThreads);
  }

  /// False, from then on, once the caller cancelled.
  bool goes_on() {
    if (!report_.cancelled && options_.cancelled) report_.cancelled = options_.cancelled();
    return !report_.cancelled;
  }

  void tell(const BuildProgress& progress) const {
    if (options_.progress) options_.progress(progress);
  }

  [[nodiscard]] fs::path segments_folder() const {
    auto folder = generation_.path() / "segments";
    fs::create_directories(folder);
    return folder;
  }

  void merge() {
    std::uint64_t digest = 0;
    std::vector<fs::path> paths{segments_folder() / "tables"};
    for (auto& segment : segments_) {
      paths.push_back(segment.path);
      digest += segment.digest;
      for (auto& article : segment.articles) contents_.articles.push_back(std::move(article));
      contents_.place_rows.merge(segment.place_rows);
      contents_.actor_rows.merge(segment.actor_rows);
    }
    contents_.passages = static_cast<std::uint32_t>(report_.passages);
    completion_.counts = indexer::write_tables(contents_, annotator_, numbers_, paths.front());
    completion_.digest = index::hex(digest);
    indexer::merge_segments(std::move(paths), index::passages_path(generation_.path()));
    fs::remove_all(segments_folder());
  }

  void add_to_report(indexer::SegmentSummary& segment) {
    report_.articles += segment.articles.size();
    report_.passages += segment.passages;
    report_.places += segment.places;
    report_.actors += segment.actors;
    report_.dates += segment.dates;
    for (auto& problem : segment.problems) report_.problems.push_back(std::move(problem));
  }

  void publish() {
    const Xapian::Database database(index::passages_path(generation_.path()).string());
    completion_.uuid = database.get_uuid();
    if (database.get_doccount() != report_.passages)
      throw IndexError(
          IndexError::Kind::damaged, generation_.path().string(),
          "the merged index does not hold the passages that were written; nothing was published");
    index::FacetColumns::from_slots(database).write(database,
                                                    index::columns_path(generation_.path()));
    generation_.publish(completion_);
    report_.generation = generation_.name();
    report_.digest = completion_.digest;
  }

  const BuildOptions& options_;
  index::NewGeneration generation_;
  indexer::Annotator annotator_;
  indexer::ValueNumbers numbers_;
  BuildReport report_;
  std::vector<indexer::SegmentSummary> segments_;
  indexer::TableContents contents_;
  index::Completion completion_;
};

}  // namespace

std::size_t BuildReport::skipped() const {
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(),
                                                [](const ArticleProblem& p) { return p.skipped; }));
}

BuildReport build_index(const BuildOptions& options) {
  indexer::prepare_isolation();  // before there are threads, and a lexicon to be copied
  try {
    return IndexBuild(options).run();
  } catch (const Xapian::Error& error) {
    throw index::as_index_error(error, options.index);
  } catch (const fs::filesystem_error& error) {
    throw IndexError(IndexError::Kind::io, options.index.string(), error.what());
  }
}

}  // namespace furat
