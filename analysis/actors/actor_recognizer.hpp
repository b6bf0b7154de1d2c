// Finds the actors an article names: those of the lexicon, the bodies of states, and persons and
// bodies that no list has.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/actors/found_actor.hpp"
#include "analysis/actors/scored_actor.hpp"
#include "analysis/article_context.hpp"
#include "analysis/places/gazetteer.hpp"

namespace furat::analysis {

struct ActorMention {
  ByteSpan span;            ///< of the passage text: with article, title and nouns of members
  std::uint32_t actor = 0;  ///< row of ActorLexicon::actors(), or behind them of RecognizedActors
  std::string_view rule{};  ///< static name of the rule that decided, e.g. "actor.name"
  ByteSpan name{};          ///< the name proper inside `span`: places in it are parts of it
  double score = 0;         ///< of the actor among those the name may mean; 0 where it means one
  std::vector<ScoredActor> rejected{};  ///< the best others, at most three, best first
};

struct RecognizedActors {
  std::vector<FoundActor> found;                    ///< actor numbers begin behind the lexicon's
  std::vector<std::vector<ActorMention>> passages;  ///< ascending, not overlapping
};

/// Immutable after construction: share one among threads. Lexicon and gazetteer must outlive it.
class ActorRecognizer {
 public:
  ActorRecognizer(const ActorLexicon& actors, const Gazetteer& gazetteer);
  ~ActorRecognizer();

  /// The actors of one article. Names are compared within it only, so the result depends on
  /// nothing else.
  [[nodiscard]] RecognizedActors recognize(const ArticleContext& article) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat::analysis
