#include "indexer/readers/pdf/columns.hpp"

#include <algorithm>

#include "indexer/readers/pdf/gutter.hpp"

namespace furat::indexer::pdf {
namespace {

// Deeper cuts than columns in columns are no layout; and each level looks at every word again.
constexpr int kDeepestCut = 12;

bool runs_right_to_left(const PageWords& page, const Region& region) {
  const auto count = std::count_if(region.begin(), region.end(),
                                   [&page](auto i) { return page.words[i].right_to_left; });
  return static_cast<std::size_t>(count) * 2 > region.size();
}

class PageCutting {
 public:
  explicit PageCutting(const PageWords& page) : page_(page) {}

  void cut(Region region, int depth) {
    if (region.empty()) return;
    const auto gutter = depth < kDeepestCut ? find_gutter(page_, region) : std::nullopt;
    if (!gutter) {
      regions_.push_back(std::move(region));
      return;
    }
    Region above, left, right, below;
    for (const auto i : region) {
      const Word& word = page_.words[i];
      if (word.middle() < gutter->top) {
        above.push_back(i);
      } else if (word.middle() > gutter->bottom) {
        below.push_back(i);
      } else {
        (word.left + word.right < gutter->left + gutter->right ? left : right).push_back(i);
      }
    }
    if (runs_right_to_left(page_, region)) left.swap(right);
    for (auto* part : {&above, &left, &right, &below}) cut(std::move(*part), depth + 1);
  }

  std::vector<Region> take() { return std::move(regions_); }

 private:
  const PageWords& page_;
  std::vector<Region> regions_;
};

}  // namespace

std::vector<Region> regions_of(const PageWords& page, const std::vector<bool>& kept) {
  Region all;
  for (std::uint32_t i = 0; i < page.words.size(); ++i)
    if (kept[i]) all.push_back(i);
  PageCutting cutting(page);
  cutting.cut(std::move(all), 0);
  return cutting.take();
}

}  // namespace furat::indexer::pdf
