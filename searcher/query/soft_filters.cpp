#include "searcher/query/soft_filters.hpp"

#include <algorithm>
#include <array>

#include "analysis/dates/date_recognizer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "searcher/query/date_terms.hpp"
#include "searcher/ranking/bm25.hpp"

namespace furat {
namespace {

/// Passages with one of the terms, each with the weight of a word that as many have.
Xapian::Query wish(const std::vector<std::string>& terms, const GenerationView& view) {
  double frequency = 0;
  for (const auto& term : terms) frequency += view.termfreq(term);
  const double documents = view.database().get_doccount();
  Xapian::FixedWeightPostingSource weight(bm25::idf(documents, std::min(frequency, documents)));
  return {Xapian::Query::OP_FILTER, Xapian::Query(&weight),
          Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
}

void add_times(std::string_view question, const DateRules& dates, const GenerationView& view,
               SoftFilters& filters) {
  const std::array<analysis::TokenizedText, 1> text{analysis::tokenize(question)};
  const auto mentions = analysis::recognize_dates({text, dates.now});
  for (const auto& mention : mentions.front()) {
    if (!mention.first || !mention.last || *mention.last < *mention.first) continue;
    DateFilter time;
    time.interval = {*mention.first, *mention.last};
    filters.wishes.push_back(wish(date_terms(time, DateMode::overlap, view.database()), view));
    filters.notes.push_back(
        "passages of " +
        std::string(question.substr(mention.span.begin, mention.span.end - mention.span.begin)) +
        " count more");
  }
}

void add_places(const std::vector<NameMatch>& names, const PlaceRoles& roles,
                const GenerationView& view, SoftFilters& filters) {
  for (const auto& name : names) {
    std::vector<std::string> terms;
    for (const auto& id : name.ids)
      if (view.value_with_id(index::Dimension::place, id)) roles.append_terms(id, terms);
    if (!terms.empty()) filters.wishes.push_back(wish(terms, view));
  }
}

}  // namespace

SoftFilters soft_filters(std::string_view question, const std::vector<NameMatch>& names,
                         const SoftRules& rules, const GenerationView& view) {
  SoftFilters filters;
  add_times(question, rules.dates, view, filters);
  add_places(names, rules.roles, view, filters);
  return filters;
}

Xapian::Query with_wishes(const Xapian::Query& query, const SoftFilters& filters) {
  if (filters.wishes.empty()) return query;
  return {Xapian::Query::OP_AND_MAYBE, query,
          Xapian::Query(Xapian::Query::OP_OR, filters.wishes.begin(), filters.wishes.end())};
}

}  // namespace furat
