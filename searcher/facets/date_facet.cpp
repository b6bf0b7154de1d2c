#include "searcher/facets/date_facet.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "index/date_nodes.hpp"
#include "searcher/facets/date_tally.hpp"
#include "searcher/facets/facet_memory.hpp"
#include "searcher/facets/facet_tree.hpp"
#include "searcher/facets/value_facet.hpp"

namespace furat {
namespace {

using index::DateLevel;
using index::DateNode;
using index::Dimension;

/// The dates that a passage's columns hold, by the numbers that `tally` has for their nodes.
void read_dates(Dimension dimension, Xapian::docid passage, const index::FacetColumns& columns,
                DateTally& tally, DateSet& set) {
  set.clear();
  if (dimension == Dimension::published) {
    for (const auto code : columns.values(dimension, passage))
      if (const auto number = tally.number_of(code)) {
        set.covers.push_back({*number, false});
        set.scopes.push_back(*number);
      }
    return;
  }
  for (const auto entry : columns.values(dimension, passage))
    if (const auto number = tally.number_of(entry / 2))
      set.covers.push_back({*number, (entry & 1U) != 0});
  for (const auto entry : columns.date_scopes(passage))
    if (const auto number = tally.number_of(entry / 2); number && (entry & 1U) == 0)
      set.scopes.push_back(*number);
}

using Passages = std::span<const CountedPassage>;

/// Calls `each` with every run of passages that have the same `number`.
template <class Each>
void for_each_run(Passages passages, std::uint32_t CountedPassage::*number, Each each) {
  while (!passages.empty()) {
    std::size_t size = 1;
    while (size < passages.size() && passages[size].*number == passages[0].*number) ++size;
    each(passages.first(size));
    passages = passages.subspan(size);
  }
}

/// Feeds a tally with the dates of passages, and with those that articles and stories have
/// altogether.
class DateCounter {
 public:
  DateCounter(Dimension dimension, const index::FacetColumns& columns, DateTally& tally)
      : dimension_(dimension), columns_(columns), tally_(tally) {}

  void count(Passages passages) {
    for_each_run(passages, &CountedPassage::story, [this](Passages story) { count_story(story); });
  }

 private:
  void count_story(Passages story) {
    const bool one_article = story.front().article == story.back().article;
    story_.clear();
    for_each_run(story, &CountedPassage::article,
                 [&](Passages article) { count_article(article, one_article); });
    if (!one_article) tally_.add(story_, {false, false, true});
  }

  void count_article(Passages article, bool is_story) {
    const bool one_passage = article.size() == 1;
    article_.clear();
    for (const auto& at : article) {
      read_dates(dimension_, at.passage, columns_, tally_, passage_);
      if (passage_.covers.empty()) tally_.add_without(at);
      tally_.add(passage_, {true, one_passage, one_passage && is_story});
      if (!one_passage || !is_story) article_.add(passage_);
    }
    if (!one_passage) tally_.add(article_, {false, true, is_story});
    if (!is_story) story_.add(article_);
  }

  Dimension dimension_;
  const index::FacetColumns& columns_;
  DateTally& tally_;
  DateSet passage_, article_, story_;
};

/// Years, months and days are listed wherever a date has days in them; coarser nodes only where a
/// date means them.
bool is_listed(const DateTally& tally, std::uint32_t number) {
  if (tally.closed(number) == 0) return false;
  const auto level = tally.node(number).level;
  return level >= DateLevel::year || (tally.is_named(number) && level != DateLevel::millennium);
}

std::optional<DateNode> listed_parent(DateNode node) {
  return node.level <= DateLevel::year ? std::nullopt : parent(node);
}

std::string display_name(DateNode node) {
  switch (node.level) {
    case DateLevel::unknown_year_root:
      return "year unknown";
    case DateLevel::decade:
      return index::name(node) + "0s";
    case DateLevel::century:
      return index::name(node) + "00s";
    default:
      return index::name(node);
  }
}

/// Time order of tree siblings: by first day, the coarser first; unknown years last.
std::pair<std::int64_t, int> time_key(const std::string& id) {
  const auto node = *index::node_named(id);
  const auto days = index::days_of(node);
  const std::int64_t begin =
      days ? days->first.time_since_epoch().count() : (std::int64_t{1} << 40U) + node.number;
  return {begin, static_cast<int>(node.level)};
}

/// Chooses the listed nodes: the selected ones, then the most frequent, coarser before finer, each
/// with its parents.
class DateListing {
 public:
  DateListing(const DateTally& tally, const FacetOptions& options, DateMode mode)
      : tally_(tally), options_(options), mode_(mode) {
    for (const auto number : tally.found())
      if (const auto passages = weight(number); passages > 0)
        ranked_.emplace_back(passages, tally.node(number));
  }

