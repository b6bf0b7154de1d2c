#include "searcher/similar/similar_query.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/text/term_analyzer.hpp"
#include "index/schema.hpp"

namespace furat {
namespace {

/// More terms find the same passages, later.
constexpr std::size_t kMostTerms = 25;
/// So many near-duplicates are left out one by one.
constexpr std::size_t kMostCopies = 200;
/// Between two looks at the clock.
constexpr unsigned kPassagesAtOnce = 4096;

struct Telling {
  std::string term;
  double weight = 0;
};

/// Words of the text and entities; not titles, exact forms, dates and the like.
bool tells_of_content(const std::string& term) {
  if (term.starts_with(index::prefix::kMention)) return true;
  const auto first = static_cast<unsigned char>(term.front());
  return first >= 'a' && !analysis::is_stop_word(term);
}

std::vector<Telling> telling_terms(Xapian::docid passage, const GenerationView& view) {
  const auto& database = view.database();
  const auto everything = static_cast<double>(database.get_doccount());
  std::vector<Telling> terms;
  for (auto term = database.termlist_begin(passage); term != database.termlist_end(passage);
       ++term) {
    const auto name = *term;
    // Not of the iterator: that knows one shard only.
    const auto others = view.termfreq(name) - 1;
    if (others == 0 || !tells_of_content(name)) continue;
    const auto often = 1 + std::log(std::max<double>(term.get_wdf(), 1));
    terms.push_back({name, often * std::log(everything / static_cast<double>(others))});
  }
  std::sort(terms.begin(), terms.end(), [](const Telling& a, const Telling& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (terms.size() > kMostTerms) terms.resize(kMostTerms);
  return terms;
}

/// Finds this very passage.
Xapian::Query itself(Xapian::docid passage, const Xapian::Database& database) {
  const auto order = database.get_document(passage).get_value(index::kSlotOrder);
  return {Xapian::Query::OP_VALUE_RANGE, index::kSlotOrder, order, order};
}

Xapian::Query left_out(Xapian::docid passage, bool copies, const GenerationView& view) {
  const auto& database = view.database();
  std::vector<Xapian::Query> out{itself(passage, database)};
  const auto& columns = view.columns();
  const auto original = columns.original(passage);
  PacedCheck in_time(view.deadline(), kPassagesAtOnce);
  for (Xapian::docid other = 1; !copies && other <= database.get_lastdocid(); ++other) {
    in_time.step();
    if (out.size() > kMostCopies) break;
    // Where there is no document, the id is its own original.
    if (other != passage && columns.original(other) == original)
      out.push_back(itself(other, database));
  }
  return {Xapian::Query::OP_OR, out.begin(), out.end()};
}

}  // namespace

SimilarQuery similar_query(Xapian::docid passage, bool copies, const GenerationView& view) {
  SimilarQuery similar;
  std::vector<Xapian::Query> parts;
  std::set<std::string> entities;
  for (const auto& [term, weight] : telling_terms(passage, view)) {
    // BM25 weighs rarity too: what few passages have counts twice, as it should for likeness.
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
    if (term.starts_with(index::prefix::kMention))
      entities.insert(term);
    else
      similar.stems.push_back(term);
  }
  for (const auto& mention : view.passage(passage).mentions) {
    if (mention.kind == index::MentionKind::date) continue;
    const auto term = index::bounded_term(index::prefix::kMention, view.value(mention.value).id);
    if (entities.contains(term)) similar.entities.push_back(mention.value);
  }
  if (parts.empty()) {
    similar.query = Xapian::Query::MatchNothing;
    return similar;
  }
  similar.query = Xapian::Query(Xapian::Query::OP_AND_NOT,
                                Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()),
                                left_out(passage, copies, view));
  return similar;
}

}  // namespace furat
