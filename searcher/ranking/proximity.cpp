#include "searcher/ranking/proximity.hpp"

#include <algorithm>

#include "searcher/ranking/bm25.hpp"

namespace furat {
namespace {

/// Of a word that is as rare as the more frequent of two neighbours.
constexpr double kWeight = 0.5;
/// Words farther apart than this say nothing.
constexpr Xapian::termpos kReach = 8;

Xapian::termpos distance(Xapian::termpos a, Xapian::termpos b) { return a < b ? b - a : a - b; }

}  // namespace

double nearness(const std::vector<Xapian::termpos>& a, const std::vector<Xapian::termpos>& b) {
  double sum = 0;
  auto behind = b.begin();
  for (const auto position : a) {
    behind = std::upper_bound(behind, b.end(), position);
    Xapian::termpos nearest = kReach + 1;
    if (behind != b.end()) nearest = std::min(nearest, distance(position, *behind));
    // A word is no neighbour of itself: where both lists have the position, the one before counts.
    auto before = behind;
    if (before != b.begin() && *std::prev(before) == position) --before;
    if (before != b.begin()) nearest = std::min(nearest, distance(position, *std::prev(before)));
    if (nearest <= kReach) sum += 1.0 / nearest;
  }
  return sum;
}

Proximity::Proximity(const GenerationView& view, const std::vector<std::string>& stems)
    : view_(view), average_length_(view.database().get_avlength()) {
  const double documents = view.database().get_doccount();
  std::vector<std::size_t> numbers;
  for (const auto& stem : stems) {
    const auto known = std::find(stems_.begin(), stems_.end(), stem);
    numbers.push_back(static_cast<std::size_t>(known - stems_.begin()));
    if (known == stems_.end()) stems_.push_back(stem);
  }
  std::vector<double> idf;
  for (const auto& stem : stems_) idf.push_back(bm25::idf(documents, view.termfreq(stem)));
  for (std::size_t i = 1; i < numbers.size(); ++i)
    if (numbers[i - 1] != numbers[i])
      pairs_.push_back(
          {numbers[i - 1], numbers[i], std::min(idf[numbers[i - 1]], idf[numbers[i]])});
}

double Proximity::bonus(Xapian::docid passage) const {
  std::vector<std::vector<Xapian::termpos>> positions;
  for (const auto& stem : stems_) positions.push_back(view_.positions(stem, passage));
  double sum = 0;
  for (const auto& pair : pairs_)
    if (const auto near = nearness(positions[pair.first], positions[pair.second]); near > 0)
      sum += pair.idf * bm25::saturated(near, view_.length(passage), average_length_);
  return kWeight * sum;
}

}  // namespace furat
