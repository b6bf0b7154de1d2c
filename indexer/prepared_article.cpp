#include "indexer/prepared_article.hpp"

#include "indexer/metadata/complete_metadata.hpp"
#include "indexer/passages/passage_splitter.hpp"

namespace furat::indexer {
namespace {

/// The line where a passage's own text begins.
std::uint64_t line_of(const Passage& passage, const LineIndex& lines) {
  const auto body = static_cast<std::uint32_t>(passage.text.size() - passage.body().size());
  return lines.line_of(passage.map.to_source(body, body + 1).begin);
}

}  // namespace

PreparedArticle prepare(IncomingArticle&& incoming) {
  auto split = split_passages(incoming.article);
  complete_metadata(incoming.article, split);
  for (auto& passage : split.passages) passage.line = line_of(passage, *incoming.lines);
  incoming.article.body = {};
  incoming.article.map = {};
  return {std::move(incoming.article), std::move(split.passages), incoming.input_digest};
}

}  // namespace furat::indexer
