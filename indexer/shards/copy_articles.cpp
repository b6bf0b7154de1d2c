#include "indexer/shards/copy_articles.hpp"

#include <optional>
#include <string>

#include "index/files.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

/// Memory for one segment of this size is some 100 MB; smaller ones take longer to merge.
constexpr std::size_t kPassages = 5000;

class SegmentCopies {
 public:
  SegmentCopies(const Xapian::Database& source, const std::filesystem::path& folder,
                std::uint64_t room, CopyState& state)
      : source_(source), folder_(folder), room_(room), state_(state) {
    begin();
  }

  void add(Xapian::docid document, std::uint32_t article) {
    if (summary_.passages == kPassages) {
      finish();
      begin();
    }
    database_->add_document(source_.get_document(document));
    ++summary_.passages;
    ++state_.passages;
    if (article == article_) return;
    article_ = article;
    const auto record = index::key::article(article);
    database_->set_metadata(record, source_.get_metadata(record));
    ++summary_.articles;
    ++state_.articles;
  }

  std::vector<SegmentSummary> all() {
    finish();
    return std::move(segments_);
  }

 private:
  void begin() {
    constexpr std::uint64_t kEmptySegment = 1'000'000;
    index::require_free_space(folder_, kEmptySegment + kPassages * room_);
    summary_ = {};
    summary_.path = folder_ / std::to_string(segments_.size());
    database_.emplace(summary_.path.string(),
                      Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
  }

  void finish() {
    database_->commit();
    database_->close();
    segments_.push_back(std::move(summary_));
  }

  const Xapian::Database& source_;
  const std::filesystem::path& folder_;
  std::uint64_t room_;
  CopyState& state_;
  std::optional<Xapian::WritableDatabase> database_;
  SegmentSummary summary_;
  std::optional<std::uint32_t> article_;  ///< whose documents are being copied
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
    const auto value = *it;
    index::ByteReader reader(value);
    const auto article = reader.varint32();
    if (is_wanted(article)) copies.add(it.get_docid(), article);
  }
  return copies.all();
}

}  // namespace furat::indexer
