#include "frontend/suggestions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace furat::frontend {
namespace {

/// Optimal string alignment; words of a command line are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

std::vector<std::string> nearest_words(std::string_view word,
                                       const std::vector<std::string>& words) {
  constexpr std::size_t kLongestWord = 64;  // of the names of options, and then some
  if (word.size() > kLongestWord) return {};
  std::size_t nearest = std::max<std::size_t>(1, word.size() / 3);
  std::vector<std::string> result;
  for (const auto& candidate : words) {
    const auto d = distance(word, candidate);
    if (d > nearest) continue;
    if (d < nearest) result.clear();
    nearest = d;
    result.push_back(candidate);
  }
  return result;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const auto nearest = nearest_words(word, words);
  return nearest.empty() ? "" : fmt::format("; did you mean '{}'?", fmt::join(nearest, "', '"));
}

}  // namespace furat::frontend
