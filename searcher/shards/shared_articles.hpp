// Articles that are in several shards: for indexes that do not know of each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/shards/shard_contents.hpp"

namespace furat {

/// A number for each article of a shard, ascending: the same for articles of the same id whose
/// files have the same digest, else another (but for one in 2^64). Reads two slots of all
/// documents. Throws as the slots do.
[[nodiscard]] std::vector<std::uint64_t> article_marks(const ShardContents& shard);

/// That shard `inner` has so many articles which `outer` has, too.
struct SharedArticles {
  std::size_t inner, outer;
  std::size_t articles;
  bool are_all;  ///< of `inner`
};

/// Of shards by their marks, empty ones share nothing. Each shard is held against those that have
/// more articles, of equal ones against those before it; of several `outer` is the first that
/// shares anything, and the number is that of all.
[[nodiscard]] std::vector<SharedArticles> shared_articles(
    const std::vector<std::vector<std::uint64_t>>& marks);

}  // namespace furat
