#include "searcher/shards/shared_articles.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>

#include "index/schema.hpp"
#include "index/tables.hpp"

namespace furat {

std::vector<std::uint64_t> article_marks(const ShardContents& shard) {
  constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> articles(std::size_t{shard.slots().last_document()} + 1, kNone);
  shard.slots().each(index::kSlotArticle, [&](Xapian::docid document, std::string_view value) {
    // What is damaged is said where the shards are merged.
    if (document < articles.size()) articles[document] = index::article_in(value).value_or(kNone);
  });
  std::vector<std::uint64_t> marks;
  std::uint32_t last = kNone;
  shard.slots().each(index::kSlotOrder, [&](Xapian::docid document, std::string_view order) {
    const auto article = document < articles.size() ? articles[document] : kNone;
    if (article == last) return;  // passages of an article stand together
    last = article;
    std::string mark(order.substr(0, order.find('\0')));
    mark += '\0';
    mark += shard.file_digest(article);
    marks.push_back(index::stable_hash(mark));
  });
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

std::vector<SharedArticles> shared_articles(const std::vector<std::vector<std::uint64_t>>& marks) {
  std::vector<std::size_t> order(marks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return marks[a].size() > marks[b].size(); });
  std::unordered_map<std::uint64_t, std::size_t> holders;
  std::vector<SharedArticles> shared;
  for (const auto shard : order) {
    SharedArticles found{shard, 0, 0, false};
    for (const auto mark : marks[shard]) {
      const auto [holder, is_new] = holders.try_emplace(mark, shard);
      if (is_new) continue;
      if (found.articles++ == 0) found.outer = holder->second;
    }
    if (found.articles == 0) continue;
    found.are_all = found.articles == marks[shard].size();
    shared.push_back(found);
  }
  return shared;
}

}  // namespace furat
