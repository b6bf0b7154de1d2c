// One run of the indexer, from the list of files to the published generation: a build starts from
// nothing, an update from the generation that stands.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>

#include "furat/updating.hpp"
#include "index/generation.hpp"
#include "indexer/annotator.hpp"
#include "indexer/segment_pool.hpp"
#include "indexer/update/article_intake.hpp"
#include "indexer/update/batcher.hpp"
#include "indexer/update/file_plan.hpp"
#include "indexer/update/generation_writer.hpp"
#include "indexer/update/given_articles.hpp"

namespace furat::indexer {

struct RunReport {
  UpdateReport update;
  std::size_t places = 0, actors = 0, dates = 0;  ///< mentions written in this run
};

/// The generation that stands, and what an update needs to know of it.
struct StandingIndex {
  explicit StandingIndex(const std::filesystem::path& index);
  index::OpenGeneration generation;
  index::FileTable table;
  Xapian::Database database;
};

class IndexRun {
 public:
  /// `fresh`: a build, whatever stands. `given`: articles besides those of the files, and in an
  /// update instead of looking at the files; must outlive this.
  IndexRun(const UpdateOptions& options, bool fresh, const ArticleSource* given = nullptr);
  RunReport run();

 private:
  void plan();
  void read();
  void read_given_articles();
  bool take_given(const GivenArticle& given, GivenFiles& files);
  bool take(IncomingArticle&& incoming);
  bool file_done(std::size_t file, const FileContents& contents);
  void plan_annotation();
  [[nodiscard]] bool find_affected();
  void keep_numbers();
  [[nodiscard]] bool adopts() const;
  [[nodiscard]] bool is_annotated_again(std::uint32_t article) const;
  void note_annotated_again(std::uint32_t article, const index::ArticleRecord& record);
  void annotate_kept();
  void count_moved();
  void write();
  void refresh_file_table() const;
  [[nodiscard]] IndexContents new_contents() const;
  [[nodiscard]] index::FileTable new_table() const;
  [[nodiscard]] std::string reason_to_annotate_all() const;
  [[nodiscard]] bool goes_on();
  void tell();
  void add_to_report(SegmentSummary& segment);
  void mark_as_failed(const ArticleProblem& problem);

  UpdateOptions options_;
  bool fresh_;
  const ArticleSource* given_;
  RunReport report_;
  ProblemSink problem_;
  std::optional<GenerationWriter> writer_;
  std::optional<StandingIndex> old_;
  FilePlan plan_;
  std::optional<Annotator> annotator_;
  std::optional<ValueNumbers> numbers_;
  std::optional<FoundNumbers> found_;
  std::set<std::uint32_t> affected_;      ///< articles that a changed lexicon may concern
  std::vector<LeavingArticle> replaced_;  ///< unchanged ones that are annotated anew
  std::optional<ArticleIntake> intake_;
  std::optional<SegmentPool> pool_;
  std::optional<Batcher> batcher_;
  std::size_t at_ = 0;  ///< number of the file that is being read
  std::uint64_t bytes_done_ = 0;
  std::size_t taken_ = 0;
  std::vector<index::FileRecord> files_;  ///< records of the files read
  std::size_t problems_told_ = 0;         ///< problems of files that are done
  std::unordered_map<std::string_view, std::size_t> file_by_name_;
  std::vector<SegmentSummary> segments_;
};

}  // namespace furat::indexer
