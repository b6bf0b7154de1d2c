#include "searcher/copies.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace furat {
namespace {

using index::Dimension;

/// Earliest day of publication first, those without one last; the original before all.
auto time_of(Xapian::docid passage, const index::FacetColumns& columns) {
  const auto day = columns.values(Dimension::published, passage);
  return std::tuple(columns.original(passage) != passage,
                    day.empty() ? std::numeric_limits<std::uint32_t>::max() : day.front(), passage);
}

}  // namespace

std::size_t count_stories(const std::vector<Xapian::docid>& passages,
                          const index::FacetColumns& columns) {
  std::vector<std::uint32_t> stories;
  stories.reserve(passages.size());
  for (const auto id : passages) stories.push_back(columns.story(id));
  std::sort(stories.begin(), stories.end());
  return static_cast<std::size_t>(std::unique(stories.begin(), stories.end()) - stories.begin());
}

Copies::Copies(const std::vector<Xapian::docid>& passages, const index::FacetColumns& columns)
    : columns_(columns) {
  std::vector<std::pair<Xapian::docid, Xapian::docid>> by_original;
  by_original.reserve(passages.size());
  for (const auto id : passages) by_original.emplace_back(columns.original(id), id);
  std::sort(by_original.begin(), by_original.end());
  for (std::size_t i = 0; i < by_original.size();) {
    auto past = i + 1;
    while (past < by_original.size() && by_original[past].first == by_original[i].first) ++past;
    ++distinct_;
    if (past - i > 1) {
      auto& copies = by_original_[by_original[i].first];
      for (auto k = i; k < past; ++k) copies.push_back(by_original[k].second);
      std::sort(copies.begin(), copies.end(), [&](Xapian::docid a, Xapian::docid b) {
        return time_of(a, columns) < time_of(b, columns);
      });
    }
    i = past;
  }
}

bool Copies::is_first(Xapian::docid passage) const {
  const auto copies = by_original_.find(columns_.original(passage));
  return copies == by_original_.end() || copies->second.front() == passage;
}

std::vector<Xapian::docid> Copies::others(Xapian::docid passage) const {
  const auto copies = by_original_.find(columns_.original(passage));
  if (copies == by_original_.end()) return {};
  auto others = copies->second;
  std::erase(others, passage);
  return others;
}

}  // namespace furat
