#include "indexer/shards/copy_articles.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "index/damaged.hpp"
#include "index/files.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"
#include "indexer/shards/document_batch.hpp"

namespace furat::indexer {
namespace {

/// Read at once: some 50 MB of memory. Fewer take longer to read.
constexpr std::size_t kBatch = 10'000;
/// Of a segment. More take longer to write, 10,000 three times as long; fewer leave the lists of
/// postings in more pieces.
constexpr std::size_t kSegment = 1000;

class SegmentCopies {
 public:
  SegmentCopies(const Xapian::Database& source, const std::filesystem::path& folder,
                std::uint64_t room, CopyState& state)
      : source_(source), folder_(folder), room_(room), state_(state), slots_(source) {}

  void add(Xapian::docid document, std::uint32_t article) {
    if (!batch_) batch_.emplace(source_);
    batch_->add(document);
    documents_.push_back({document, article});
    if (documents_.size() == kBatch) write();
  }

  std::vector<SegmentSummary> all() {
    if (!documents_.empty() || segments_.empty()) write();
    return std::move(segments_);
  }

 private:
  struct Added {
    Xapian::docid document;
    std::uint32_t article;
  };

  void write() {
    if (batch_) batch_->read_positions(state_.stop);
    std::size_t begin = 0;
    do {
      const auto end = std::min(begin + kSegment, documents_.size());
      write_segment(begin, end);
      begin = end;
    } while (begin < documents_.size() && !state_.stop);
    documents_.clear();
    batch_.reset();
  }

  void write_segment(std::size_t begin, std::size_t end) {
    index::require_free_space(folder_, kEmptySegment + (end - begin) * room_);
    SegmentSummary summary;
    summary.path = folder_ / std::to_string(segments_.size());
    auto database = new_segment(summary.path);
    for (auto i = begin; i < end && !state_.stop; ++i) {
      auto document = batch_->document(i);
      slots_.add_values(documents_[i].document, document);
      database.add_document(document);
      ++summary.passages;
      ++state_.passages;
      add_record(documents_[i].article, database, summary);
    }
    database.commit();
    database.close();
    segments_.push_back(std::move(summary));
  }

  void add_record(std::uint32_t article, Xapian::WritableDatabase& segment,
                  SegmentSummary& summary) {
    if (article == article_) return;
    article_ = article;
    const auto record = index::key::article(article);
    segment.set_metadata(record, source_.get_metadata(record));
    ++summary.articles;
    ++state_.articles;
  }

  const Xapian::Database& source_;
  const std::filesystem::path& folder_;
  std::uint64_t room_;
  CopyState& state_;
  SlotReader slots_;
  std::optional<DocumentBatch> batch_;
  std::vector<Added> documents_;          ///< of the batch
  std::optional<std::uint32_t> article_;  ///< whose documents were copied last
  std::vector<SegmentSummary> segments_;
};

}  // namespace

std::vector<SegmentSummary> copy_articles(const Xapian::Database& source,
                                          const std::function<bool(std::uint32_t)>& is_wanted,
                                          const std::filesystem::path& folder, std::uint64_t room,
                                          CopyState& state) {
  SegmentCopies copies(source, folder, room, state);
  const auto slot = index::kSlotArticle;
  for (auto it = source.valuestream_begin(slot); it != source.valuestream_end(slot); ++it) {
    if (state.stop) break;
    const auto article = index::article_in(*it);
    if (!article)
      index::throw_damaged("passage " + std::to_string(it.get_docid()) + " names no article");
    if (is_wanted(*article)) copies.add(it.get_docid(), *article);
  }
  return copies.all();
}

}  // namespace furat::indexer
