#include "searcher/timeline/calendar_counts.hpp"

namespace furat {

void CalendarCounts::add(std::uint32_t article, std::uint32_t passage,
                         std::span<const index::DateNode> nodes) {
  for (const auto& node : nodes) {
    const auto number = number_of(node);
    entries_[number].exact.add(article, passage);
    // What stands above a node that was counted was counted along with it.
    for (std::optional at(number); at && entries_[*at].inside.add(article, passage);)
      at = entries_[*at].parent;
  }
}

std::size_t CalendarCounts::number_of(index::DateNode node) {
  const auto known = numbers_.find(index::code(node));
  if (known != numbers_.end()) return known->second;
  std::optional<std::size_t> above;
  if (const auto up = index::parent(node)) above = number_of(*up);
  entries_.push_back({node, above, {}, {}});
  numbers_.emplace(index::code(node), entries_.size() - 1);
  return entries_.size() - 1;
}

}  // namespace furat
