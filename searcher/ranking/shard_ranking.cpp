#include "searcher/ranking/shard_ranking.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "index/schema.hpp"
#include "searcher/copies.hpp"
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
        sets_(view.verified_sets()),
        conditions_(sets_.numbers_in(query)) {
    if (matches == nullptr && !conditions_.empty()) {
      own_matches_ = view.matches(query);
      matches = &*own_matches_;
    }
    matches_ = matches;
    if (page.request.unique && matches != nullptr) copies_.emplace(*matches, view.columns());
  }

  std::vector<RankedPassage> best() {
    if (page_.request.sort != SortBy::relevance) return by_day();
    if (!is_picky()) return asked(page_.first, page_.count).passages;
    const auto parts = alike_matches();
    const auto wanted = std::min(everything_, page_.first + page_.count);
    if (wanted == 0) return {};
    for (auto count = wanted;;) {
      auto best = best_that_hold(parts, count);
      auto picked_ones = picked(std::move(best.passages));
      if (best.are_all || picked_ones.size() >= wanted)
        return in_window(std::move(picked_ones), page_.first, page_.count);
      count = more_than(count, best.matches);
    }
  }

 private:
  [[nodiscard]] bool is_picky() const {
    return !conditions_.empty() || copies_ || page_.request.group == GroupBy::article;
  }

  /// Some of the best, in order.
  struct Best {
    std::vector<RankedPassage> passages;
    bool are_all = false;
    Xapian::doccount matches = 0;  ///< of what was asked, by estimate
  };

  [[nodiscard]] Best asked(Xapian::doccount first, Xapian::doccount count) const {
    view_.deadline().check();
    const auto mset = by_relevance(view_.database(), query_).get_mset(first, count);
    Best best;
    best.passages = passages_of(mset);
    best.are_all = best.passages.size() < count || count == everything_;
    best.matches = mset.get_matches_estimated();
    return best;
  }

  /// How many to ask for, where the first `count` of so many had too few that are wanted.
  [[nodiscard]] Xapian::doccount more_than(Xapian::doccount count, Xapian::doccount matches) const {
    std::uint64_t more = std::uint64_t{count} * kGrowth;
    // As many as are likely to have enough among them, and a half.
    if (matches_ != nullptr && !matches_->empty())
      more = std::max(
          more, 3 * std::uint64_t{page_.first + page_.count} * matches / (2 * matches_->count()));
    return static_cast<Xapian::doccount>(std::min<std::uint64_t>(more, everything_));
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

  /// The matches of which the same conditions hold.
  struct Alike {
    std::vector<bool> truths;  ///< by the number of a set; false for sets that are no conditions
    PassageSet passages;
  };

  /// All matches, parted so. Empty where there are no conditions.
  [[nodiscard]] std::vector<Alike> alike_matches() const {
    if (conditions_.empty()) return {};
    std::vector<Alike> parts{{std::vector<bool>(sets_.size()), *matches_}};
    for (const auto number : conditions_) {
      std::vector<Alike> parted;
      for (auto& [truths, passages] : parts) {
        auto within = passages;
        within &= sets_.set(number);
        passages -= within;
        auto true_too = truths;
        true_too[number] = true;
        if (!within.empty()) parted.push_back({std::move(true_too), std::move(within)});
        if (!passages.empty()) parted.push_back({std::move(truths), std::move(passages)});
      }
      parts = std::move(parted);
    }
    return parts;
  }

  /// Of the first `count` for each part: a passage has the score that it has where the conditions
  /// hold that hold of it.
  [[nodiscard]] Best best_that_hold(const std::vector<Alike>& parts, Xapian::doccount count) const {
    if (conditions_.empty()) return asked(0, count);
    Best all;
    all.are_all = true;
    std::optional<Place> certain;  // behind it, some may be missing
    for (const auto& [truths, passages] : parts) {
      sets_.assume(truths);
      const auto best = asked(0, count);
      all.matches += best.matches;
      if (!best.are_all) {
        all.are_all = false;
        const auto last = by_score(best.passages.back());
        certain = std::min(certain.value_or(last), last);
      }
      for (const auto& passage : best.passages)
        if (passages.contains(passage.passage)) all.passages.push_back(passage);
    }
    if (parts.size() > 1)
      sort(all.passages, [this](const RankedPassage& passage) { return by_score(passage); });
    if (certain)
      std::erase_if(all.passages,
                    [&](const auto& passage) { return by_score(passage) > *certain; });
    return all;
  }

  /// The best first, then in the order of articles.
  using Place = std::pair<double, std::uint32_t>;
  [[nodiscard]] Place by_score(const RankedPassage& passage) const {
    return {-passage.score, view_.document_order().rank(passage.passage)};
  }

  [[nodiscard]] std::vector<RankedPassage> by_day() const {
    auto ranked = best_that_hold(alike_matches(), everything_).passages;
    sort(ranked, [&](const RankedPassage& passage) { return day_of(passage.passage); });
    return in_window(picked(std::move(ranked)), page_.first, page_.count);
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
      day = index::published_day(columns, passage);
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
  std::vector<std::size_t> conditions_;  ///< numbers of those sets that the query has
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
