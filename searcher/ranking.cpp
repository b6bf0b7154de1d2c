#include "searcher/ranking.hpp"

#include "index/schema.hpp"
#include "searcher/facets/matched_set.hpp"

namespace furat {
namespace {

/// BM25 as Lucene has it: k2 = k3 = 0 and no lower bound on the normalised length (xapian-notes
/// section 8).
Xapian::BM25Weight bm25() { return {1.2, 0, 0, 0.75, 0}; }

/// Sorts by a day slot; documents without a day come last in either direction.
class DayOrder final : public Xapian::KeyMaker {
 public:
  DayOrder(index::Slot slot, bool newest_first) : slot_(slot), newest_first_(newest_first) {}
  std::string operator()(const Xapian::Document& document) const override {
    auto key = document.get_value(slot_);
    if (key.empty()) return "\xFF\xFF\xFF\xFF\xFF";
    if (newest_first_)
      for (auto& c : key) c = static_cast<char>(~c);
    return key;
  }

 private:
  index::Slot slot_;
  bool newest_first_;
};

}  // namespace

RankedPage rank(const Xapian::Database& database, const Xapian::Query& query,
                const SearchRequest& request) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  DayOrder by_first_day(index::kSlotFirstDay, false);
  DayOrder by_publication(index::kSlotPublished, true);
  if (request.sort == SortBy::date) enquire.set_sort_by_key_then_relevance(&by_first_day, false);
  if (request.sort == SortBy::published)
    enquire.set_sort_by_key_then_relevance(&by_publication, false);
  if (request.group == GroupBy::article) enquire.set_collapse_key(index::kSlotArticle);
  MatchedSet matched;
  enquire.add_matchspy(&matched);
  const auto everything = database.get_doccount();
  const auto mset = enquire.get_mset(
      static_cast<Xapian::doccount>(std::min<std::size_t>(request.offset, everything)),
      static_cast<Xapian::doccount>(std::min<std::size_t>(request.limit, everything)), everything);
  RankedPage result;
  for (auto it = mset.begin(); it != mset.end(); ++it)
    result.page.push_back({*it, it.get_weight()});
  result.all_passages = matched.ids();
  return result;
}

}  // namespace furat
