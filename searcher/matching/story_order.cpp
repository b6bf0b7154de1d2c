#include "searcher/matching/story_order.hpp"

#include "index/varint.hpp"

#include <algorithm>
#include <tuple>

namespace furat {
namespace {

CountedPassage counted(Xapian::docid passage, const index::FacetColumns& columns) {
  return {passage, columns.article(passage) + 1, columns.story(passage) + 1};
}

bool before(const CountedPassage& a, const CountedPassage& b) {
  return std::tuple(a.story, a.article, a.passage) < std::tuple(b.story, b.article, b.passage);
}

}  // namespace

StoryRanks::StoryRanks(const index::FacetColumns& columns)
    : ranks_(std::size_t{columns.last_document()} + 1) {
  std::vector<CountedPassage> all;
  all.reserve(ranks_.size());
  for (Xapian::docid id = 0; id < ranks_.size(); ++id) all.push_back(counted(id, columns));
  std::sort(all.begin(), all.end(), before);
  passages_.reserve(all.size());
  for (const auto& passage : all) {
    ranks_[passage.passage] = static_cast<std::uint32_t>(passages_.size());
    passages_.push_back(passage.passage);
  }
}

/// As a set of ranks, which is in order by itself.
std::vector<Xapian::docid> StoryRanks::ordered(const PassageSet& passages) const {
  PassageSet ranks(static_cast<Xapian::docid>(ranks_.size() - 1));
  passages.for_each([&](Xapian::docid id) { ranks.add(ranks_[id]); });
  auto ids = ranks.ids();
  for (auto& id : ids) id = passages_[id];
  return ids;
}

StoryOrder::StoryOrder(const PassageSet& passages, const index::FacetColumns& columns,
                       MadeOnce<StoryRanks>& ranks) {
  passages_.reserve(passages.count());
  std::vector<std::uint32_t> shared;  // stories of which there is a copy
  bool articles_ascend = true;
  passages.for_each([&](Xapian::docid id) {
    if (!articles_ascend) return;  // they are put in order below
    const auto next = counted(id, columns);
    if (!passages_.empty() && next.article < passages_.back().article) articles_ascend = false;
    if (next.story != next.article) shared.push_back(next.story);
    passages_.push_back(next);
  });
  // A build numbers articles in the order of their documents. Updates need not keep to it, and of
  // several shards each has documents of its own in between.
  if (!articles_ascend) {
    passages_.clear();
    for (const auto id : ranks.get([&] { return StoryRanks(columns); }).ordered(passages))
      passages_.push_back(counted(id, columns));
  } else if (!shared.empty()) {
    put_shared_stories_last(std::move(shared));
  }
  count();
}

/// Sorting them alone is enough: all others are the only article of their story.
void StoryOrder::put_shared_stories_last(std::vector<std::uint32_t> shared) {
  index::make_set(shared);
  std::vector<CountedPassage> last;
  auto original = shared.begin();
  std::erase_if(passages_, [&](const CountedPassage& passage) {
    while (original != shared.end() && *original < passage.article) ++original;
    const bool of_shared = passage.story != passage.article ||
                           (original != shared.end() && *original == passage.article);
    if (of_shared) last.push_back(passage);
    return of_shared;
  });
  std::sort(last.begin(), last.end(), before);
  passages_.insert(passages_.end(), last.begin(), last.end());
}

void StoryOrder::count() {
  std::uint32_t article = 0, story = 0;
  for (const auto& passage : passages_) {
    if (passage.article != article) ++articles_;
    if (passage.story != story) ++stories_;
    article = passage.article;
    story = passage.story;
  }
}

}  // namespace furat
