#include "indexer/article_digest.hpp"

#include <string>

#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

void append_span(std::string& out, analysis::ByteSpan span) {
  index::append_varint(out, span.begin);
  index::append_varint(out, span.end);
}

void append_passage(std::string& out, const AnnotatedPassage& annotated,
                    const analysis::Gazetteer& gazetteer, const ArticleActors& actors) {
  const auto& passage = *annotated.passage;
  index::append_text(out, passage.text);
  index::append_text(out, passage.heading);
  index::append_varint(out, passage.page);
  for (const auto& run : passage.map.runs()) {
    index::append_varint(out, run.derived_size);
    index::append_varint(out, run.source_begin);
    index::append_varint(out, run.source_size);
  }
  for (const auto& mention : annotated.places) {
    append_span(out, mention.span);
    index::append_text(out, gazetteer.id(mention.place));
    index::append_text(out, mention.rule);
    out += static_cast<char>(mention.role);
  }
  for (const auto& mention : annotated.actors) {
    append_span(out, mention.span);
    append_span(out, mention.name);
    index::append_text(out, actors.id(mention.actor));
    index::append_text(out, mention.rule);
  }
  for (const auto& mention : annotated.dates) {
    append_span(out, mention.span);
    index::append_text(out, mention.value);
    index::append_text(out, mention.rule);
  }
}

}  // namespace

std::uint64_t article_digest(const AnnotatedArticle& annotated,
                             const analysis::Gazetteer& gazetteer,
                             const analysis::ActorLexicon& actors) {
  std::string content;
  const auto& article = annotated.article;
  for (const auto* text : {&article.id, &article.file, &article.title, &article.source,
                           &article.author, &article.url, &article.published_method})
    index::append_text(content, *text);
  if (article.published)
    index::append_signed(content, article.published->time_since_epoch().count());
  for (const auto& passage : annotated.annotated)
    append_passage(content, passage, gazetteer, ArticleActors(actors, annotated.found));
  return index::stable_hash(content);
}

}  // namespace furat::indexer
