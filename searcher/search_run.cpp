#include "searcher/search_run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "analysis/text/tokenizer.hpp"
#include "searcher/copies.hpp"
#include "searcher/facets/date_facet.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/value_search.hpp"
#include "searcher/hit_maker.hpp"
#include "searcher/passage_lookup.hpp"
#include "searcher/pivot/pivot.hpp"
#include "searcher/query/date_filter.hpp"
#include "searcher/query/geo_filter.hpp"
#include "searcher/query/query_parser.hpp"
#include "searcher/query/question.hpp"
#include "searcher/query/soft_filters.hpp"
#include "searcher/query/words_apart.hpp"
#include "searcher/ranking/related_terms.hpp"
#include "searcher/ranking/written_forms.hpp"
#include "searcher/show.hpp"
#include "searcher/similar/similar_query.hpp"
#include "searcher/spelling/query_correction.hpp"
#include "searcher/timeline/calendar.hpp"
#include "searcher/timeline/timeline.hpp"
#include "searcher/values/list_values.hpp"

namespace furat {

SearchRun::SearchRun(const SearchRequest& request, const GenerationView& view,
                     analysis::TermAnalyzer& analyzer)
    : request_(request),
      view_(view),
      analyzer_(analyzer),
      root_(parsed(request.query)),
      asks_(request.plain ||
            (request.questions && is_question(request.query) && is_only_words(root_))),
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

SearchResults SearchRun::run() { return answer(find()); }

SearchResults SearchRun::similar(const SimilarRequest& request) {
  const auto passage = passage_with_key(request.passage, view_);
  auto alike = similar_query(passage, request.copies, view_);
  plan_.query = std::move(alike.query);
  plan_.highlight.words.insert(alike.stems.begin(), alike.stems.end());
  plan_.entities = std::move(alike.entities);
  const auto page = ranked();
  take_totals(page);
  return answer(page);
}

ShownPassage SearchRun::show(const ShowRequest& request) {
  plan_ = planned(root_, request_.match, false);
  return show_passage(request, plan_, view_, analyzer_);
}

FacetValuesResults SearchRun::facet_values(const FacetValuesRequest& request) {
  const auto counts = facet(request.dimension, *find().matches);
  auto values = search_values(request, counts, view_);
  values.matched = std::move(results_);
  return values;
}

TimelineResults SearchRun::timeline(const TimelineRequest& request) {
  const auto passages = find_all();
  auto timeline = count_timeline(request, passages, date_bounds(), view_);
  timeline.matched = std::move(results_);
  return timeline;
}

PivotResults SearchRun::pivot(const PivotRequest& request) {
  const auto passages = find_all();
  auto pivot = count_pivot(request, passages, {roles_, date_bounds()}, view_);
  pivot.matched = std::move(results_);
  return pivot;
}

ValuesResults SearchRun::values(const ValuesRequest& request) {
  const auto passages = find_all();
  auto values = list_values(request, passages, roles_, filters_, view_);
  values.matched = std::move(results_);
  return values;
}

RankedPage SearchRun::find() {
  plan_as(match_mode(), false);
  auto page = ranked();
  const bool as_put = page.found || matches_somewhere();
  if (request_.expand_names)
    results_.suggestions =
        corrected_queries(request_.query, root_, plan_.matched_as, view_, analyzer_);
  if (!as_put && (loosen() || correct())) page = ranked();
  if (!page.found) note_what_is_left_out();
  results_.matched_as = plan_.matched_as;
  results_.notes.insert(results_.notes.end(), plan_.notes.begin(), plan_.notes.end());
  take_totals(page);
  return page;
}

void SearchRun::take_totals(const RankedPage& ranked) {
  results_.generation = view_.name();
  const auto& gaps = view_.shard_gaps();
  results_.missing_shards = gaps.missing;
  results_.stale_shards = gaps.stale;
  results_.notes.insert(results_.notes.end(), gaps.notes.begin(), gaps.notes.end());
  results_.counted = ranked.matches != nullptr;
  if (results_.counted) count(*ranked.matches);
}

SearchResults SearchRun::answer(const RankedPage& ranked) {
  make_hits(ranked, 0, ranked.page.size(), [this](Hit&& hit) {
    results_.hits.push_back(std::move(hit));
    return true;
  });
  count_facets(ranked);
  return std::move(results_);
}

SearchResults SearchRun::stream(const RankedPage& ranked, const HitSink& sink) {
  // To find the copies of hits, all matches are looked through for each of these stretches.
  constexpr std::size_t kAtOnce = 4096;
  HitProgress progress{0, ranked.page.size(), results_};
  const auto give = [&](Hit&& hit) {
    const bool wanted = sink(std::move(hit), progress);
    ++progress.done;
    return wanted;
  };
  for (std::size_t first = 0; first < ranked.page.size(); first += kAtOnce)
    if (!make_hits(ranked, first, kAtOnce, give)) break;
  return std::move(results_);
}

void SearchRun::count_facets(const RankedPage& ranked) {
  for (const auto& dimension : request_.facets)
    results_.facets.push_back(facet(dimension, *ranked.matches));
}

void SearchRun::count(const MatchedPassages& matches) {
  const auto& ordered = matches.in_story_order();
  results_.total_passages = matches.count();
  results_.total_articles = ordered.articles();
  results_.total_stories = ordered.stories();
  results_.total_unique = count_unique(matches.set(), view_.columns());
  results_.total_hits = total_hits(matches);
}

std::size_t SearchRun::total_hits(const MatchedPassages& matches) const {
  if (request_.group == GroupBy::passage)
    return request_.unique ? results_.total_unique : results_.total_passages;
  return request_.unique ? count_articles_of_firsts(matches.set(), view_.columns())
                         : results_.total_articles;
}

std::vector<Xapian::docid> SearchRun::find_all() {
  auto passages = find().matches->set().ids();
  view_.deadline().check();
  return passages;
}

std::optional<index::DayInterval> SearchRun::date_bounds() const {
  return hull_of(filters_.selected_days(index::Dimension::date));
}

QueryPlan SearchRun::planned(const QueryNode& root, MatchMode match, bool synonyms) {
  return plan_query(root, {match, request_.expand_names, synonyms, roles_, dates_}, view_,
                    analyzer_);
}

RankedPage SearchRun::ranked() {
  const auto query = filters_.apply(plan_.query);
  auto matches = all_matches(view_, query, request_);
  const auto date = index::Dimension::date;
  if (matches && counts_over_hits(date) && wants_facet(date)) dates_ahead_.begin(matches, view_);
  return rank(view_, query, request_, {plan_.words_in_order, filters_.selected_days(date)},
              std::move(matches));
}

bool SearchRun::wants_facet(index::Dimension dimension) const {
  return std::find(request_.facets.begin(), request_.facets.end(), index::info(dimension).name) !=
         request_.facets.end();
}

bool SearchRun::counts_over_hits(index::Dimension dimension) const {
  return !filters_.selects(dimension) || !request_.drill_sideways;
}

void SearchRun::plan_as(MatchMode match, bool synonyms) {
  plan_ = planned(root_, match, synonyms);
  results_.related_words.clear();
  if (asks_) wish();
  if (looks_for_related(match)) look_for_related(match);
}

bool SearchRun::matches_somewhere() const { return !view_.matches(plan_.query).empty(); }

bool SearchRun::loosen() {
  if (match_mode() != MatchMode::all || !request_.fall_back_to_any || plan_.optional_words <= 1)
    return false;
  auto as_put = plan_;
  if (plan_.words_with_synonyms != 0) {
    plan_as(MatchMode::all, true);
    if (matches_somewhere()) {
      results_.notes.emplace_back(
          "no passage has all the words; these have them or words of the same meaning");
      return true;
    }
  }
  plan_as(MatchMode::any, true);
  if (matches_somewhere()) {
    results_.fell_back_to_any = true;
    results_.notes.emplace_back("no passage has all the words; these have some of them");
    return true;
  }
  plan_ = std::move(as_put);
  return false;
}

bool SearchRun::correct() {
  if (results_.suggestions.empty()) return false;
  const auto& corrected = results_.suggestions.front().query;
  auto plan_as_put = plan_;
  auto root_as_put = root_;
  root_ = asks_ ? without_question_words(parsed(corrected)) : parsed(corrected);
  plan_as(match_mode(), false);
  if (matches_somewhere() || loosen()) {
    results_.corrected_query = corrected;
    results_.notes.push_back("no passage has '" + request_.query + "'; these have '" + corrected +
                             "'");
    return true;
  }
  plan_ = std::move(plan_as_put);
  root_ = std::move(root_as_put);
  return false;
}

QueryNode SearchRun::parsed(const std::string& query) const {
  return request_.plain ? parse_plain(query) : parse_query(query);
}

void SearchRun::wish() {
  const auto filters = soft_filters(request_.query, plan_.matched_as, {roles_, dates_}, view_);
  plan_.query = with_wishes(plan_.query, filters);
  plan_.notes.insert(plan_.notes.end(), filters.notes.begin(), filters.notes.end());
}

bool SearchRun::looks_for_related(MatchMode match) const {
  if (request_.related == RelatedWords::automatic) return asks_ && match == MatchMode::any;
  return request_.related == RelatedWords::always;
}

void SearchRun::look_for_related(MatchMode match) {
  const auto best = best_passages(view_, plan_.query, plan_.words_in_order);
  auto terms = related_terms(view_, best, plan_.words_in_order);
  const bool may_find = match == MatchMode::any && is_only_words(root_);
  std::vector<std::string> finding;
  for (auto& term : terms) {
    term.finds = term.finds && may_find;
    if (term.finds) finding.push_back(term.stem);
  }
  plan_.query = with_related(plan_.query, terms);
  plan_.related.words.insert(finding.begin(), finding.end());
  results_.related_words = written_forms(finding, best, view_, analyzer_);
  if (!finding.empty())
    plan_.notes.push_back("related words were searched for too: " +
                          fmt::format("{}", fmt::join(results_.related_words, ", ")));
}

MatchMode SearchRun::match_mode() const {
  return asks_ && !request_.plain ? MatchMode::any : request_.match;
}

void SearchRun::note_what_is_left_out() {
  const auto matches = view_.matches(plan_.query).count();
  if (matches == 0) return note_words_apart();
  if (root_.children.empty()) return;  // nothing but filters: they are all that was asked for
  results_.notes.push_back(
      fmt::format("{} what was asked for, but the filters leave none of {}",
                  matches == 1 ? "1 passage has" : std::to_string(matches) + " passages have",
                  matches == 1 ? "it" : "them"));
}

void SearchRun::note_words_apart() {
  const auto apart = with_words_apart(root_);
  if (!apart) return;
  const auto plan = planned(*apart, MatchMode::all, false);
  const auto found = view_.matches(filters_.apply(plan.query)).count();
  if (found == 0) return;
  results_.notes.push_back(
      "no passage has the words as quoted or as near as asked for; " + std::to_string(found) +
      (found == 1 ? " passage has" : " passages have") + " them apart or in other forms");
}

template <class Use>
bool SearchRun::make_hits(const RankedPage& ranked, std::size_t first, std::size_t count, Use use) {
  const auto hits = std::span(ranked.page).subspan(first);
  std::vector<Xapian::docid> page;
  for (const auto& hit : hits.first(std::min(count, hits.size()))) page.push_back(hit.passage);
  if (page.empty()) return true;
  const HitMaker maker(plan_, request_, view_, analyzer_);
  std::optional<Copies> copies;
  if (ranked.matches) copies.emplace(ranked.matches->set(), page, view_.columns());
  const auto in_article = passages_by_article(page, ranked);
  const auto parts = request_.explain ? score_parts(page) : std::nullopt;
  for (std::size_t i = 0; i < page.size(); ++i) {
    view_.deadline().check();
    auto hit = maker.make(page[i]);
    hit.rank = request_.offset + first + i + 1;
    hit.score = hits[i].score;
    if (copies) maker.add_copies(copies->others(page[i]), hit);
    if (request_.group == GroupBy::article)
      hit.passages_in_article = in_article.at(view_.columns().article(page[i]));
    if (parts) hit.score_parts = parts->of(page[i], hit.score);
    if (!use(std::move(hit))) return false;
  }
  return true;
}

std::optional<ScoreParts> SearchRun::score_parts(const std::vector<Xapian::docid>& page) {
  PartNames names;
  const auto words = analysis::tokenize(request_.query);
  for (const auto& word : words.tokens())
    names.words[std::string(analyzer_.stem(words.folded(word)))] = words.folded(word);
  for (const auto& word : results_.related_words)
    names.related[std::string(analyzer_.stem(word))] = word;
  return std::optional<ScoreParts>(std::in_place, view_, filters_.apply(plan_.query),
                                   plan_.words_in_order, std::move(names), page);
}

std::unordered_map<std::uint32_t, std::size_t> SearchRun::passages_by_article(
    const std::vector<Xapian::docid>& page, const RankedPage& ranked) const {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  if (request_.group != GroupBy::article) return counts;
  for (const auto passage : page) counts[view_.columns().article(passage)] = 0;
  ranked.matches->set().for_each([&](Xapian::docid passage) {
    const auto count = counts.find(view_.columns().article(passage));
    if (count != counts.end()) ++count->second;
  });
  return counts;
}

FacetCounts SearchRun::facet(const std::string& name, const MatchedPassages& hits) {
  view_.deadline().check();
  const auto dimension = index::dimension_named(name);
  if (!dimension)
    throw RequestError("there is no facet '" + name + "'", "facets", name, 0,
                       index::dimension_names());
  const FacetOptions options{request_.facet_limit, filters_.selected_ids(*dimension), roles_,
                             request_.date_mode};
  if (!counts_over_hits(*dimension)) {
    const auto sideways = view_.matched(filters_.apply(plan_.query, *dimension));
    return count_facet(*dimension, sideways, options, view_);
  }
  if (const auto* dates = *dimension == index::Dimension::date ? dates_ahead_.of(hits) : nullptr)
    return date_facet_of(*dates, *dimension, options, view_);
  return count_facet(*dimension, hits, options, view_);
}

}  // namespace furat
