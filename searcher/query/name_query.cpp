#include "searcher/query/name_query.hpp"

#include <algorithm>

#include "index/schema.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

/// A name in the title is about the article; a passage that names the thing itself comes first.
constexpr double kNameInTitleWeight = 0.1;

/// Only where it is a whole name, not within a longer one: "Abu Omar" is not "Abu Omar al-Masri".
Query spelled(const FoundSpelling& spelling, const Stems& stems) {
  if (spelling.terms.empty()) return side_by_side(stems);
  return {Query::OP_FILTER, side_by_side(stems),
          Query(Query::OP_OR, spelling.terms.begin(), spelling.terms.end())};
}

/// Adds the queries of other spellings, and their stems to what is marked.
void add_spellings(const std::vector<FoundSpelling>& found, const WordQueries& words,
                   std::vector<Query>& queries, std::vector<Stems>& marked) {
  for (const auto& spelling : found) {
    auto stems = words.stems_of(spelling.text);
    queries.push_back(spelled(spelling, stems));
    marked.push_back(std::move(stems));
  }
}

NameMatch match_of(const NameRun& run, const GenerationView& view) {
  NameMatch match{run.text, {}, {}, std::string(analysis::name_of(run.tier)), {}};
  for (const auto* list : {&run.spellings, &run.core.spellings})
    for (const auto& spelling : *list) match.spellings.push_back(spelling.text);
  for (const auto ordinal : run.ordinals) {
    match.ids.push_back(view.value(ordinal).id);
    match.names.push_back(view.value(ordinal).name);
  }
  return match;
}

}  // namespace

NameQuery name_query(const NameRun& run, const GenerationView& view, const WordQueries& words) {
  NameQuery name{{}, match_of(run, view), {}, {}};
  if (!run.is_also_word) name.stems = words.stems_of(run.text);
  std::vector<Query> spellings;
  std::vector<Query> titles;
  for (const auto& id : name.match.ids) {
    spellings.emplace_back(index::bounded_term(index::prefix::kMention, id));
    titles.emplace_back(index::bounded_term(index::prefix::kTitleMention, id));
  }
  if (!name.stems.empty()) spellings.push_back(side_by_side(name.stems));
  add_spellings(run.spellings, words, spellings, name.spellings);
  name.query = combined(Query::OP_SYNONYM, spellings);
  if (!name.stems.empty() && (run.tier != NameTier::exact || !run.is_listed))
    name.query = Query(Query::OP_OR, name.query, as_words(name.stems));
  if (!run.core.spellings.empty()) {
    std::vector<Query> cores;
    add_spellings(run.core.spellings, words, cores, name.spellings);
    const Query with_other_core(Query::OP_AND, combined(Query::OP_SYNONYM, cores),
                                as_words(words.stems_of(run.core.around)));
    name.query = Query(Query::OP_OR, name.query, with_other_core);
  }
  if (!titles.empty())
    name.query = Query(
        Query::OP_OR, name.query,
        Query(Query::OP_SCALE_WEIGHT, combined(Query::OP_SYNONYM, titles), kNameInTitleWeight));
  return name;
}

TextPattern name_pattern(const NameRun& run, const WordQueries& words) {
  TextPattern name;
  name.kind = TextPattern::Kind::any_of;
  if (!run.is_also_word) name.children.push_back(words.pattern_of_word(run.text));
  for (const auto& spelling : run.spellings)
    name.children.push_back(words.pattern_of_word(spelling.text));
  TextPattern mention;
  mention.kind = TextPattern::Kind::entities;
  mention.ordinals = run.ordinals;
  std::sort(mention.ordinals.begin(), mention.ordinals.end());
  name.children.push_back(std::move(mention));
  return name;
}

}  // namespace furat