  /// How many nodes could be listed.
  [[nodiscard]] std::size_t listable() const { return ranked_.size(); }

  std::vector<FacetValue> choose() {
    for (const auto& id : options_.selected)
      if (const auto node = index::node_named(id)) list(*node);
    const auto selected = values_.size();
    put_most_frequent_first(selected);
    for (const auto& [passages, node] : ranked_) {
      if (options_.limit != 0 && values_.size() - selected >= options_.limit) break;
      list(node);
    }
    list_unknown_years();
    return std::move(values_);
  }

 private:
  /// By which the listed values are chosen; 0: not to be listed.
  [[nodiscard]] std::size_t weight(std::uint32_t number) const {
    if (!is_listed(tally_, number)) return 0;
    return mode_ == DateMode::overlap ? tally_.closed(number)
                                      : tally_.matching(tally_.node(number), mode_)[0];
  }

  /// As many as can be listed; selected ones take none of the places.
  void put_most_frequent_first(std::size_t selected) {
    const auto most = options_.limit == 0 ? ranked_.size() : options_.limit + selected;
    const auto end = ranked_.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranked_.size()));
    std::partial_sort(ranked_.begin(), end, ranked_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    ranked_.erase(end, ranked_.end());
  }

  /// What has no place in time has one in the list, whatever the limit.
  void list_unknown_years() {
    const DateNode unknown{DateLevel::unknown_year_root, 0};
    if (tally_.matching(unknown, mode_)[0] != 0) list(unknown);
  }

  void list(DateNode node) {
    if (!listed_.insert(index::name(node)).second) return;
    FacetValue value;
    value.id = index::name(node);
    value.name = display_name(node);
    value.kind = index::level_name(node.level);
    const auto count = tally_.matching(node, mode_);
    value.passages = count[0];
    value.articles = count[1];
    value.stories = count[2];
    value.precise = tally_.matching(node, mode_ == DateMode::overlap ? DateMode::within : mode_)[0];
    value.selected = options_.selected.count(value.id) != 0;
    if (const auto above = listed_parent(node)) {
      value.parent = index::name(*above);
      list(*above);
    }
    values_.push_back(std::move(value));
  }

  const DateTally& tally_;
  const FacetOptions& options_;
  DateMode mode_;
  std::vector<std::pair<std::size_t, DateNode>> ranked_;
  std::set<std::string> listed_;
  std::vector<FacetValue> values_;
};

}  // namespace

FacetCounts count_date_facet(Dimension dimension, const MatchedPassages& passages,
                             const FacetOptions& options, const GenerationView& view) {
  auto& memory =
      dimension == Dimension::date ? view.facet_memory().dates : view.facet_memory().published;
  const auto& tally = memory.counted(passages.is_everything(), [&](DateTally& counts) {
    DateCounter(dimension, view.columns(), counts).count(passages.in_story_order().passages());
  });
  // A day of publication is one day: only dates in the text can be longer than what is asked for.
  const auto mode = dimension == Dimension::date ? options.date_mode : DateMode::overlap;
  FacetCounts result;
  result.dimension = index::info(dimension).name;
  set_without(tally.without(), result);
  DateListing listing(tally, options, mode);
  result.total_values = listing.listable();
  result.values = in_tree_order(listing.choose(), [](const FacetValue& a, const FacetValue& b) {
    return time_key(a.id) < time_key(b.id);
  });
  return result;
}

}  // namespace furat
