#include "searcher/shards/shared_articles.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace furat {

std::vector<SharedArticles> shared_articles(
    const std::vector<const std::vector<std::uint64_t>*>& marks) {
  std::vector<std::size_t> order(marks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return marks[a]->size() > marks[b]->size();
  });
  std::unordered_map<std::uint64_t, std::size_t> holders;
  std::vector<SharedArticles> shared;
  for (const auto shard : order) {
    SharedArticles found{shard, 0, 0, false};
    for (const auto mark : *marks[shard]) {
      const auto [holder, is_new] = holders.try_emplace(mark, shard);
      if (is_new) continue;
      if (found.articles++ == 0) found.outer = holder->second;
    }
    if (found.articles == 0) continue;
    found.are_all = found.articles == marks[shard]->size();
    shared.push_back(found);
  }
  return shared;
}

}  // namespace furat
