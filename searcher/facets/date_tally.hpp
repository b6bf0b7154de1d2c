// How many passages, articles and stories have dates at, below and above each node of the calendar.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "furat/search_request.hpp"
#include "index/date_nodes.hpp"
#include "searcher/facets/distinct_count.hpp"
#include "searcher/facets/node_numbers.hpp"

namespace furat {

/// The cover nodes of the dates of one passage, or of all matching ones of an article or story, by
/// number; duplicates do no harm.
struct DateSet {
  struct Cover {
    std::uint32_t node = 0;
    bool open = false;  ///< of a date without an end
  };
  std::vector<Cover> covers;
  std::vector<std::uint32_t> scopes;  ///< the smallest node that holds each closed date

  void clear() {
    covers.clear();
    scopes.clear();
  }
  void add(const DateSet& other) {
    covers.insert(covers.end(), other.covers.begin(), other.covers.end());
    scopes.insert(scopes.end(), other.scopes.begin(), other.scopes.end());
  }
};

/// What a DateSet has the dates of. A passage that is the only one of its article and story counts
/// as all three at once.
struct CountAs {
  bool passage = false, article = false, story = false;
};

/// Passages, articles and stories; the fourth lets the compiler add all at once.
using DateCount = std::array<std::uint32_t, 4>;

class DateTally {
 public:
  /// Number of a node by its code; nullopt for what is none. Numbers stay when the tally is
  /// cleared.
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::uint32_t code) {
    return numbers_.number_of(code);
  }

  void add(const DateSet& set, CountAs as);
  /// A passage without dates, in the order of StoryOrder.
  void add_without(const CountedPassage& passage) { without_.add(passage); }
  [[nodiscard]] const DistinctCount& without() const { return without_; }

  /// What a filter by the node finds.
  [[nodiscard]] DateCount matching(index::DateNode node, DateMode mode) const;
  /// Passages with a closed date at or below the node, by cover.
  [[nodiscard]] std::size_t closed(std::uint32_t number) const { return counts_[number].closed; }
  /// A closed date means exactly this node.
  [[nodiscard]] bool is_named(std::uint32_t number) const { return counts_[number].named; }
  [[nodiscard]] index::DateNode node(std::uint32_t number) const { return numbers_.node(number); }
  /// Numbers of all nodes that were counted: those of dates and all above them.
  [[nodiscard]] const std::vector<std::uint32_t>& found() const { return found_; }

  void clear();

 private:
  struct NodeCount {
    DateCount at_or_below{};  ///< sets with a topmost cover node here or below
    DateCount topmost{};      ///< sets of which this is a cover node with no other one above
    DateCount precise{};      ///< sets with a closed date that lies in the node
    std::uint32_t closed = 0;
    bool named = false;
    bool found = false;
    /// The last set that was counted for each: counts a set once without a list of its nodes.
    std::uint32_t seen_cover = 0, seen_below = 0, seen_closed = 0, seen_precise = 0;
  };

  [[nodiscard]] bool has_cover_above(std::uint32_t number) const;
  void add_topmost(std::uint32_t number, const DateCount& one);
  void add_closed(std::uint32_t number);
  void add_precise(std::uint32_t number, const DateCount& one);
  void make_found(std::uint32_t number);
  [[nodiscard]] DateCount topmost_above(std::uint32_t number) const;

  NodeNumbers numbers_;
  std::vector<NodeCount> counts_;
  std::vector<std::uint32_t> found_;
  DistinctCount without_;
  std::uint32_t set_ = 0;  ///< two numbers a set: its cover nodes, and those of them that are done
};

}  // namespace furat
