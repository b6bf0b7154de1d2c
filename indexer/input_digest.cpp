#include "indexer/input_digest.hpp"

#include <string>

#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::indexer {

std::uint64_t input_digest(const Article& article, const LineIndex& lines) {
  std::string rest;
  for (const auto* text : {&article.id, &article.file, &article.title, &article.source,
                           &article.author, &article.url, &article.published_method})
    index::append_text(rest, *text);
  if (article.published) index::append_signed(rest, article.published->time_since_epoch().count());
  index::append_varint(rest, article.extracted ? 1 : 0);
  index::append_varint(rest, article.map.runs().size());
  for (const auto& run : article.map.runs()) {
    index::append_varint(rest, run.derived_size);
    index::append_varint(rest, run.source_begin);
    index::append_varint(rest, run.source_size);
  }
  if (!article.map.runs().empty())
    index::append_varint(rest, lines.line_of(article.map.runs().front().source_begin));
  for (const auto& block : article.blocks) {
    index::append_varint(rest, block.begin);
    index::append_varint(rest, block.end);
    rest += static_cast<char>(block.kind);
  }
  for (const auto& page : article.pages) index::append_varint(rest, page.begin);
  index::append_varint(rest, index::stable_hash(article.body));
  return index::stable_hash(rest);
}

}  // namespace furat::indexer
