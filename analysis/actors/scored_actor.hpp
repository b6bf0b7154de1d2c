// An actor among several that a name may mean.
#pragma once

#include <cstdint>

namespace furat::analysis {

struct ScoredActor {
  std::uint32_t actor = 0;  ///< row of ActorLexicon::actors()
  double score = 0;         ///< how often the article speaks of its country
};

}  // namespace furat::analysis
