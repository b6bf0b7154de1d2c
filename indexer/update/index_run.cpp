#include "indexer/update/index_run.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <thread>

#include "index/files.hpp"
#include "index/metadata.hpp"
#include "index/passages_database.hpp"
#include "index/rules_version.hpp"
#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/recognition_data.hpp"
#include "indexer/shards/shard_set.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

unsigned thread_count(unsigned wanted) {
  constexpr unsigned kMostThreads = 256;
  return std::clamp(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1U, kMostThreads);
}

}  // namespace

StandingIndex::StandingIndex(const fs::path& index)
    : generation(index),
      table(index::read_file_table(generation.path())),
      database(index::open_passages(generation.path(), generation.completion())) {}

IndexRun::IndexRun(const UpdateOptions& options, bool fresh, const ArticleSource* given)
    : options_(options), fresh_(fresh), given_(given), problem_([this](ArticleProblem&& found) {
        report_.update.problems.push_back(std::move(found));
      }) {}

RunReport IndexRun::run() {
  require_no_shard(options_.index);
  const bool reads_files = given_ == nullptr || (fresh_ && !options_.paths.empty());
  if (reads_files) prepare_isolation();  // before there are threads, and a lexicon to be copied
  if (!fresh_) (void)index::OpenGeneration(options_.index);  // no index: nothing to lock
  if (!options_.dry_run) writer_.emplace(options_.index, options_.wait, options_.cancelled);
  if (!fresh_) old_.emplace(options_.index);  // what stands once the lock is ours
  plan();
  read();
  auto& report = report_.update;
  if (report.cancelled || options_.dry_run) return std::move(report_);
  if (fresh_ ? report.articles != 0 : report.changes())
    write();
  else if (!fresh_)
    refresh_file_table();
  return std::move(report_);
}

void IndexRun::plan() {
  PlanRequest request;
  request.index = options_.index;
  request.paths = options_.paths;
  request.metadata = options_.metadata;
  request.lexicons = options_.lexicons;
  request.gazetteers = options_.gazetteers;
  request.compare_contents = options_.compare_contents;
  request.takes_given = given_ != nullptr;
  if (!fresh_)
    request.read_all = index::metadata_at(old_->database, index::key::kReading) !=
                       std::to_string(index::kReadingVersion);
  plan_ = plan_files(request, fresh_ ? nullptr : &old_->table, problem_);
  annotator_.emplace(recognition_data(plan_.lexicons, plan_.gazetteers, problem_));
  problems_told_ = report_.update.problems.size();  // none of a file's
  plan_annotation();
}

void IndexRun::read() {
  auto& report = report_.update;
  for (const auto& file : plan_.to_read) report.bytes += file.file.size;
  for (const auto& file : plan_.kept) report.unchanged += file.articles.size();
  report.files_read = plan_.to_read.size();
  const auto threads = thread_count(options_.threads);
  intake_.emplace(plan_, fresh_ ? nullptr : &old_->database, problem_);
  const bool annotates =
      !plan_.to_read.empty() || given_ != nullptr || !adopts() || !affected_.empty();
  if (!options_.dry_run && annotates) {
    pool_.emplace(*annotator_, *numbers_, *found_, writer_->segments_folder(), threads);
    batcher_.emplace(*pool_);
  }
  if (!plan_.to_read.empty())
    read_archive(plan_.inputs, plan_.to_read, plan_.metadata, threads,
                 {[this](IncomingArticle&& incoming) { return take(std::move(incoming)); },
                  [this](std::size_t file, const FileContents& contents) {
                    return file_done(file, contents);
                  },
                  problem_});
  if (given_ != nullptr) read_given_articles();
  if (report.cancelled) return;
  intake_->finish_all();
  count_moved();
  if (!options_.dry_run && !fresh_ && (!adopts() || !affected_.empty())) annotate_kept();
  if (!batcher_ || report.cancelled) return;
  batcher_->flush();
  auto segments = pool_->finish([this] {
    tell();
    return goes_on();
  });
  if (segments) segments_ = std::move(*segments);
  for (auto& segment : segments_) add_to_report(segment);
}

void IndexRun::read_given_articles() {
  GivenFiles files(plan_);
  while (goes_on()) {
    const auto given = (*given_)();
    if (!given || !take_given(*given, files)) break;
  }
  report_.update.unchanged += files.keep_rest();
}

