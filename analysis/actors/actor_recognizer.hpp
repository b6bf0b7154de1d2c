// Finds the actors an article names: longest known name first, conditions by country, safe within
// one article.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/article_context.hpp"
#include "analysis/lexicon/lexicon.hpp"

namespace furat::analysis {

/// An actor that a name may mean and how much spoke for it.
struct ScoredActor {
  std::uint32_t actor = 0;  ///< row of ActorLexicon::actors()
  double score = 0;
};

struct ActorMention {
  ByteSpan span;            ///< of the passage text
  std::uint32_t actor = 0;  ///< row of ActorLexicon::actors()
  std::string_view rule{};  ///< static name of the rule that decided, e.g. "actor.name"
  double score = 0;         ///< of the actor among those the name may mean; 0 where it means one
  std::vector<ScoredActor> rejected{};  ///< the best others, at most three, best first
};

/// Immutable after construction: share one among threads. Lexicon and places must outlive it.
class ActorRecognizer {
 public:
  /// `places` gives the country evidence ("Syria", "Syrian") that conditional names need.
  ActorRecognizer(const ActorLexicon& actors, std::span<const PlaceEntry> places);
  ~ActorRecognizer();

  /// The actor mentions of each passage of one article, ascending, not overlapping.
  [[nodiscard]] std::vector<std::vector<ActorMention>> recognize(
      const ArticleContext& article) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat::analysis
