#include "searcher/facets/date_facet.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

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
  std::vector<DateNode> scopes;  ///< not of a cover: the smallest node that holds a closed date
};

/// Per node: how many sets have it or a node below it, by closed dates and by all; and how many
/// only have a node above it.
struct NodeCount {
  DateNode node;
  std::optional<std::size_t> parent;  ///< index of the node above
  std::size_t precise = 0;            ///< sets with a closed date that lies in it
  std::size_t closed = 0;             ///< sets with a closed cover node at or below
  std::size_t at_or_below = 0;
  std::size_t topmost = 0;  ///< sets of which this is a cover node with no other one above
  std::size_t doubled = 0;  ///< sets counted at_or_below that also have a cover node above
  bool named = false;       ///< a closed date means exactly this node
  /// The last set that was counted here for each of the above: counts a set once without a list of
  /// its nodes.
  std::size_t seen_cover = 0, seen_below = 0, seen_topmost = 0, seen_closed = 0, seen_precise = 0;
};

class OverlapCounter {
 public:
  void add(const DateSet& set) {
    ++sets_;
    for (const auto& node : set.all) counts_[index_of(node)].seen_cover = sets_;
    for (const auto& node : set.all) count_path(index_of(node));
    for (const auto& node : set.closed) count_closed(index_of(node));
    for (const auto& node : set.scopes) count_precise(index_of(node));
  }

  /// Sets that overlap the node: at, below or above it.
  [[nodiscard]] std::size_t overlapping(DateNode node) const {
    const auto* here = find(node);
    std::size_t count = here == nullptr ? 0 : here->at_or_below - here->doubled;
    for (auto above = parent(node); above; above = parent(*above))
      if (const auto* found = find(*above)) count += found->topmost;
    return count;
  }

  /// Sets with a date that has all of the node: at or above it.
  [[nodiscard]] std::size_t containing(DateNode node) const {
    std::size_t count = 0;
    for (std::optional at(node); at; at = parent(*at))
      if (const auto* found = find(*at)) count += found->topmost;
    return count;
  }

  /// Sets with a closed date that lies in the node.
  [[nodiscard]] std::size_t within(DateNode node) const {
    const auto* found = find(node);
    return found == nullptr ? 0 : found->precise;
  }

  /// What a filter by the node finds.
  [[nodiscard]] std::size_t matching(DateNode node, DateMode mode) const {
    return mode == DateMode::within     ? within(node)
           : mode == DateMode::contains ? containing(node)
                                        : overlapping(node);
  }

  [[nodiscard]] const NodeCount* find(DateNode node) const {
    const auto found = numbers_.find(index::code(node));
    return found == numbers_.end() ? nullptr : &counts_[found->second];
  }

  [[nodiscard]] const std::vector<NodeCount>& counts() const { return counts_; }

 private:
  /// Number of the node in counts_, entered with all that stand above it when it is new.
  std::size_t index_of(DateNode node) {
    const auto known = numbers_.find(index::code(node));
    if (known != numbers_.end()) return known->second;
    std::optional<std::size_t> above;
    if (const auto up = parent(node)) above = index_of(*up);
    counts_.push_back({node, above});
    numbers_.emplace(index::code(node), counts_.size() - 1);
    return counts_.size() - 1;
  }

  /// Counts a cover node and all above it, each once a set.
  void count_path(std::size_t cover) {
    auto topmost = cover;
    for (std::optional at(cover); at; at = counts_[*at].parent)
      if (counts_[*at].seen_cover == sets_) topmost = *at;
    bool below_topmost = cover != topmost;
    for (std::optional at(cover); at; at = counts_[*at].parent) {
      if (*at == topmost) below_topmost = false;
      auto& count = counts_[*at];
      if (std::exchange(count.seen_below, sets_) == sets_) continue;
      ++count.at_or_below;
      if (below_topmost) ++count.doubled;
    }
    if (std::exchange(counts_[topmost].seen_topmost, sets_) != sets_) ++counts_[topmost].topmost;
  }

  void count_closed(std::size_t cover) {
    counts_[cover].named = true;
    for (std::optional at(cover); at; at = counts_[*at].parent) {
      if (std::exchange(counts_[*at].seen_closed, sets_) == sets_) return;
      ++counts_[*at].closed;
    }
  }

  void count_precise(std::size_t scope) {
    for (std::optional at(scope); at; at = counts_[*at].parent) {
      // What stands above was counted along with it.
      if (std::exchange(counts_[*at].seen_precise, sets_) == sets_) return;
      ++counts_[*at].precise;
    }
  }

  std::size_t sets_ = 0;
  std::vector<NodeCount> counts_;
  std::unordered_map<std::uint32_t, std::size_t> numbers_;  ///< by node code
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
  if (dimension == Dimension::published) {
    set.scopes = set.closed;
    return set;
  }
  for (const auto entry : columns.date_scopes(passage))
    if (const auto node = index::node_with_code(entry / 2); node && (entry & 1U) == 0)
      set.scopes.push_back(*node);
  return set;
}

void join(DateSet& into, const DateSet& from) {
  into.all.insert(into.all.end(), from.all.begin(), from.all.end());
  into.closed.insert(into.closed.end(), from.closed.begin(), from.closed.end());
  into.scopes.insert(into.scopes.end(), from.scopes.begin(), from.scopes.end());
}

/// Years, months and days are listed wherever a date has days in them; coarser nodes only where a
/// date means them.
bool is_listed(const NodeCount& count) {
  if (count.closed == 0) return false;
  const auto level = count.node.level;
  return level >= DateLevel::year || (count.named && level != DateLevel::millennium);
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
  DateListing(const OverlapCounter& passages, const OverlapCounter& articles,
              const FacetOptions& options, DateMode mode)
      : passages_(passages), articles_(articles), options_(options), mode_(mode) {}

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
                      [this](const NodeCount& count) { return rank(count) > 0; }));
  }

 private:
  /// By which the listed values are chosen; 0: not to be listed.
  [[nodiscard]] std::size_t rank(const NodeCount& count) const {
    if (!is_listed(count)) return 0;
    return mode_ == DateMode::overlap ? count.closed : passages_.matching(count.node, mode_);
  }

  [[nodiscard]] std::vector<DateNode> by_frequency() const {
    std::vector<std::pair<std::size_t, DateNode>> ranked;
    for (const auto& count : passages_.counts())
      if (const auto how_often = rank(count); how_often > 0)
        ranked.emplace_back(how_often, count.node);
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
    value.kind = index::level_name(node.level);
    value.passages = passages_.matching(node, mode_);
    value.articles = articles_.matching(node, mode_);
    value.precise = mode_ == DateMode::overlap ? passages_.within(node) : value.passages;
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
  DateMode mode_;
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
  // A day of publication is one day: only dates in the text can be longer than what is asked for.
  const auto mode = dimension == Dimension::date ? options.date_mode : DateMode::overlap;
  DateListing listing(by_passage, per_article, options, mode);
  result.total_values = listing.listable();
  result.values = in_tree_order(listing.choose(), [](const FacetValue& a, const FacetValue& b) {
    return time_key(a.id) < time_key(b.id);
  });
  return result;
}

}  // namespace furat
