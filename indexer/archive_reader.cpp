#include "indexer/archive_reader.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "indexer/input_digest.hpp"
#include "indexer/metadata/archive_metadata.hpp"

namespace furat::indexer {
namespace {

/// Files above this are read by the calling thread, article by article: what they give is not
/// gathered first.
constexpr std::uint64_t kLargestGathered = std::uint64_t{1} << 20U;
/// Files that are read ahead of the sink, for each thread.
constexpr std::size_t kAheadPerThread = 4;

/// What a thread read.
struct GatheredFile {
  FileContents contents;
  std::vector<ReadArticle> articles;
  std::vector<ArticleProblem> problems;
};

/// Threads that read files ahead of the one that is asked for.
class ReadingAhead {
 public:
  ReadingAhead(const std::vector<Input>& inputs, const std::vector<FileToRead>& files,
               unsigned threads)
      : inputs_(inputs), files_(files), ahead_(threads * kAheadPerThread) {
    try {
      for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;  // fewer threads than wanted will do
    }
  }

  ~ReadingAhead() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
  }

  /// The file with this number; to be asked for in order.
  GatheredFile take(std::size_t number) {
    std::unique_lock lock(mutex_);
    wanted_ = number;
    changed_.notify_all();
    changed_.wait(lock, [&] { return !done_.empty() && done_.front(); });
    GatheredFile file = std::move(*done_.front());
    done_.pop_front();
    return file;
  }

  /// True for files that take() gives.
  [[nodiscard]] static bool gathers(const InputFile& file) { return file.size <= kLargestGathered; }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return stop_ || next_ >= files_.size() || may_start(); });
      if (stop_ || next_ >= files_.size()) return;
      const auto number = next_++;
      if (!gathers(files_[number].file)) continue;
      auto* const place = &done_.emplace_back();
      changed_.notify_all();
      lock.unlock();
      auto file = read(files_[number]);
      lock.lock();
      *place = std::move(file);
      changed_.notify_all();
    }
  }

  [[nodiscard]] bool may_start() const { return next_ < wanted_ + ahead_; }

  [[nodiscard]] GatheredFile read(const FileToRead& wanted) const {
    GatheredFile gathered;
    gathered.contents = read_file_articles(
        path_of(inputs_[wanted.file.input], wanted.file), wanted.file, wanted.known_digest,
        [&](ReadArticle&& article) { gathered.articles.push_back(std::move(article)); },
        [&](ArticleProblem&& problem) { gathered.problems.push_back(std::move(problem)); });
    return gathered;
  }

  const std::vector<Input>& inputs_;
  const std::vector<FileToRead>& files_;
  std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::optional<GatheredFile>> done_;  // in order; a deque keeps its elements in place
  std::size_t next_ = 0;                          // to be started
  std::size_t wanted_ = 0;                        // asked for last
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

class ArchiveReading {
 public:
  ArchiveReading(const std::vector<Input>& inputs, const std::vector<FileToRead>& files,
                 const std::optional<std::filesystem::path>& metadata, const ArchiveSink& sink)
      : inputs_(inputs), files_(files), sink_(sink), metadata_(metadata, sink_.problem) {}

  void run(unsigned threads) {
    ReadingAhead ahead(inputs_, files_, threads);
    for (std::size_t i = 0; i < files_.size() && more_; ++i) {
      const auto contents =
          ReadingAhead::gathers(files_[i].file) ? pass_on(ahead.take(i), i) : stream(i);
      more_ = more_ && sink_.file_done(i, contents);
    }
  }

 private:
  FileContents pass_on(GatheredFile&& gathered, std::size_t number) {
    for (auto& problem : gathered.problems) sink_.problem(std::move(problem));
    for (auto& article : gathered.articles) pass_on(std::move(article), number);
    return gathered.contents;
  }

  FileContents stream(std::size_t number) {
    const auto& wanted = files_[number];
    return read_file_articles(
        path_of(inputs_[wanted.file.input], wanted.file), wanted.file, wanted.known_digest,
        [&](ReadArticle&& article) { pass_on(std::move(article), number); }, sink_.problem);
  }

  void pass_on(ReadArticle&& read, std::size_t number) {
    if (!more_) return;
    const auto& file = files_[number].file;
    const auto& input = inputs_[file.input];
    metadata_.apply_to(read.article, path_of(input, file),
                       input.is_folder ? input.path : std::filesystem::path());
    const auto digest = input_digest(read.article, *read.lines);
    more_ = sink_.article({std::move(read.article), std::move(read.lines), digest});
  }

  const std::vector<Input>& inputs_;
  const std::vector<FileToRead>& files_;
  const ArchiveSink& sink_;
  ArchiveMetadata metadata_;
  bool more_ = true;
};

}  // namespace

void read_archive(const std::vector<Input>& inputs, const std::vector<FileToRead>& files,
                  const std::optional<std::filesystem::path>& metadata, unsigned threads,
                  const ArchiveSink& sink) {
  ArchiveReading(inputs, files, metadata, sink).run(std::max(threads, 1U));
}

}  // namespace furat::indexer
