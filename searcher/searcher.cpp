#include "furat/searcher.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "index/generation.hpp"
#include "index/xapian_errors.hpp"
#include "searcher/copies.hpp"
#include "searcher/deadline.hpp"
#include "searcher/explain.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/value_search.hpp"
#include "searcher/hit_maker.hpp"
#include "searcher/original_files.hpp"
#include "searcher/passage_lookup.hpp"
#include "searcher/pivot/pivot.hpp"
#include "searcher/query/date_filter.hpp"
#include "searcher/query/filter_query.hpp"
#include "searcher/query/geo_filter.hpp"
#include "searcher/query/query_parser.hpp"
#include "searcher/query/query_plan.hpp"
#include "searcher/query/question.hpp"
#include "searcher/query/soft_filters.hpp"
#include "searcher/query/words_apart.hpp"
#include "searcher/ranking/ranking.hpp"
#include "searcher/ranking/related_terms.hpp"
#include "searcher/ranking/score_parts.hpp"
#include "searcher/ranking/written_forms.hpp"
#include "searcher/show.hpp"
#include "searcher/similar/similar_query.hpp"
#include "searcher/spelling/query_correction.hpp"
#include "searcher/suggest/suggest.hpp"
#include "searcher/timeline/calendar.hpp"
#include "searcher/timeline/timeline.hpp"
#include "searcher/values/list_values.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {
namespace {

/// One request against one generation, from the query text to the results.
class SearchRun {
 public:
  SearchRun(const SearchRequest& request, const GenerationView& view,
            analysis::TermAnalyzer& analyzer)
      : request_(request),
        view_(view),
        analyzer_(analyzer),
        deadline_(request.deadline),
        root_(parsed(request.query)),
        asks_(request.plain || (is_question(request.query) && is_only_words(root_))),
        roles_(request.place_roles),
        dates_{request.date_mode, parse_now(request.now)},
        filters_(request.filters, {roles_, filter_spelling(request.expand_names), dates_}, view,
                 results_.notes) {
    if (asks_ && !request.plain)
      results_.notes.emplace_back("read as a question: passages need not have all of its words");
    if (asks_) root_ = without_question_words(std::move(root_));
    if (const auto geo = geo_filter(request, roles_, view, results_.notes))
      filters_.restrict_to(*geo);
    if (request.reported_by)
      filters_.restrict_to(reported_by(*request.reported_by, dates_, results_.notes));
  }

  SearchResults run() { return answer(find()); }

  SearchResults similar(const SimilarRequest& request) {
    const auto passage = passage_with_key(request.passage, view_);
    auto alike = similar_query(passage, request.copies, view_);
    plan_.query = std::move(alike.query);
    plan_.highlight.words.insert(alike.stems.begin(), alike.stems.end());
    plan_.entities = std::move(alike.entities);
    const auto ranked =
        rank(view_, filters_.apply(plan_.query), request_,
             {plan_.words_in_order, filters_.selected_days(index::Dimension::date), deadline_});
    take_totals(ranked);
    return answer(ranked);
  }

  ShownPassage show(const ShowRequest& request) {
    plan_ = planned(request_.match, false);
    return show_passage(request, plan_, view_, analyzer_);
  }

  FacetValuesResults facet_values(const FacetValuesRequest& request) {
    const auto counts = facet(request.dimension, *find().matches);
    auto values = search_values(request, counts, view_);
    values.matched = std::move(results_);
    return values;
  }

  TimelineResults timeline(const TimelineRequest& request) {
    const auto passages = find_all();
    auto timeline = count_timeline(request, passages, date_bounds(), view_);
    timeline.matched = std::move(results_);
    return timeline;
  }

  PivotResults pivot(const PivotRequest& request) {
    const auto passages = find_all();
    auto pivot = count_pivot(request, passages, {roles_, date_bounds()}, view_);
    pivot.matched = std::move(results_);
    return pivot;
  }

  ValuesResults values(const ValuesRequest& request) {
    const auto passages = find_all();
    auto values = list_values(request, passages, roles_, filters_, view_);
    values.matched = std::move(results_);
    return values;
  }

 private:
  /// The matches, and what the answer says of all of them.
  RankedPage find() {
    auto ranked = as_put_or_corrected();
    if (!ranked.found) note_words_apart();
    results_.matched_as = plan_.matched_as;
    results_.notes.insert(results_.notes.end(), plan_.notes.begin(), plan_.notes.end());
    take_totals(ranked);
    return ranked;
  }

  void take_totals(const RankedPage& ranked) {
    results_.generation = view_.name();
    results_.counted = ranked.matches.has_value();
    if (results_.counted) count(*ranked.matches);
  }

