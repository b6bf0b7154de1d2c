// A parsed query against one index: the Xapian query, what to highlight, and which words were read
// as names.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "searcher/query/filter_query.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/query/query_ast.hpp"
#include "searcher/snippets/snippet_maker.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

struct QueryPlan {
  Xapian::Query query;                      ///< without the request's filters
  std::size_t optional_words = 0;           ///< words that MatchMode decides about
  std::vector<std::string> words_in_order;  ///< stems of the plain words and names, for proximity
  HighlightSpec highlight;
  HighlightSpec related;  ///< marked where nothing else is: RelatedWords
  std::vector<std::uint32_t>
      entities;  ///< ordinals of the values that name words stand for: their mentions are marked
  std::vector<NameMatch> matched_as;
  std::vector<std::string> notes;
  std::size_t words_with_synonyms = 0;  ///< plain words for which synonyms are known
};

struct PlanOptions {
  MatchMode match = MatchMode::all;
  bool expand_names = true;
  bool synonyms = false;     ///< a plain word may also be one of its synonyms, at half its weight
  PlaceRoles place_roles{};  ///< in which the field `place:` finds a place
  DateRules dates{};         ///< how `date:` and `published:` are read
};

/// Throws RequestError for a field value that cannot be used. The query refers to the view and
/// the analyzer.
[[nodiscard]] QueryPlan plan_query(const QueryNode& root, const PlanOptions& options,
                                   const GenerationView& view, analysis::TermAnalyzer& analyzer);

}  // namespace furat
