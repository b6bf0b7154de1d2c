#include "searcher/ranking/shard_ranking.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "index/schema.hpp"
#include "searcher/copies.hpp"
#include "searcher/ranking/bm25.hpp"
#include "searcher/ranking/day_order.hpp"

namespace furat {
namespace {

/// How many more are asked for each time what was given is too few.
constexpr Xapian::doccount kGrowth = 4;

class ShardRanking {
 public:
  ShardRanking(const GenerationView& view, const Xapian::Query& query, const PageOfShards& page,
               const PassageSet* matches)
      : view_(view),
        query_(query),
        page_(page),
        everything_(view.completion().counts.passages),
        sets_(view.verified_sets()) {
    if (matches == nullptr && !sets_.empty()) {
      own_matches_ = view.matches(query);
      matches = &*own_matches_;
    }
    matches_ = matches;
    if (page.request.unique && matches != nullptr) copies_.emplace(*matches, view.columns());
  }

  std::vector<RankedPassage> best() {
    if (page_.request.sort != SortBy::relevance) return by_day();
    const auto truths = truths_of_matches();
    if (truths.size() > 1) return in_window(picked(of_several(truths)));
    if (!truths.empty()) sets_.assume(*truths.begin());
    if (!is_picky()) return asked(page_.first, page_.count);
    const auto wanted = std::min(everything_, page_.first + page_.count);
    for (auto count = wanted;; count = std::min(everything_, count * kGrowth)) {
      auto ranked = asked(0, count);
      const bool is_all = ranked.size() < count || count == everything_;
      auto picked_ones = picked(std::move(ranked));
      if (is_all || picked_ones.size() >= wanted) return in_window(std::move(picked_ones));
    }
  }

 private:
  [[nodiscard]] bool is_picky() const {
    return !sets_.empty() || copies_ || page_.request.group == GroupBy::article;
  }

  /// Equal scores stand in the order of articles.
  [[nodiscard]] std::vector<RankedPassage> asked(Xapian::doccount first,
                                                 Xapian::doccount count) const {
    view_.deadline().check();
    Xapian::Enquire enquire(view_.database());
    enquire.set_query(query_);
    enquire.set_weighting_scheme(bm25::weighting_scheme());
    enquire.set_sort_by_relevance_then_value(index::kSlotOrder, false);
    const auto mset = enquire.get_mset(first, count);
    std::vector<RankedPassage> ranked;
    for (auto it = mset.begin(); it != mset.end(); ++it) ranked.push_back({*it, it.get_weight()});
    return ranked;
  }

  /// The matches, and of an article the first one if articles are asked for.
  [[nodiscard]] std::vector<RankedPassage> picked(std::vector<RankedPassage> ranked) const {
    std::unordered_set<std::uint32_t> articles;
    std::erase_if(ranked, [&](const RankedPassage& passage) {
      if (matches_ != nullptr && !matches_->contains(passage.passage)) return true;
      if (copies_ && !copies_->is_first(passage.passage)) return true;
      return page_.request.group == GroupBy::article &&
             !articles.insert(view_.columns().article(passage.passage)).second;
    });
    return ranked;
  }

  [[nodiscard]] std::vector<RankedPassage> in_window(std::vector<RankedPassage> ranked) const {
    const auto first = std::min<std::size_t>(page_.first, ranked.size());
    const auto count = std::min<std::size_t>(page_.count, ranked.size() - first);
    ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(first));
    ranked.resize(count);
    return ranked;
  }

  /// Which conditions hold together in some match.
  [[nodiscard]] std::set<std::vector<bool>> truths_of_matches() const {
    std::set<std::vector<bool>> truths;
    if (!sets_.empty())
      matches_->for_each([&](Xapian::docid id) { truths.insert(sets_.truths(id)); });
    return truths;
  }

  /// A passage has the score that it has where the conditions hold that hold of it.
  [[nodiscard]] std::vector<RankedPassage> of_several(
      const std::set<std::vector<bool>>& all_truths) const {
    std::vector<RankedPassage> ranked;
    for (const auto& truths : all_truths) {
      sets_.assume(truths);
      for (const auto& passage : asked(0, everything_))
        if (matches_->contains(passage.passage) && sets_.truths(passage.passage) == truths)
          ranked.push_back(passage);
    }
    sort(ranked, [](const RankedPassage& passage) { return -passage.score; });
    return ranked;
  }

  [[nodiscard]] std::vector<RankedPassage> by_day() const {
    std::vector<RankedPassage> ranked;
    const auto truths = truths_of_matches();
    if (truths.empty())
      ranked = asked(0, everything_);
    else
      ranked = of_several(truths);
    sort(ranked, [&](const RankedPassage& passage) { return day_of(passage.passage); });
    return in_window(picked(std::move(ranked)));
  }

  /// Ascending by key, then in the order of articles.
  template <class Key>
  void sort(std::vector<RankedPassage>& ranked, Key key) const {
    using Keyed = std::tuple<decltype(key(ranked[0])), std::uint32_t, std::size_t>;
    std::vector<Keyed> order;
    order.reserve(ranked.size());
    for (std::size_t i = 0; i < ranked.size(); ++i)
      order.emplace_back(key(ranked[i]), view_.document_order().rank(ranked[i].passage), i);
    std::sort(order.begin(), order.end());
    std::vector<RankedPassage> sorted;
    sorted.reserve(ranked.size());
    for (const auto& keyed : order) sorted.push_back(ranked[std::get<2>(keyed)]);
    ranked = std::move(sorted);
  }

  /// Days from 1970-01-01 on, as they are to be sorted; what has none comes last.
  [[nodiscard]] std::int64_t day_of(Xapian::docid passage) const {
    std::optional<std::chrono::sys_days> day;
    const auto& columns = view_.columns();
    if (page_.request.sort == SortBy::published) {
      const auto codes = columns.values(index::Dimension::published, passage);
      const auto node = codes.empty() ? std::nullopt : index::node_with_code(codes.front());
      const auto days = node ? index::days_of(*node) : std::nullopt;
      if (days) day = days->first;
    } else if (page_.days.empty()) {
      day = view_.document_order().first_day(passage);
    } else {
      day = first_day_inside(columns.values(index::Dimension::date, passage), page_.days);
    }
    if (!day) return std::numeric_limits<std::int64_t>::max();
    const std::int64_t number = day->time_since_epoch().count();
    return page_.request.sort == SortBy::published ? -number : number;
  }

  const GenerationView& view_;
  const Xapian::Query& query_;
  const PageOfShards& page_;
  Xapian::doccount everything_;
  const VerifiedSets& sets_;
  std::optional<PassageSet> own_matches_;
  const PassageSet* matches_ = nullptr;
  std::optional<Copies> copies_;
};

}  // namespace

std::vector<RankedPassage> best_of_shards(const GenerationView& view, const Xapian::Query& query,
                                          const PageOfShards& page, const PassageSet* matches) {
  return ShardRanking(view, query, page, matches).best();
}

}  // namespace furat
