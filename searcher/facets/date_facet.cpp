#include "searcher/facets/date_facet.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "index/date_nodes.hpp"
#include "searcher/facets/date_tally.hpp"
#include "searcher/facets/facet_tables.hpp"
#include "searcher/facets/facet_tree.hpp"
#include "searcher/facets/passage_dates.hpp"
#include "searcher/facets/value_facet.hpp"

namespace furat {
namespace {

using index::DateLevel;
using index::DateNode;
using index::Dimension;

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
  DateCounter(PassageDates& dates, DateTally& tally, const Deadline& deadline)
      : dates_(dates), tally_(tally), in_time_(deadline, kStoriesAtOnce) {}

  void count(Passages passages) {
    for_each_run(passages, &CountedPassage::story, [this](Passages story) {
      in_time_.step();
      count_story(story);
    });
  }

 private:
  static constexpr unsigned kStoriesAtOnce = 1024;  ///< between two looks at the clock

  void count_story(Passages story) {
    const bool one_article = story.front().article == story.back().article;
    story_.clear();
    for_each_run(story, &CountedPassage::article,
                 [&](Passages article) { count_article(article, one_article); });
    if (!one_article) tally_.add_together(story_, {false, false, true}, dates_.nodes());
  }

  void count_article(Passages article, bool is_story) {
    const bool one_passage = article.size() == 1;
    article_.clear();
    for (const auto& at : article) {
      const auto dates = dates_.of(at.passage);
      if (dates.empty()) tally_.add_without(at);
      tally_.add(dates, {true, one_passage, one_passage && is_story}, dates_.nodes());
      if (!one_passage) article_.insert(article_.end(), dates.begin(), dates.end());
      if (!is_story) story_.insert(story_.end(), dates.begin(), dates.end());
    }
    if (!one_passage) tally_.add_together(article_, {false, true, is_story}, dates_.nodes());
  }

  PassageDates& dates_;
  DateTally& tally_;
  PacedCheck in_time_;
  std::vector<MarkedNode> article_, story_;
};

/// Years, months and days are listed wherever a date has days in them; coarser nodes only where a
/// date means them.
bool is_listed(const DateTally& tally, std::uint32_t number, DateLevel level) {
  if (tally.closed(number) == 0) return false;
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
  DateListing(const DateTally& tally, const NodeNumbers& nodes, const FacetOptions& options,
              DateMode mode)
      : tally_(tally), nodes_(nodes), options_(options), mode_(mode) {
    for (const auto number : tally.found())
      if (const auto passages = weight(number); passages > 0)
        ranked_.emplace_back(passages, nodes.node(number));
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
    const auto node = nodes_.node(number);
    if (!is_listed(tally_, number, node.level)) return 0;
    return mode_ == DateMode::overlap ? tally_.closed(number) : matching(node, mode_).passages;
  }

  [[nodiscard]] DateCount matching(DateNode node, DateMode mode) const {
    return tally_.matching(node, mode, nodes_);
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
    if (matching(unknown, mode_).passages != 0) list(unknown);
  }

  void list(DateNode node) {
    if (!listed_.insert(index::name(node)).second) return;
    FacetValue value;
    value.id = index::name(node);
    value.name = display_name(node);
    value.kind = index::level_name(node.level);
    const auto count = matching(node, mode_);
    value.passages = count.passages;
    value.articles = count.articles;
    value.stories = count.stories;
    value.precise =
        mode_ == DateMode::overlap ? matching(node, DateMode::within).passages : count.passages;
    value.selected = options_.selected.count(value.id) != 0;
    if (const auto above = listed_parent(node)) {
      value.parent = index::name(*above);
      list(*above);
    }
    values_.push_back(std::move(value));
  }

  const DateTally& tally_;
  const NodeNumbers& nodes_;
  const FacetOptions& options_;
  DateMode mode_;
  std::vector<std::pair<std::size_t, DateNode>> ranked_;
  std::set<std::string> listed_;
  std::vector<FacetValue> values_;
};

DateTables& tables_of(Dimension dimension, const GenerationView& view) {
  auto& tables = view.facet_tables();
  return dimension == Dimension::date ? tables.date : tables.published;
}

}  // namespace

const DateTally& count_dates(Dimension dimension, const MatchedPassages& passages,
                             DateTally& scratch, const GenerationView& view) {
  auto& tables = tables_of(dimension, view);
  const auto& columns = view.columns();
  auto& kept = tables.kept.get([&] { return KeptDates(columns.last_document()); });
  return counted(
      passages.is_everything(), tables.everything, scratch, view.deadline(), [&](DateTally& tally) {
        PassageDates dates(dimension, columns, tables.nodes, kept);
        DateCounter(dates, tally, view.deadline()).count(passages.in_story_order().passages());
      });
}

FacetCounts count_date_facet(Dimension dimension, const MatchedPassages& passages,
                             const FacetOptions& options, const GenerationView& view) {
  const auto& counts = count_dates(dimension, passages, view.facet_scratch().dates, view);
  return date_facet_of(counts, dimension, options, view);
}

FacetCounts date_facet_of(const DateTally& counts, Dimension dimension, const FacetOptions& options,
                          const GenerationView& view) {
  // A day of publication is one day: only dates in the text can be longer than what is asked for.
  const auto mode = dimension == Dimension::date ? options.date_mode : DateMode::overlap;
  FacetCounts result;
  result.dimension = index::info(dimension).name;
  set_without(counts.without(), result);
  DateListing listing(counts, tables_of(dimension, view).nodes, options, mode);
  result.total_values = listing.listable();
  result.values = in_tree_order(listing.choose(), [](const FacetValue& a, const FacetValue& b) {
    return time_key(a.id) < time_key(b.id);
  });
  return result;
}

}  // namespace furat
