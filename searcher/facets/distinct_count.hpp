// Passages and the distinct articles and stories that they are of, counted one after the other.
#pragma once

#include <cstdint>

#include "searcher/matching/story_order.hpp"

namespace furat {

struct DistinctCount {
  std::uint32_t passages = 0, articles = 0, stories = 0;
  std::uint32_t last_article = 0, last_story = 0;  ///< that were counted

  /// Passages come in the order of StoryOrder, each once. Without branches: whether an article is a
  /// new one is as good as random.
  void add(const CountedPassage& passage) {
    ++passages;
    articles += last_article != passage.article;
    stories += last_story != passage.story;
    last_article = passage.article;
    last_story = passage.story;
  }
};

}  // namespace furat