  /// The whole answer: hits and facets.
  SearchResults answer(const RankedPage& ranked) {
    make_hits(ranked);
    for (const auto& dimension : request_.facets)
      results_.facets.push_back(facet(dimension, *ranked.matches));
    return std::move(results_);
  }

  void count(const MatchedPassages& matches) {
    const auto& ordered = matches.in_story_order();
    results_.total_passages = matches.count();
    results_.total_articles = ordered.articles();
    results_.total_stories = ordered.stories();
    results_.total_unique = count_unique(matches.set(), view_.columns());
  }

  /// All matches, none of them as a hit.
  std::vector<Xapian::docid> find_all() {
    auto passages = find().matches->set().ids();
    deadline_.check();
    return passages;
  }

  /// From the first to the last day that the date filters ask for.
  [[nodiscard]] std::optional<index::DayInterval> date_bounds() const {
    return hull_of(filters_.selected_days(index::Dimension::date));
  }

  [[nodiscard]] QueryPlan planned(MatchMode match, bool synonyms) {
    return plan_query(root_, {match, request_.expand_names, synonyms, roles_, dates_}, view_,
                      analyzer_, deadline_);
  }

  RankedPage ranked_as(MatchMode match, bool synonyms) {
    plan_ = planned(match, synonyms);
    if (asks_) wish();
    if (looks_for_related(match)) look_for_related(match);
    return rank(view_, filters_.apply(plan_.query), request_,
                {plan_.words_in_order, filters_.selected_days(index::Dimension::date), deadline_});
  }

  /// The query as it was put; if that finds nothing, with its misspelled words corrected.
  RankedPage as_put_or_corrected() {
    auto ranked = first_that_finds();
    if (!request_.expand_names) return ranked;
    results_.suggestions =
        corrected_queries(request_.query, root_, plan_.matched_as, view_, analyzer_);
    if (ranked.found || results_.suggestions.empty()) return ranked;
    const auto& corrected = results_.suggestions.front().query;
    root_ = asks_ ? without_question_words(parsed(corrected)) : parsed(corrected);
    auto plan_as_put = plan_;
    auto found = first_that_finds();
    if (!found.found) {
      plan_ = std::move(plan_as_put);
      return ranked;
    }
    results_.corrected_query = corrected;
    results_.notes.push_back("no passage has '" + request_.query + "'; these have '" + corrected +
                             "'");
    return found;
  }

  [[nodiscard]] QueryNode parsed(const std::string& query) const {
    return request_.plain ? parse_plain(query) : parse_query(query);
  }

  /// The times and places of a question come first.
  void wish() {
    const auto filters = soft_filters(
        request_.query, root_, {roles_, filter_spelling(request_.expand_names), dates_}, view_);
    plan_.query = with_wishes(plan_.query, filters);
    plan_.notes.insert(plan_.notes.end(), filters.notes.begin(), filters.notes.end());
  }

  [[nodiscard]] bool looks_for_related(MatchMode match) const {
    if (request_.related == RelatedWords::automatic) return asks_ && match == MatchMode::any;
    return request_.related == RelatedWords::always;
  }

  /// Words that the best passages have in common are searched for too. The filters have no say in
  /// which these are, so that a count is what a click on it gives.
  void look_for_related(MatchMode match) {
    const auto best = best_passages(view_, plan_.query, plan_.words_in_order, deadline_);
    auto terms = related_terms(view_.database(), best, plan_.words_in_order);
    const bool may_find = match == MatchMode::any && is_only_words(root_);
    std::vector<std::string> finding;
    for (auto& term : terms) {
      term.finds = term.finds && may_find;
      if (term.finds) finding.push_back(term.stem);
    }
    plan_.query = with_related(plan_.query, terms);
    plan_.highlight.words.insert(finding.begin(), finding.end());
    results_.related_words = written_forms(finding, best, view_, analyzer_);
    if (!finding.empty())
      plan_.notes.push_back("related words were searched for too: " +
                            fmt::format("{}", fmt::join(results_.related_words, ", ")));
  }

  /// A question need not be answered in its own words.
  [[nodiscard]] MatchMode match_mode() const {
    return asks_ && !request_.plain ? MatchMode::any : request_.match;
  }

