// Conditions that only we can decide, as parts of queries that go to other machines: what holds is
// found out here, first, and each condition stands in the query for all passages or for none.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/matching/passage_set.hpp"

namespace furat {

/// The sets of one request. Queries refer to it: it must outlive them.
class VerifiedSets {
 public:
  /// A part of a query that stands for the passages of `set`, without weight. Stock servers cannot
  /// know the set: what they are sent finds every passage or none, as assume() says.
  [[nodiscard]] Xapian::Query add(PassageSet set);

  [[nodiscard]] std::size_t size() const { return sets_.size(); }
  void clear();

  /// The set that a leaf of a query stands for; nullptr if it is none of these.
  [[nodiscard]] const PassageSet* find(const Xapian::Query& leaf) const;

  /// The numbers of the sets that `query` has leaves of, ascending.
  [[nodiscard]] std::vector<std::size_t> numbers_in(const Xapian::Query& query) const;

  [[nodiscard]] const PassageSet& set(std::size_t number) const { return sets_[number]; }

  /// From now on what is sent takes each condition for true or false.
  void assume(const std::vector<bool>& truths) const { assumed_ = truths; }

 private:
  class Source;

  [[nodiscard]] std::optional<std::size_t> number_of(const Xapian::Query& leaf) const;

  std::deque<PassageSet> sets_;
  std::map<std::string, std::size_t> by_leaf_;  ///< by the leaf as bytes, while nothing is assumed
  mutable std::vector<bool> assumed_;           ///< empty: nothing
};

}  // namespace furat
