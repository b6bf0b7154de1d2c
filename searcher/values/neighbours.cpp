#include "searcher/values/neighbours.hpp"

#include <cmath>

namespace furat {
namespace {

constexpr std::size_t kLeastTogether = 2;
constexpr double kLeastEvidence = 3.84;

/// A cell of the table against what independence would give.
double term(double observed, double row, double column, double all) {
  return observed <= 0 ? 0 : observed * std::log(observed * all / (row * column));
}

}  // namespace

double lift(const PairCounts& counts) {
  if (counts.first == 0 || counts.second == 0) return 0;
  return static_cast<double>(counts.both) * static_cast<double>(counts.all) /
         (static_cast<double>(counts.first) * static_cast<double>(counts.second));
}

double log_likelihood_ratio(const PairCounts& counts) {
  const auto both = static_cast<double>(counts.both);
  const auto first = static_cast<double>(counts.first);
  const auto second = static_cast<double>(counts.second);
  const auto all = static_cast<double>(counts.all);
  const double sum = term(both, first, second, all) + term(first - both, first, all - second, all) +
                     term(second - both, all - first, second, all) +
                     term(all - first - second + both, all - first, all - second, all);
  return sum > 0 ? 2 * sum : 0;
}

bool are_neighbours(const PairCounts& counts) {
  return counts.both >= kLeastTogether && lift(counts) > 1 &&
         log_likelihood_ratio(counts) >= kLeastEvidence;
}

}  // namespace furat
