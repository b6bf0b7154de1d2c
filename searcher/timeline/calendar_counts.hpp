// How many passages and articles have a date at a node of the calendar, and at or below it: one
// pass over the dates of all matches.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "furat/counted.hpp"
#include "index/date_nodes.hpp"

namespace furat {

/// Counts passages that come one after the other, those of an article together, each once however
/// often it is added.
class OnceCounter {
 public:
  /// Whether the passage is new here.
  bool add(std::uint32_t article, std::uint32_t passage) {
    if (passage == passage_) return false;
    passage_ = passage;
    ++counted_.passages;
    if (article != article_) ++counted_.articles;
    article_ = article;
    return true;
  }
  [[nodiscard]] const Counted& counted() const { return counted_; }

 private:
  static constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t article_ = kNone, passage_ = kNone;
  Counted counted_;
};

/// Counts of every node that has any.
class CalendarCounts {
 public:
  struct Entry {
    index::DateNode node;
    std::optional<std::size_t> parent;  ///< its number in entries()
    OnceCounter exact;                  ///< with a date of which this is the smallest node
    OnceCounter inside;                 ///< with a date at or below it
  };

  /// A passage with the smallest nodes that hold its dates: closed ones with a year.
  void add(std::uint32_t article, std::uint32_t passage, std::span<const index::DateNode> nodes);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::size_t number_of(index::DateNode node);

  std::vector<Entry> entries_;
  std::unordered_map<std::uint32_t, std::size_t> numbers_;  ///< by node code
};

}  // namespace furat
