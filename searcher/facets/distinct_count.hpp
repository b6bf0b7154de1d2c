// Passages and the distinct articles and stories that they are of, counted one after the other.
#pragma once

#include <cstdint>

#include "searcher/matching/story_order.hpp"

namespace furat {

struct DistinctCount {
  std::uint32_t passages = 0, articles = 0, stories = 0;
  std::uint32_t last_article = 0, last_story = 0;  ///< that were counted

  /// Passages come in the order of StoryOrder, each once.
  void add(const CountedPassage& passage) {
    ++passages;
    if (last_article == passage.article) return;
    last_article = passage.article;
    ++articles;
    if (last_story == passage.story) return;
    last_story = passage.story;
    ++stories;
  }
};

}  // namespace furat
