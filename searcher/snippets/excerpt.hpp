// The stretch of a text, whole sentences if they fit, that shows most of what matched.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/snippets/best_run.hpp"

namespace furat::internal {

struct Excerpt {
  analysis::ByteSpan span;
  std::size_t distinct = 0, total = 0;  ///< marks in it

  [[nodiscard]] bool shows_more_than(const Excerpt& other) const {
    return distinct != other.distinct ? distinct > other.distinct : total > other.total;
  }
};

/// Consecutive ones of `sentences`, of at most `max_chars` code points, with most distinct marks,
/// then most marks, then the earliest. A single longer sentence is cut between words around its
/// marks. Empty if there are no sentences. `sentences` and `marks` ascend; `counts` is as
/// RunFinder wants it.
[[nodiscard]] Excerpt best_excerpt(std::string_view text,
                                   std::span<const analysis::ByteSpan> sentences,
                                   std::span<const Mark> marks, std::vector<std::size_t>& counts,
                                   std::size_t max_chars);

}  // namespace furat::internal
