// One request against one generation, from the query text to the results.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "furat/searcher.hpp"
#include "searcher/facets/dates_ahead.hpp"
#include "searcher/matching/matched_passages.hpp"
#include "searcher/query/filter_query.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/query/query_ast.hpp"
#include "searcher/query/query_plan.hpp"
#include "searcher/ranking/ranking.hpp"
#include "searcher/ranking/score_parts.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// To be used for one answer. Throws RequestError, DeadlineExceeded, IndexError and Xapian::Error.
class SearchRun {
 public:
  SearchRun(const SearchRequest& request, const GenerationView& view,
            analysis::TermAnalyzer& analyzer);

  SearchResults run();

  /// The matches, ranked, and what the answer says of all of them.
  RankedPage find();

  /// The facets that the request wants, of the matches that find() gave.
  void count_facets(const RankedPage& ranked);

  /// The hits of a page that find() gave, one after the other; the answer without them.
  SearchResults stream(const RankedPage& ranked, const HitSink& sink);

  SearchResults similar(const SimilarRequest& request);

  ShownPassage show(const ShowRequest& request);

  FacetValuesResults facet_values(const FacetValuesRequest& request);

  TimelineResults timeline(const TimelineRequest& request);

  PivotResults pivot(const PivotRequest& request);

  ValuesResults values(const ValuesRequest& request);

 private:
  void take_totals(const RankedPage& ranked);

  /// The whole answer: hits and facets.
  SearchResults answer(const RankedPage& ranked);

  void count(const MatchedPassages& matches);
  [[nodiscard]] std::size_t total_hits(const MatchedPassages& matches) const;

  /// All matches, none of them as a hit.
  std::vector<Xapian::docid> find_all();

  /// From the first to the last day that the date filters ask for.
  [[nodiscard]] std::optional<index::DayInterval> date_bounds() const;

  [[nodiscard]] QueryPlan planned(const QueryNode& root, MatchMode match, bool synonyms);

  /// The passages that the plan and the filters leave.
  [[nodiscard]] RankedPage ranked();

  /// Plans the query so: what a question has besides its words included.
  void plan_as(MatchMode match, bool synonyms);

  /// True if any passage of the archive matches the plan. Loosening and correcting go by this and
  /// not by the filters: so every count is what a click on it gives.
  [[nodiscard]] bool matches_somewhere() const;

  /// Plans with words of the same meaning, then with any of the words; says what was done. False,
  /// and the plan as it was, if this may not be or finds nothing either.
  bool loosen();

  /// Plans with the likeliest correction of misspelled words, likewise.
  bool correct();

  [[nodiscard]] QueryNode parsed(const std::string& query) const;

  /// The times and places of a question come first.
  void wish();

  [[nodiscard]] bool looks_for_related(MatchMode match) const;

  /// Words that the best passages have in common are searched for too. The filters have no say in
  /// which these are, so that a count is what a click on it gives.
  void look_for_related(MatchMode match);

  /// A question need not be answered in its own words.
  [[nodiscard]] MatchMode match_mode() const;

  /// Why nothing was found: the filters, or what demands where words stand.
  void note_what_is_left_out();

  /// Phrases and closeness are never loosened; that the words are there is worth knowing.
  void note_words_apart();

  /// Hits of the page from the one at `first` on, at most `count`, given to `use` until this
  /// returns false.
  template <class Use>
  bool make_hits(const RankedPage& ranked, std::size_t first, std::size_t count, Use use);

  /// What the scores of some hits are made of.
  [[nodiscard]] std::optional<ScoreParts> score_parts(const std::vector<Xapian::docid>& page);

  /// Of the articles of some hits, where hits are articles.
  [[nodiscard]] std::unordered_map<std::uint32_t, std::size_t> passages_by_article(
      const std::vector<Xapian::docid>& page, const RankedPage& ranked) const;

  [[nodiscard]] bool wants_facet(index::Dimension dimension) const;

  /// A dimension without a selection is counted over the hits; one with a selection as if it had
  /// none (drill-sideways), unless the request says otherwise.
  [[nodiscard]] bool counts_over_hits(index::Dimension dimension) const;
  FacetCounts facet(const std::string& name, const MatchedPassages& hits);

  const SearchRequest& request_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  SearchResults results_;
  QueryNode root_;
  bool asks_;  ///< a question, not keywords
  PlaceRoles roles_;
  DateRules dates_;
  FilterSet filters_;
  QueryPlan plan_;
  DatesAhead dates_ahead_;
};

}  // namespace furat
