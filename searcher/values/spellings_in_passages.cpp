#include "searcher/values/spellings_in_passages.hpp"

#include <algorithm>

#include "index/seen_spellings.hpp"
#include "searcher/facets/passages_with_term.hpp"

namespace furat {

std::vector<SpellingSeen> spellings_in(const std::vector<Xapian::docid>& passages,
                                       const std::string& value_id,
                                       const Xapian::Database& database) {
  const bool all = passages.size() == database.get_doccount();
  const auto prefix = index::spelling_terms(value_id);
  std::vector<SpellingSeen> spellings;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    SpellingSeen seen{(*term).substr(prefix.size()), 0};
    if (all)
      seen.passages = term.get_termfreq();
    else
      for_each_with_term(database, *term, passages, [&](Xapian::docid) { ++seen.passages; });
    if (seen.passages != 0) spellings.push_back(std::move(seen));
  }
  std::stable_sort(
      spellings.begin(), spellings.end(),
      [](const SpellingSeen& a, const SpellingSeen& b) { return a.passages > b.passages; });
  return spellings;
}

}  // namespace furat
