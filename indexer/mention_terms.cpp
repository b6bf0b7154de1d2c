#include "indexer/mention_terms.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "index/actor_kinds.hpp"
#include "index/passage_record.hpp"
#include "index/schema.hpp"
#include "index/seen_spellings.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

void add_spelling(Xapian::Document& document, std::string_view id, std::string_view text,
                  const analysis::ByteSpan& span) {
  const auto spelling = index::seen_spelling(text.substr(span.begin, span.end - span.begin));
  if (!spelling.empty())
    document.add_boolean_term(index::bounded_term(index::spelling_terms(id), spelling));
}

}  // namespace

void add_spellings(Xapian::Document& document, const AnnotatedArticle& article, std::size_t i,
                   const Annotator& annotator) {
  const auto& passage = article.annotated[i];
  const auto actors = annotator.actors_of(article);
  const std::string_view text = passage.passage->text;
  for (const auto& mention : passage.places)
    add_spelling(document, annotator.gazetteer().id(mention.place), text, mention.span);
  for (const auto& mention : passage.actors)
    add_spelling(document, actors.id(mention.actor), text, mention.name);
}

void add_kinds(Xapian::Document& document, const AnnotatedArticle& article, std::size_t i,
               const Annotator& annotator) {
  const auto actors = annotator.actors_of(article);
  std::vector<std::uint32_t> numbers;
  for (const auto& mention : article.annotated[i].actors)
    if (const auto number = index::actor_kind_number(actors.kind(mention.actor)))
      numbers.push_back(*number);
  index::make_set(numbers);
  const auto& dimension = index::info(index::Dimension::kind);
  for (const auto number : numbers)
    document.add_boolean_term(std::string(dimension.prefix) +
                              std::string(index::actor_kind(number)->id));
  if (numbers.empty())
    document.add_boolean_term(std::string(index::prefix::kWithout) + std::string(dimension.name));
  else
    document.add_value(dimension.slot, index::pack_set(numbers));
}

void add_actor_candidates(Xapian::Document& document, const AnnotatedPassage& passage,
                          const Annotator& annotator) {
  for (const auto& mention : passage.actors) {
    const auto count = std::min(mention.rejected.size(), index::MentionRecord::kMostRejected);
    for (std::size_t i = 0; i < count; ++i)
      document.add_boolean_term(index::bounded_term(
          index::prefix::kCandidate, annotator.actors().actors()[mention.rejected[i].actor].id));
  }
}

}  // namespace furat::indexer
