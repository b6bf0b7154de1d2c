// The weighting of words, for the matcher and for what is put in order after it.
// Robertson & Zaragoza 2009, in the form that Lucene has: k2 = k3 = 0.
#pragma once

#include <xapian.h>

#include <cmath>

namespace furat::bm25 {

inline constexpr double kK1 = 1.2;
inline constexpr double kB = 0.75;
/// A word in title or heading counts this much of one in the text.
inline constexpr double kTitleWeight = 0.4;

[[nodiscard]] inline Xapian::BM25Weight weighting_scheme() { return {kK1, 0, 0, kB, 0}; }

/// How much a word tells that `frequency` of `documents` have.
[[nodiscard]] inline double idf(double documents, double frequency) {
  return std::log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/// What `occurrences` add up to in a text of `length` words: 0 .. k1 + 1.
[[nodiscard]] inline double saturated(double occurrences, double length, double average_length) {
  return occurrences * (kK1 + 1) / (occurrences + kK1 * (1 - kB + kB * length / average_length));
}

}  // namespace furat::bm25
