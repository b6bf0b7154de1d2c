#include "searcher/ranking/ranking.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "index/schema.hpp"
#include "searcher/copies.hpp"
#include "searcher/matching/known_phrases.hpp"
#include "searcher/ranking/article_evidence.hpp"
#include "searcher/ranking/day_order.hpp"
#include "searcher/ranking/proximity.hpp"
#include "searcher/ranking/shard_ranking.hpp"

namespace furat {
namespace {

/// Lets only the earliest of the copies of a passage through.
class FirstCopies final : public Xapian::MatchDecider {
 public:
  FirstCopies(const PassageSet& matches, const index::FacetColumns& columns)
      : copies_(matches, columns) {}
  bool operator()(const Xapian::Document& document) const override {
    return copies_.is_first(document.get_docid());
  }

 private:
  Copies copies_;
};

bool needs_all_matches(const SearchRequest& request) {
  return request.totals || request.unique || request.limit == 0 || !request.facets.empty() ||
         request.group == GroupBy::article;
}

/// What to ask the matcher for: the page itself, or from the top where the top is to be put in
/// order first.
struct Window {
  Xapian::doccount first, count;
  static Window of(const SearchRequest& request, std::size_t everything, bool from_top) {
    const auto within = [everything](std::size_t n) {
      return static_cast<Xapian::doccount>(std::min(n, everything));
    };
    if (!from_top) return {within(request.offset), within(request.limit)};
    return {0, within(std::max(request.offset + std::min(request.limit, everything), kReranked))};
  }
};

void sort_by_score(std::vector<RankedPassage>& ranked, std::size_t count) {
  std::stable_sort(
      ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count),
      [](const RankedPassage& a, const RankedPassage& b) { return a.score > b.score; });
}

enum class Evidence { passage, article };

/// The first kReranked, scored anew.
void rerank(const GenerationView& view, const std::vector<std::string>& words, Evidence evidence,
            std::vector<RankedPassage>& ranked) {
  const auto count = std::min(ranked.size(), kReranked);
  const Proximity proximity(view, words);
  std::optional<ArticleEvidence> article;
  if (evidence == Evidence::article) article.emplace(view, words);
  if (proximity.is_idle() && !article) return;
  for (std::size_t i = 0; i < count; ++i) {
    view.deadline().check();
    auto& passage = ranked[i];
    if (!proximity.is_idle()) passage.score += proximity.bonus(passage.passage);
    if (article) passage.score += article->bonus(passage.passage);
  }
  sort_by_score(ranked, count);
}

/// Of the first kReranked, those with nearly the text of a better one (articles: that tell the same
/// story) go behind the others.
void put_copies_behind(const index::FacetColumns& columns, GroupBy group,
                       std::vector<RankedPassage>& ranked) {
  const auto count = std::min(ranked.size(), kReranked);
  if (count == 0) return;
  const double lowest = ranked[count - 1].score;
  std::unordered_set<std::uint32_t> seen;
  std::vector<RankedPassage> copies;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [passage, score] = ranked[i];
    const auto original =
        group == GroupBy::article ? columns.story(passage) : columns.original(passage);
    if (seen.insert(original).second)
      ranked[kept++] = {passage, score};
    else
      copies.push_back({passage, lowest});
  }
  std::copy(copies.begin(), copies.end(), ranked.begin() + static_cast<std::ptrdiff_t>(kept));
}

/// The page and whether anything was found, from Xapian's matcher alone.
void take_best(const GenerationView& view, const Xapian::Query& query, const SearchRequest& request,
               const OrderHints& hints, const Window& window, RankedPage& result) {
  auto enquire = by_relevance(view.database(), view.watched(query));
  DayOrder by_first_day(index::kSlotFirstDay, false);
  DayOrder by_publication(index::kSlotPublished, true);
  FirstDayInside by_day_inside(hints.days);
  if (request.sort == SortBy::date && hints.days.empty())
    enquire.set_sort_by_key_then_relevance(&by_first_day, false);
  if (request.sort == SortBy::date && !hints.days.empty())
    enquire.set_sort_by_key_then_relevance(&by_day_inside, false);
  if (request.sort == SortBy::published)
    enquire.set_sort_by_key_then_relevance(&by_publication, false);
  if (request.group == GroupBy::article) enquire.set_collapse_key(index::kSlotArticle);
  std::optional<FirstCopies> first_copies;
  if (request.unique) first_copies.emplace(result.matches->set(), view.columns());

  const auto mset = enquire.get_mset(window.first, window.count, 0, nullptr,
                                     first_copies ? &*first_copies : nullptr);
  // What a window behind the last match does not show, the matcher has counted.
  result.found = result.found || mset.get_matches_estimated() != 0;
  result.page = passages_of(mset);
}

void take_best_of_shards(const GenerationView& view, const Xapian::Query& query,
                         const PageOfShards& page, RankedPage& result) {
  result.page =
      best_of_shards(view, query, page, result.matches ? &result.matches->set() : nullptr);
  result.found =
      result.found || !result.page.empty() || (page.first != 0 && !view.matches(query).empty());
}

}  // namespace

std::shared_ptr<const MatchedPassages> all_matches(const GenerationView& view,
                                                   const Xapian::Query& query,
                                                   const SearchRequest& request) {
  if (!needs_all_matches(request)) return nullptr;
  return std::make_shared<const MatchedPassages>(view.matched(query));
}

RankedPage rank(const GenerationView& view, const Xapian::Query& query,
                const SearchRequest& request, const OrderHints& hints,
                std::shared_ptr<const MatchedPassages> matches) {
  RankedPage result;
  result.matches = std::move(matches);
  if (result.matches) {
    result.found = result.matches->count() != 0;
    if (request.limit == 0 || !result.found) return result;
  }
  const std::size_t everything = view.completion().counts.passages;
  const bool new_order = request.sort == SortBy::relevance && request.offset < kReranked;
  const auto window = Window::of(request, everything, new_order);
  const auto ranked = with_known_phrases(query, view);
  if (view.is_one_local_database())
    take_best(view, ranked, request, hints, window, result);
  else
    take_best_of_shards(view, ranked, {request, hints.days, window.first, window.count}, result);
  if (new_order) {
    rerank(view, hints.words_in_order, Evidence::passage, result.page);
    put_copies_behind(view.columns(), request.group, result.page);
    result.page = in_window(std::move(result.page), request.offset, request.limit);
  }
  return result;
}

std::vector<RankedPassage> best_passages(const GenerationView& view, const Xapian::Query& query,
                                         const std::vector<std::string>& stems) {
  std::vector<RankedPassage> passages;
  if (view.is_one_local_database()) {
    passages =
        passages_of(by_relevance(view.database(), view.watched(query)).get_mset(0, kReranked));
  } else {
    const SearchRequest by_relevance_alone;
    passages = best_of_shards(view, query, {by_relevance_alone, {}, 0, kReranked}, nullptr);
  }
  rerank(view, stems, Evidence::article, passages);
  return passages;
}

}  // namespace furat