  /// The query as it was put; if that finds nothing and may be loosened: with words of the same
  /// meaning, then with any of its words. What was done is said.
  RankedPage first_that_finds() {
    auto ranked = ranked_as(match_mode(), false);
    const bool loosen =
        match_mode() == MatchMode::all && request_.fall_back_to_any && plan_.optional_words > 1;
    if (ranked.found || !loosen) return ranked;
    if (plan_.words_with_synonyms != 0) {
      ranked = ranked_as(MatchMode::all, true);
      if (ranked.found) {
        results_.notes.emplace_back(
            "no passage has all the words; these have them or words of the same meaning");
        return ranked;
      }
    }
    ranked = ranked_as(MatchMode::any, true);
    if (ranked.found) {
      results_.fell_back_to_any = true;
      results_.notes.emplace_back("no passage has all the words; these have some of them");
    }
    return ranked;
  }

  /// Phrases and closeness are never loosened; that the words are there is worth knowing.
  void note_words_apart() {
    const auto apart = with_words_apart(root_);
    if (!apart) return;
    const auto plan =
        plan_query(*apart, {MatchMode::all, request_.expand_names, false, roles_, dates_}, view_,
                   analyzer_, deadline_);
    const auto found = view_.matches(filters_.apply(plan.query), deadline_).count();
    if (found == 0) return;
    results_.notes.push_back(
        "no passage has the words as quoted or as near as asked for; " + std::to_string(found) +
        (found == 1 ? " passage has" : " passages have") + " them apart or in other forms");
  }

  void make_hits(const RankedPage& ranked) {
    if (ranked.page.empty()) return;
    const HitMaker maker(plan_, request_, view_, analyzer_);
    std::vector<Xapian::docid> page;
    for (const auto& hit : ranked.page) page.push_back(hit.passage);
    std::optional<Copies> copies;
    if (ranked.matches) copies.emplace(ranked.matches->set(), page, view_.columns());
    const auto in_article = passages_by_article(ranked);
    const auto parts = request_.explain ? score_parts(ranked) : std::nullopt;
    for (const auto& [passage, score] : ranked.page) {
      deadline_.check();
      auto hit = maker.make(passage);
      hit.rank = request_.offset + results_.hits.size() + 1;
      hit.score = score;
      if (copies) maker.add_copies(copies->others(passage), hit);
      if (request_.group == GroupBy::article)
        hit.passages_in_article = in_article.at(view_.columns().article(passage));
      if (parts) hit.score_parts = parts->of(passage, score);
      results_.hits.push_back(std::move(hit));
    }
  }

  [[nodiscard]] std::optional<ScoreParts> score_parts(const RankedPage& ranked) {
    PartNames names;
    const auto words = analysis::tokenize(request_.query);
    for (const auto& word : words.tokens())
      names.words[std::string(analyzer_.stem(words.folded(word)))] = words.folded(word);
    for (const auto& word : results_.related_words)
      names.related[std::string(analyzer_.stem(word))] = word;
    std::vector<Xapian::docid> passages;
    for (const auto& hit : ranked.page) passages.push_back(hit.passage);
    return std::optional<ScoreParts>(std::in_place, view_, filters_.apply(plan_.query),
                                     plan_.words_in_order, std::move(names), std::move(passages));
  }

  /// Of the articles on the page, where hits are articles.
  [[nodiscard]] std::unordered_map<std::uint32_t, std::size_t> passages_by_article(
      const RankedPage& ranked) const {
    std::unordered_map<std::uint32_t, std::size_t> counts;
    if (request_.group != GroupBy::article) return counts;
    for (const auto& hit : ranked.page) counts[view_.columns().article(hit.passage)] = 0;
    ranked.matches->set().for_each([&](Xapian::docid passage) {
      const auto count = counts.find(view_.columns().article(passage));
      if (count != counts.end()) ++count->second;
    });
    return counts;
  }

  /// A dimension without a selection is counted over the hits; one with a selection as if it had
  /// none (drill-sideways), unless the request says otherwise.
  FacetCounts facet(const std::string& name, const MatchedPassages& hits) {
    deadline_.check();
    const auto dimension = index::dimension_named(name);
    if (!dimension)
      throw RequestError("there is no facet '" + name + "'", "facets", name, 0,
                         index::dimension_names());
    const FacetOptions options{request_.facet_limit, filters_.selected_ids(*dimension), roles_,
                               request_.date_mode};
    if (!filters_.selects(*dimension) || !request_.drill_sideways)
      return count_facet(*dimension, hits, options, view_);
    const MatchedPassages sideways(
        view_.matches(filters_.apply(plan_.query, *dimension), deadline_),
        view_.completion().counts.passages, view_.columns());
    return count_facet(*dimension, sideways, options, view_);
  }

