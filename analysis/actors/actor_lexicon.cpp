#include "analysis/actors/actor_lexicon.hpp"

#include <algorithm>

namespace furat::analysis {

ActorLexicon::ActorLexicon(std::span<const ActorEntry> actors)
    : actors_(actors.begin(), actors.end()) {
  for (std::uint32_t row = 0; row < actors_.size(); ++row) by_id_.try_emplace(actors_[row].id, row);
}

std::optional<std::uint32_t> ActorLexicon::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::uint32_t> ActorLexicon::ancestors(std::uint32_t actor) const {
  std::vector<std::uint32_t> rows;
  for (auto parent = find(actors_[actor].parent); parent; parent = find(actors_[*parent].parent)) {
    // A cycle is a fault of the data; here it must only not hang.
    if (*parent == actor || std::find(rows.begin(), rows.end(), *parent) != rows.end()) break;
    rows.push_back(*parent);
  }
  return rows;
}

}  // namespace furat::analysis
