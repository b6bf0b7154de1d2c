// Finds the places an article names and decides which place each name means and in what role.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analysis/article_context.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_mention.hpp"

namespace furat::analysis {

/// Immutable after construction: share one among threads. The gazetteer must outlive it.
class PlaceRecognizer {
 public:
  explicit PlaceRecognizer(const Gazetteer& gazetteer);
  ~PlaceRecognizer();

  /// The place mentions of each passage of one article, ascending, not overlapping. `owned` are the
  /// spans of each passage that longer actor names own: a place inside one is role in_name. Names
  /// of several places are resolved over the whole article (one sense an article; see
  /// extraction.md 1.4).
  [[nodiscard]] std::vector<std::vector<PlaceMention>> recognize(
      const ArticleContext& article, std::span<const std::vector<ByteSpan>> owned) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat::analysis