  const SearchRequest& request_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  Deadline deadline_;
  SearchResults results_;
  QueryNode root_;
  bool asks_;  ///< a question, not keywords
  PlaceRoles roles_;
  DateRules dates_;
  FilterSet filters_;
  QueryPlan plan_;
};

/// The request for all passages and no hits: nothing is ranked.
SearchRequest only_matches(SearchRequest request) {
  request.offset = request.limit = 0;
  request.sort = SortBy::relevance;
  request.group = GroupBy::passage;
  request.unique = false;
  request.facets.clear();
  return request;
}

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(std::filesystem::path index) : index_(std::move(index)) { refresh(); }

  /// What `make` gives of the newest generation, one request at a time.
  template <class Make>
  auto answer(Make make) {
    const std::lock_guard lock(mutex_);
    try {
      refresh();
      return make();
    } catch (const Xapian::Error& error) {
      throw index::as_index_error(error, index_);
    }
  }

  SearchResults search(const SearchRequest& request) {
    return answer([&] { return SearchRun(request, *view_, analyzer_).run(); });
  }

  TimelineResults timeline(TimelineRequest request) {
    request.search = only_matches(std::move(request.search));
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).timeline(request); });
  }

  PivotResults pivot(PivotRequest request) {
    request.search = only_matches(std::move(request.search));
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).pivot(request); });
  }

  ValuesResults values(ValuesRequest request) {
    request.search = only_matches(std::move(request.search));
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).values(request); });
  }

  Hit passage(const std::string& key) {
    return answer([&] { return explained_passage(key, *view_, analyzer_); });
  }

  ShownPassage show(const ShowRequest& request) {
    SearchRequest marks;
    marks.query = request.query;
    marks.expand_names = request.expand_names;
    return answer([&] { return SearchRun(marks, *view_, analyzer_).show(request); });
  }

  SearchResults similar(SimilarRequest request) {
    request.search.query.clear();
    request.search.unique = request.search.unique || !request.copies;
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).similar(request); });
  }

  std::vector<Completion> suggest(const SuggestRequest& request) {
    return answer([&] { return furat::suggest(request, *view_, analyzer_); });
  }

  FacetValuesResults facet_values(FacetValuesRequest request) {
    request.search = only_matches(std::move(request.search));
    request.search.facet_limit = 0;
    return answer(
        [&] { return SearchRun(request.search, *view_, analyzer_).facet_values(request); });
  }

  IndexInfo info() {
    const std::lock_guard lock(mutex_);
    refresh();
    const auto& completion = view_->completion();
    return {index_, view_->name(), completion.digest, completion.counts.articles,
            completion.counts.passages};
  }

  std::filesystem::path original_path(const std::string& file) {
    return answer([&] {
      if (!originals_ || originals_->generation() != view_->name())
        originals_.emplace(index_, view_->name());
      return originals_->path_of(file);
    });
  }

 private:
  /// Opens the newest generation if it is not the one that is open: a new handle, never a swapped
  /// one.
  void refresh() {
    try {
      if (view_ && index::current_generation(index_) == view_->name()) return;
      view_ = std::make_unique<GenerationView>(index_);
    } catch (const Xapian::Error& error) {
      throw index::as_index_error(error, index_);
    }
  }

  std::filesystem::path index_;
  std::mutex mutex_;
  std::unique_ptr<GenerationView> view_;
  std::optional<OriginalFiles> originals_;  ///< read when first asked for
  analysis::TermAnalyzer analyzer_;
};

Searcher::Searcher(const std::filesystem::path& index) : impl_(std::make_unique<Impl>(index)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResults Searcher::search(const SearchRequest& request) const {
  return impl_->search(request);
}
TimelineResults Searcher::timeline(const TimelineRequest& request) const {
  return impl_->timeline(request);
}
PivotResults Searcher::pivot(const PivotRequest& request) const { return impl_->pivot(request); }
ValuesResults Searcher::values(const ValuesRequest& request) const {
  return impl_->values(request);
}
Hit Searcher::passage(const std::string& key) const { return impl_->passage(key); }
ShownPassage Searcher::show(const ShowRequest& request) const { return impl_->show(request); }
SearchResults Searcher::similar(const SimilarRequest& request) const {
  return impl_->similar(request);
}
std::vector<Completion> Searcher::suggest(const SuggestRequest& request) const {
  return impl_->suggest(request);
}
FacetValuesResults Searcher::facet_values(const FacetValuesRequest& request) const {
  return impl_->facet_values(request);
}
IndexInfo Searcher::info() const { return impl_->info(); }

std::filesystem::path Searcher::original_path(const std::string& file) const {
  return impl_->original_path(file);
}

}  // namespace furat
