// The order in which stories and articles are counted, where documents do not have it.
#include "searcher/matching/story_order.hpp"

#include <algorithm>
#include <random>
#include <tuple>

#include "tests/support/catch.hpp"

using namespace furat;

namespace {

/// Columns with these articles and stories, by document from 0.
index::FacetColumns columns_with(const std::vector<std::uint32_t>& articles,
                                 const std::vector<std::uint32_t>& stories) {
  index::ColumnArrays arrays;
  arrays.articles = articles;
  arrays.stories.story = stories;
  arrays.stories.original.resize(articles.size());
  for (auto& offsets : arrays.offsets) offsets.assign(articles.size() + 1, 0);
  return index::FacetColumns(std::move(arrays));
}

}  // namespace

TEST_CASE("passages of several shards are put in the order of stories, articles and documents") {
  std::mt19937 engine(7);
  const auto below = [&](std::size_t count) {
    return static_cast<std::uint32_t>(engine() % count);
  };
  constexpr Xapian::docid kLast = 500;
  std::vector<std::uint32_t> articles(kLast + 1), stories(kLast + 1);
  for (Xapian::docid id = 1; id <= kLast; ++id) {
    articles[id] = 1 + below(90);
    stories[id] = articles[id] % 5 == 0 ? articles[id] - 3 : articles[id];
  }
  const auto columns = columns_with(articles, stories);
  MadeOnce<StoryRanks> ranks;
  for (const unsigned share : {1U, 2U, 50U}) {
    PassageSet set(kLast);
    for (Xapian::docid id = 1; id <= kLast; ++id)
      if (below(share) == 0) set.add(id);
    auto expected = set.ids();
    std::sort(expected.begin(), expected.end(), [&](Xapian::docid a, Xapian::docid b) {
      return std::tuple(stories[a], articles[a], a) < std::tuple(stories[b], articles[b], b);
    });
    const StoryOrder order(set, columns, ranks);
    std::vector<Xapian::docid> passages;
    for (const auto& passage : order.passages()) passages.push_back(passage.passage);
    CHECK(passages == expected);
  }
}
