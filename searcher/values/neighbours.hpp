// Who and what is named together with a value more often than chance would have it.
//
// Pairs are ranked by the log-likelihood ratio G2 of their two-by-two table (T. Dunning, "Accurate
// Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19, 1993),
// which is sound for rare pairs too, where the ratio of counts alone (lift) is highest by accident.
#pragma once

#include <cstddef>

namespace furat {

/// How often two things are named in the same passages.
struct PairCounts {
  std::size_t both = 0, first = 0, second = 0, all = 0;  ///< passages
};

/// both * all / (first * second): 1 where neither has to do with the other. 0 if one is never
/// named.
[[nodiscard]] double lift(const PairCounts& counts);

/// G2, natural logarithms; 0 where the two are independent. Large for pairs that avoid each other
/// too: lift() tells which.
[[nodiscard]] double log_likelihood_ratio(const PairCounts& counts);

/// Named together by more than chance: in two passages at least, lift above 1, and a ratio that
/// chance exceeds once in twenty pairs (3.84, chi-squared with one degree of freedom).
[[nodiscard]] bool are_neighbours(const PairCounts& counts);

}  // namespace furat
