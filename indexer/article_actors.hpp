// The actors of one article by the numbers its mentions have: rows of the lexicon, and behind them
// those that the article alone names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/actors/found_actor.hpp"

namespace furat::indexer {

/// Refers to the lexicon and the article's found actors, which must outlive it.
class ArticleActors {
 public:
  ArticleActors(const analysis::ActorLexicon& lexicon, std::span<const analysis::FoundActor> found)
      : lexicon_(lexicon), found_(found) {}

  /// nullopt for a row of the lexicon.
  [[nodiscard]] std::optional<std::uint32_t> found_number(std::uint32_t actor) const {
    const auto rows = static_cast<std::uint32_t>(lexicon_.actors().size());
    return actor < rows ? std::nullopt : std::optional(actor - rows);
  }
  [[nodiscard]] std::string_view id(std::uint32_t actor) const {
    const auto* one = found(actor);
    return one != nullptr ? one->id : lexicon_.actors()[actor].id;
  }
  [[nodiscard]] std::string_view name(std::uint32_t actor) const {
    const auto* one = found(actor);
    return one != nullptr ? one->name : lexicon_.actors()[actor].name;
  }
  [[nodiscard]] std::string_view kind(std::uint32_t actor) const {
    const auto* one = found(actor);
    return one != nullptr ? one->kind : lexicon_.actors()[actor].kind;
  }
  /// Rows of the lexicon above the actor in these years, nearest first.
  [[nodiscard]] std::vector<std::uint32_t> ancestors(
      std::uint32_t actor, std::optional<analysis::YearRange> years = {}) const {
    const auto* one = found(actor);
    if (one == nullptr) return lexicon_.ancestors(actor, years);
    if (!one->parent) return {};
    auto rows = lexicon_.ancestors(*one->parent, years);
    rows.insert(rows.begin(), *one->parent);
    return rows;
  }

 private:
  [[nodiscard]] const analysis::FoundActor* found(std::uint32_t actor) const {
    const auto number = found_number(actor);
    return number ? &found_[*number] : nullptr;
  }

  const analysis::ActorLexicon& lexicon_;
  std::span<const analysis::FoundActor> found_;
};

}  // namespace furat::indexer
