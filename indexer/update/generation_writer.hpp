// Makes the next generation of an index: from nothing, or from a copy of the one that stands.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "index/file_table.hpp"
#include "index/generation.hpp"
#include "indexer/segment.hpp"
#include "indexer/value_tables.hpp"

namespace furat::indexer {

/// What the whole index holds once it is finished.
struct IndexContents {
  std::uint32_t articles = 0, passages = 0;
  std::uint64_t digest = 0;  ///< sum of the articles' digests
};

/// Throws RequestError for `argument` if nothing would be left: an archive that is suddenly empty
/// is more likely a disk that is not there.
void require_articles(const IndexContents& contents, const std::filesystem::path& index,
                      const std::string& argument, const std::string& text);

/// Throws Xapian::Error and IndexError. The published generation is never touched; unless
/// publish() returns, this one is removed.
class GenerationWriter {
 public:
  /// Takes the writer's lock. With `wait`, if another holds it, tries until it is free or
  /// `cancelled` says so, which throws IndexError locked as well.
  GenerationWriter(const std::filesystem::path& index, bool wait,
                   const std::function<bool()>& cancelled);

  /// Where segments are to be written.
  [[nodiscard]] std::filesystem::path segments_folder() const;

  /// When the generation was begun, by the clock of its file system, in nanoseconds since 1970.
  [[nodiscard]] std::int64_t begun() const { return begun_; }

  /// Starts from a copy of a generation's database, without some of its articles.
  void adopt(const index::OpenGeneration& old, const std::vector<std::string>& without_ids,
             const std::vector<std::uint32_t>& without_numbers);

  /// Adds what the threads wrote. Few documents are added to the adopted database, many are merged
  /// with it into a new one.
  void add(const std::vector<SegmentSummary>& segments);

  /// Merges everything into one compact database, whether or not anything was added.
  void compact();

  /// Writes tables, columns and the table of files, checks what must hold and publishes. Returns
  /// the completion record.
  index::Completion publish(const IndexContents& contents, const Annotator& annotator,
                            const ValueNumbers& numbers, const ArchiveValues& archive,
                            const index::FileTable& files);

  /// Publishes what was adopted, its tables untouched.
  index::Completion publish_as_it_was(const index::Completion& old, const index::FileTable& files);

  /// The same in two steps, for a database that its writer has finished itself: columns and the
  /// table of files, and what must hold, on the disk; then nothing is left but the switch.
  void prepare(index::Completion& completion, const index::FileTable& files);
  void publish_prepared(const index::Completion& completion);

  /// The database of this generation, once something was adopted or added.
  [[nodiscard]] std::filesystem::path database_path() const;

  /// The same for writing, once there is room on the disk for the changes of its tables and `room`
  /// bytes more. What is committed is durable when the generation is published.
  [[nodiscard]] Xapian::WritableDatabase open_database(std::uint64_t room = 0) const;

  /// Notes the counts and, as the last of what it covers, the digest of the metadata.
  static void store_counts(Xapian::WritableDatabase& database, const index::IndexCounts& counts);

  [[nodiscard]] const std::string& name() const { return generation_->name(); }
  [[nodiscard]] const std::filesystem::path& path() const { return generation_->path(); }

 private:
  void copy_documents(const std::vector<SegmentSummary>& segments);
  void merge(const std::vector<SegmentSummary>& segments);

  std::unique_ptr<index::NewGeneration> generation_;
  std::int64_t begun_ = 0;
  std::uint32_t adopted_passages_ = 0;
  bool adopted_ = false;
};

}  // namespace furat::indexer
