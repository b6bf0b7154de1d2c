#include "searcher/ranking/ranked_passage.hpp"

#include <algorithm>

#include "index/schema.hpp"
#include "searcher/ranking/bm25.hpp"

namespace furat {

Xapian::Enquire by_relevance(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25::weighting_scheme());
  enquire.set_sort_by_relevance_then_value(index::kSlotOrder, false);
  return enquire;
}

std::vector<RankedPassage> passages_of(const Xapian::MSet& mset) {
  std::vector<RankedPassage> passages;
  for (auto it = mset.begin(); it != mset.end(); ++it) passages.push_back({*it, it.get_weight()});
  return passages;
}

std::vector<RankedPassage> in_window(std::vector<RankedPassage> ranked, std::size_t first,
                                     std::size_t count) {
  first = std::min(first, ranked.size());
  count = std::min(count, ranked.size() - first);
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(first));
  ranked.resize(count);
  return ranked;
}

}  // namespace furat
