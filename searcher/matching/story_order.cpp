#include "searcher/matching/story_order.hpp"

#include <algorithm>
#include <tuple>

namespace furat {
namespace {

bool before(const CountedPassage& a, const CountedPassage& b) {
  return std::tuple(a.story, a.article, a.passage) < std::tuple(b.story, b.article, b.passage);
}

}  // namespace

StoryOrder::StoryOrder(const PassageSet& passages, const index::FacetColumns& columns) {
  passages_.reserve(passages.count());
  std::vector<std::uint32_t> shared;  // stories of which there is a copy
  bool articles_ascend = true;
  passages.for_each([&](Xapian::docid id) {
    const CountedPassage next{id, columns.article(id) + 1, columns.story(id) + 1};
    if (!passages_.empty() && next.article < passages_.back().article) articles_ascend = false;
    if (next.story != next.article) shared.push_back(next.story);
    passages_.push_back(next);
  });
  // A build numbers articles in the order of their documents; updates need not keep to it.
  if (!articles_ascend)
    std::sort(passages_.begin(), passages_.end(), before);
  else if (!shared.empty())
    put_shared_stories_last(std::move(shared));
  count();
}

/// Sorting them alone is enough: all others are the only article of their story.
void StoryOrder::put_shared_stories_last(std::vector<std::uint32_t> shared) {
  std::sort(shared.begin(), shared.end());
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
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
