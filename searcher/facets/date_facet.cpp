#include "searcher/facets/date_facet.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "index/date_nodes.hpp"
#include "searcher/facets/facet_tree.hpp"

namespace furat {
namespace {

using index::DateLevel;
using index::DateNode;
using index::Dimension;

/// The cover nodes of one passage, or of all matching passages of one article.
struct DateSet {
  std::vector<DateNode> closed;  ///< of dates with both ends
  std::vector<DateNode> all;     ///< open ones too
};

/// Per node: how many sets have it or a node below it, by closed dates and by all; and how many
/// only have a node above it.
struct NodeCount {
  std::size_t precise = 0;  ///< sets with a closed cover node at or below
  std::size_t at_or_below = 0;
  std::size_t topmost = 0;  ///< sets of which this is a cover node with no other cover node above
  std::size_t doubled = 0;  ///< sets counted at_or_below that also have a cover node above
  bool named = false;       ///< a closed date means exactly this node
};

class OverlapCounter {
 public:
  void add(const DateSet& set) {
    std::vector<DateNode> below = with_ancestors(set.all);
    for (const auto& node : below) {
      auto& count = counts_[node];
      ++count.at_or_below;
      if (has_one_above(node, set.all)) ++count.doubled;
    }
    for (const auto& node : distinct(set.all))
      if (!has_one_above(node, set.all)) ++counts_[node].topmost;
    for (const auto& node : with_ancestors(set.closed)) ++counts_[node].precise;
    for (const auto& node : set.closed) counts_[node].named = true;
  }

  /// Sets that overlap the node: at, below or above it.
  [[nodiscard]] std::size_t overlapping(DateNode node) const {
    const auto here = counts_.find(node);
    std::size_t count = here == counts_.end() ? 0 : here->second.at_or_below - here->second.doubled;
    for (auto above = parent(node); above; above = parent(*above))
      if (const auto found = counts_.find(*above); found != counts_.end())
        count += found->second.topmost;
    return count;
  }

  [[nodiscard]] const std::map<DateNode, NodeCount>& counts() const { return counts_; }

 private:
  static std::vector<DateNode> distinct(std::vector<DateNode> nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  static std::vector<DateNode> with_ancestors(const std::vector<DateNode>& nodes) {
    std::vector<DateNode> result;
    for (const auto& node : nodes)
      for (std::optional above(node); above; above = parent(*above)) result.push_back(*above);
    return distinct(std::move(result));
  }

  static bool has_one_above(DateNode node, const std::vector<DateNode>& nodes) {
    for (auto above = parent(node); above; above = parent(*above))
      if (std::find(nodes.begin(), nodes.end(), *above) != nodes.end()) return true;
    return false;
  }

  std::map<DateNode, NodeCount> counts_;
};

/// The cover nodes a passage's column holds.
DateSet dates_of(Dimension dimension, Xapian::docid passage, const index::FacetColumns& columns) {
  DateSet set;
  for (const auto entry : columns.values(dimension, passage)) {
    const bool open = dimension == Dimension::date && (entry & 1U) != 0;
    const auto node = index::node_with_code(dimension == Dimension::date ? entry / 2 : entry);
    if (!node) continue;
    set.all.push_back(*node);
    if (!open) set.closed.push_back(*node);
  }
  return set;
}

void join(DateSet& into, const DateSet& from) {
  into.all.insert(into.all.end(), from.all.begin(), from.all.end());
  into.closed.insert(into.closed.end(), from.closed.begin(), from.closed.end());
}

/// Years, months and days are listed wherever a date lies in them; coarser nodes only where a date
/// means them.
bool is_listed(DateNode node, const NodeCount& count) {
  if (count.precise == 0) return false;
  return node.level >= DateLevel::year || (count.named && node.level != DateLevel::millennium);
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

const char* kind_of(DateNode node) {
  switch (node.level) {
    case DateLevel::millennium:
      return "millennium";
    case DateLevel::century:
      return "century";
    case DateLevel::decade:
      return "decade";
    case DateLevel::year:
      return "year";
    case DateLevel::month:
      return "month";
    case DateLevel::day:
      return "day";
    case DateLevel::unknown_year_root:
      return "unknown-year";
    case DateLevel::unknown_year_month:
      return "unknown-year-month";
    case DateLevel::unknown_year_day:
      return "unknown-year-day";
  }
  return "";
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
  DateListing(const OverlapCounter& passages, const OverlapCounter& articles,
              const FacetOptions& options)
      : passages_(passages), articles_(articles), options_(options) {}

  std::vector<FacetValue> choose() {
    for (const auto& id : options_.selected)
      if (const auto node = index::node_named(id)) list(*node);
    const auto selected = values_.size();
    for (const auto& node : by_frequency()) {
      if (options_.limit != 0 && values_.size() - selected >= options_.limit) break;
      list(node);
    }
    return std::move(values_);
  }

  [[nodiscard]] std::size_t listable() const {
    return static_cast<std::size_t>(
        std::count_if(passages_.counts().begin(), passages_.counts().end(),
                      [](const auto& entry) { return is_listed(entry.first, entry.second); }));
  }

 private:
  [[nodiscard]] std::vector<DateNode> by_frequency() const {
    std::vector<std::pair<std::size_t, DateNode>> ranked;
    for (const auto& [node, count] : passages_.counts())
      if (is_listed(node, count)) ranked.emplace_back(count.precise, node);
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<DateNode> nodes;
    for (const auto& [count, node] : ranked) nodes.push_back(node);
    return nodes;
  }

  void list(DateNode node) {
    if (!listed_.insert(index::name(node)).second) return;
    FacetValue value;
    value.id = index::name(node);
    value.name = display_name(node);
    value.kind = kind_of(node);
    value.passages = passages_.overlapping(node);
    value.articles = articles_.overlapping(node);
    if (const auto count = passages_.counts().find(node); count != passages_.counts().end())
      value.precise = count->second.precise;
    value.selected = options_.selected.count(value.id) != 0;
    if (const auto above = listed_parent(node)) {
      value.parent = index::name(*above);
      list(*above);
    }
    values_.push_back(std::move(value));
  }

  const OverlapCounter& passages_;
  const OverlapCounter& articles_;
  const FacetOptions& options_;
  std::set<std::string> listed_;
  std::vector<FacetValue> values_;
};

}  // namespace

FacetCounts count_date_facet(Dimension dimension, const std::vector<Xapian::docid>& passages,
                             const FacetOptions& options, const GenerationView& view) {
  FacetCounts result;
  result.dimension = index::info(dimension).name;
  OverlapCounter by_passage;
  OverlapCounter per_article;
  DateSet article_dates;
  const auto ordered = by_article(passages, view.columns());
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const auto dates = dates_of(dimension, ordered[i].passage, view.columns());
    if (dates.all.empty()) ++result.passages_without;
    by_passage.add(dates);
    join(article_dates, dates);
    if (i + 1 == ordered.size() || ordered[i + 1].article != ordered[i].article) {
      per_article.add(article_dates);
      article_dates = {};
    }
  }
  DateListing listing(by_passage, per_article, options);
  result.total_values = listing.listable();
  result.values = in_tree_order(listing.choose(), [](const FacetValue& a, const FacetValue& b) {
    return time_key(a.id) < time_key(b.id);
  });
  return result;
}

}  // namespace furat