bool IndexRun::take_given(const GivenArticle& given, GivenFiles& files) {
  auto file = read_given(given, problem_);
  if (file && !files.enter(given)) {
    problem_({true, given.id, "The id is that of an article given before."});
    file.reset();
  }
  if (!file) {
    problems_told_ = report_.update.problems.size();  // not the next article's
    return goes_on();
  }
  report_.update.bytes += given.body.size();
  return take(std::move(file->incoming)) && file_done(at_, file->contents);
}

bool IndexRun::take(IncomingArticle&& incoming) {
  const auto verdict = intake_->judge(at_, incoming);
  auto& report = report_.update;
  const auto note = [&](const char* what) {
    if (!fresh_) report.names.push_back(std::string(what) + " " + incoming.article.id);
  };
  using Kind = Verdict::Kind;
  if (verdict.kind == Kind::refused) return goes_on();
  if (verdict.kind == Kind::unchanged) ++report.unchanged;
  if (verdict.kind == Kind::added) {
    ++report.added;
    note("added");
  }
  if (verdict.kind == Kind::changed) {
    ++report.changed;
    note("changed");
  }
  const bool again = verdict.kind == Kind::unchanged && is_annotated_again(verdict.number);
  if (again && adopts() && batcher_)
    note_annotated_again(verdict.number, article_record(old_->database, verdict.number));
  const bool write = verdict.kind != Kind::unchanged || again;
  ++taken_;
  tell();
  if (!write || !batcher_) return goes_on();
  return batcher_->add({std::move(incoming), verdict.number}) && goes_on();
}

bool IndexRun::file_done(std::size_t file, const FileContents& contents) {
  files_.push_back(intake_->finish(file, contents));
  auto& record = files_.back();
  const auto& problems = report_.update.problems;
  for (auto i = problems_told_; i < problems.size() && record.reason.empty(); ++i)
    if (problems[i].skipped) record.reason = problems[i].message;
  problems_told_ = problems.size();
  // A change so soon after this one that the clock of the file system does not tell them apart
  // would go unnoticed: look at its bytes next time.
  constexpr std::int64_t kTooRecent = 50'000'000;
  if (writer_ && record.modified > writer_->begun() - kTooRecent) record.modified = 0;
  if (!contents.parsed) report_.update.unchanged += record.articles.size();
  bytes_done_ += plan_.to_read[file].file.size;
  at_ = file + 1;
  return goes_on();
}

/// An added file with the bytes of one that is gone was moved.
void IndexRun::count_moved() {
  auto& report = report_.update;
  std::map<std::uint64_t, std::size_t> gone;
  for (const auto& file : plan_.gone) gone[file.digest] += file.articles.size();
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const auto found = gone.find(files_[i].digest);
    if (!plan_.known[i].articles.empty() || found == gone.end()) continue;
    const auto articles = std::min(found->second, files_[i].articles.size());
    found->second -= articles;
    report.moved += articles;
    report.added -= articles;
  }
  std::size_t leaving = intake_->leaving().size();
  leaving -= std::min(leaving, report.changed);
  report.removed = leaving - std::min(leaving, report.moved);
  for (const auto& article : intake_->leaving())
    if (!fresh_) report.names.push_back("out " + article.id);
}

/// An article without text is known only once it was split.
void IndexRun::mark_as_failed(const ArticleProblem& problem) {
  if (file_by_name_.empty())
    for (std::size_t i = 0; i < files_.size(); ++i) file_by_name_.emplace(files_[i].name, i);
  const auto found = file_by_name_.find(problem.where);
  if (found == file_by_name_.end()) return;
  auto& file = files_[found->second];
  if (file.articles.size() == 1) file.state = index::FileState::failed;
  file.reason = problem.message;
}

void IndexRun::add_to_report(SegmentSummary& segment) {
  report_.update.articles += segment.articles;
  report_.update.passages += segment.passages;
  report_.places += segment.places;
  report_.actors += segment.actors;
  report_.dates += segment.dates;
  for (auto& problem : segment.problems) {
    mark_as_failed(problem);
    report_.update.problems.push_back(std::move(problem));
  }
}

bool IndexRun::goes_on() {
  auto& cancelled = report_.update.cancelled;
  if (!cancelled && options_.cancelled) cancelled = options_.cancelled();
  return !cancelled;
}

void IndexRun::tell() {
  if (options_.progress)
    options_.progress({taken_, pool_ ? pool_->passages() : 0, bytes_done_, report_.update.bytes});
}

}  // namespace furat::indexer
