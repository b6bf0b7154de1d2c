// The known actors as a tree: by id, by row, with what they belong to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::analysis {

/// Actors by id and by row, with their ancestors.
class ActorLexicon {
 public:
  explicit ActorLexicon(std::span<const ActorEntry> actors);  ///< rows are copied
  [[nodiscard]] std::span<const ActorEntry> actors() const& { return actors_; }
  void actors() const&& = delete;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  /// Rows from the parent up to the top, nearest first.
  [[nodiscard]] std::vector<std::uint32_t> ancestors(std::uint32_t actor) const;

 private:
  std::vector<ActorEntry> actors_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace furat::analysis
