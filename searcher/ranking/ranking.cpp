#include "searcher/ranking/ranking.hpp"

#include <algorithm>
#include <optional>

#include "index/schema.hpp"
#include "searcher/copies.hpp"
#include "searcher/ranking/day_order.hpp"
#include "searcher/ranking/proximity.hpp"

namespace furat {
namespace {

/// BM25 as Lucene has it: k2 = k3 = 0 and no lower bound on the normalised length (xapian-notes
/// section 8).
Xapian::BM25Weight bm25() { return {1.2, 0, 0, 0.75, 0}; }

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

/// The best few, scored anew.
void put_close_ones_first(const Xapian::Database& database, const std::vector<std::string>& words,
                          std::vector<RankedPassage>& ranked) {
  const auto count = std::min(ranked.size(), kReranked);
  if (count == 0) return;
  const auto best = ranked.front().score;
  for (std::size_t i = 0; i < count; ++i)
    ranked[i].score += best * proximity_bonus(database, ranked[i].passage, words);
  std::stable_sort(
      ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count),
      [](const RankedPassage& a, const RankedPassage& b) { return a.score > b.score; });
}

void cut_to_request(const SearchRequest& request, std::vector<RankedPassage>& ranked) {
  const auto first = std::min(request.offset, ranked.size());
  const auto count = std::min(request.limit, ranked.size() - first);
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(first));
  ranked.resize(count);
}

}  // namespace

RankedPage rank(const GenerationView& view, const Xapian::Query& query,
                const SearchRequest& request, const OrderHints& hints) {
  RankedPage result;
  if (needs_all_matches(request)) {
    result.matches.emplace(view.matches(query), view.completion().counts.passages, view.columns());
    result.found = result.matches->count() != 0;
    if (request.limit == 0 || !result.found) return result;
  }
  const auto& database = view.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  // Equal scores stand in the order of articles, not of document ids, which depend on how the index
  // came to be.
  enquire.set_sort_by_relevance_then_value(index::kSlotOrder, false);
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

  const std::size_t everything = database.get_doccount();
  const bool rerank = request.sort == SortBy::relevance && hints.words_in_order.size() > 1 &&
                      request.limit > 0 && request.offset < kReranked;
  const auto window = Window::of(request, everything, rerank);
  const auto mset = enquire.get_mset(window.first, window.count, 0, nullptr,
                                     first_copies ? &*first_copies : nullptr);
  // What a window behind the last match does not show, the matcher has counted.
  result.found = result.found || mset.get_matches_estimated() != 0;
  for (auto it = mset.begin(); it != mset.end(); ++it)
    result.page.push_back({*it, it.get_weight()});
  if (rerank) {
    put_close_ones_first(database, hints.words_in_order, result.page);
    cut_to_request(request, result.page);
  }
  return result;
}

}  // namespace furat
