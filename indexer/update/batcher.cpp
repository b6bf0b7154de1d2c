#include "indexer/update/batcher.hpp"

namespace furat::indexer {
namespace {

/// Text of a batch: about five hundred passages. Small segments are written faster, as Xapian keeps
/// what is not yet written in trees; too many take several rounds to merge.
constexpr std::uint64_t kBatchBytes = 256 * 1024;

std::uint64_t text_bytes(const BatchArticle& article) {
  if (const auto* incoming = std::get_if<IncomingArticle>(&article.article))
    return incoming->article.body.size();
  std::uint64_t bytes = 0;
  for (const auto& passage : std::get<PreparedArticle>(article.article).passages)
    bytes += passage.text.size();
  return bytes;
}

}  // namespace

bool Batcher::add(BatchArticle&& article) {
  batch_.bytes += text_bytes(article);
  batch_.articles.push_back(std::move(article));
  return batch_.bytes < kBatchBytes || flush();
}

bool Batcher::flush() {
  if (batch_.articles.empty()) return true;
  Batch full = std::move(batch_);
  batch_ = Batch{};
  batch_.number = full.number + 1;
  return pool_.add(std::move(full));
}

}  // namespace furat::indexer
