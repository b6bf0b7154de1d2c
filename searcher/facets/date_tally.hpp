// How many passages, articles and stories have dates at, below and above each node of the calendar.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "furat/search_request.hpp"
#include "index/date_nodes.hpp"
#include "searcher/facets/distinct_count.hpp"
#include "searcher/facets/node_numbers.hpp"
#include "searcher/facets/passage_dates.hpp"

namespace furat {

/// What dates are those of. A passage that is the only one of its article and story counts as all
/// three at once.
struct CountAs {
  bool passage = false, article = false, story = false;
};

/// How many passages, articles and stories have some dates.
struct DateCount {
  std::uint32_t passages = 0, articles = 0, stories = 0;
};

class DateTally {
 public:
  using MarkedNodes = std::span<const MarkedNode>;

  /// Counts a passage; `nodes` are the numbers that its dates are marked by.
  void add(MarkedNodes dates, CountAs as, const NodeNumbers& nodes);

  /// Counts the dates of several passages as those of one article or story: each node once, and
  /// as topmost only if no other passage has one above it.
  void add_together(const std::vector<MarkedNode>& dates, CountAs as, const NodeNumbers& nodes);

  /// A passage without dates, in the order of StoryOrder.
  void add_without(const CountedPassage& passage) { without_.add(passage); }
  [[nodiscard]] const DistinctCount& without() const { return without_; }

  /// What a filter by the node finds.
  [[nodiscard]] DateCount matching(index::DateNode node, DateMode mode,
                                   const NodeNumbers& nodes) const;
  /// Passages with a closed date at or below the node, by cover.
  [[nodiscard]] std::size_t closed(std::uint32_t number) const {
    return counts_[number].passages[kClosed];
  }
  /// A closed date means exactly this node.
  [[nodiscard]] bool is_named(std::uint32_t number) const {
    return (counts_[number].flags & MarkedNode::kNamed) != 0;
  }
  /// Numbers of all nodes that were counted: those of dates and all above them.
  [[nodiscard]] const std::vector<std::uint32_t>& found() const { return found_; }

  void clear();

 private:
  /// Sets of dates by what a node is to them: it or one below it is a topmost cover node, it is one
  /// itself, a closed date lies in it, a closed cover node is it or below it.
  enum What : std::size_t { kBelow, kTopmost, kPrecise, kClosed };
  using Sets = std::array<std::uint32_t, 4>;

  struct NodeCount {
    Sets passages{}, articles{}, stories{};
    std::uint32_t flags = 0;  ///< kNamed, and kFound
    /// The last article or story that was looked at for each: counts it once.
    std::uint32_t seen_topmost = 0, seen_none_above = 0, seen_below = 0, seen_precise = 0;

    void add_together(What what, CountAs as) {
      articles[what] += as.article;
      stories[what] += as.story;
    }
    [[nodiscard]] DateCount of(What what) const {
      return {passages[what], articles[what], stories[what]};
    }
  };
  static constexpr std::uint32_t kFound = 1;
  static Sets sets_of(const MarkedNode& node);

  [[nodiscard]] bool has_topmost_above(std::uint32_t number, const NodeNumbers& nodes);
  [[nodiscard]] DateCount topmost_from(std::uint32_t number, const NodeNumbers& nodes) const;

  std::vector<NodeCount> counts_;
  std::vector<std::uint32_t> found_;
  DistinctCount without_;
  std::uint32_t set_ = 0;
};

}  // namespace furat
