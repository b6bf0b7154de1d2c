// How many passages, and of how many articles: what timelines and pivots are made of.
#pragma once

#include <cstddef>

namespace furat {

/// Both exact, each passage and each article counted once.
struct Counted {
  std::size_t passages = 0;
  std::size_t articles = 0;
  friend bool operator==(const Counted&, const Counted&) = default;
};

}  // namespace furat
