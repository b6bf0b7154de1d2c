#include "searcher/ranking/proximity.hpp"

#include <algorithm>
#include <optional>

namespace furat {
namespace {

/// Keywords are typed to be found together; the words of a question are not.
constexpr std::size_t kMostKeywords = 5;
constexpr double kKeywordWeight = 0.5;
constexpr double kQuestionWeight = 0.2;
/// Neighbours of a question farther apart than this say nothing.
constexpr Xapian::termpos kReach = 8;

using Positions = std::vector<Xapian::termpos>;

Positions positions_of(const Xapian::Database& database, Xapian::docid passage,
                       const std::string& stem) {
  return {database.positionlist_begin(passage, stem), database.positionlist_end(passage, stem)};
}

/// Words from an occurrence of one to the nearest of the other, either way round; none if one does
/// not occur.
std::optional<Xapian::termpos> smallest_distance(const Positions& a, const Positions& b) {
  std::optional<Xapian::termpos> smallest;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const auto distance = a[i] < b[j] ? b[j] - a[i] : a[i] - b[j];
    if (distance != 0 && (!smallest || distance < *smallest)) smallest = distance;
    a[i] < b[j] ? ++i : ++j;
  }
  return smallest;
}

/// 1 if all neighbours stand side by side, 0 if none is within reach.
double neighbour_closeness(const std::vector<Positions>& positions) {
  double sum = 0;
  for (std::size_t i = 1; i < positions.size(); ++i) {
    const auto distance = smallest_distance(positions[i - 1], positions[i]);
    if (distance && *distance <= kReach) sum += 1.0 / *distance;
  }
  return sum / static_cast<double>(positions.size() - 1);
}

}  // namespace

Xapian::termpos shortest_stretch(const std::vector<Positions>& positions) {
  std::vector<std::size_t> at(positions.size(), 0);
  Xapian::termpos shortest = 0;
  for (;;) {
    std::size_t first = 0;
    Xapian::termpos last = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (at[i] == positions[i].size()) return shortest;
      if (positions[i][at[i]] < positions[first][at[first]]) first = i;
      last = std::max(last, positions[i][at[i]]);
    }
    const auto stretch = last - positions[first][at[first]] + 1;
    if (shortest == 0 || stretch < shortest) shortest = stretch;
    ++at[first];
  }
}

double proximity_bonus(const Xapian::Database& database, Xapian::docid passage,
                       const std::vector<std::string>& stems) {
  if (stems.size() < 2) return 0;
  std::vector<Positions> positions;
  for (const auto& stem : stems) positions.push_back(positions_of(database, passage, stem));
  if (stems.size() > kMostKeywords) return kQuestionWeight * neighbour_closeness(positions);
  const auto stretch = shortest_stretch(positions);
  if (stretch == 0) return 0;
  return kKeywordWeight *
         std::min(1.0, static_cast<double>(stems.size()) / static_cast<double>(stretch));
}

}  // namespace furat
