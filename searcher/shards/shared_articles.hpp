// Articles that are in several shards: for indexes that do not know of each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/shards/shard_contents.hpp"

namespace furat {

/// That shard `inner` has so many articles which `outer` has, too.
struct SharedArticles {
  std::size_t inner, outer;
  std::size_t articles;
  bool are_all;  ///< of `inner`
};

/// Of shards by their ShardContents::article_marks(), empty ones share nothing. Each shard is held
/// against those that have more articles, of equal ones against those before it; of several `outer`
/// is the first that shares anything, and the number is that of all.
[[nodiscard]] std::vector<SharedArticles> shared_articles(
    const std::vector<const std::vector<std::uint64_t>*>& marks);

}  // namespace furat
