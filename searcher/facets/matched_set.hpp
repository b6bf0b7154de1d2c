// The passages a query matches, all of them: what facets are counted over.
#pragma once

#include <xapian.h>

#include <vector>

#include "index/facet_columns.hpp"

namespace furat {

/// Collects the ids of every matching document, each once. Local databases only (xapian-notes,
/// hazard 6).
class MatchedSet final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    ids_.push_back(document.get_docid());
  }
  [[nodiscard]] const std::vector<Xapian::docid>& ids() const { return ids_; }

 private:
  std::vector<Xapian::docid> ids_;
};

/// All passages the query matches, unranked. Throws Xapian::Error.
[[nodiscard]] std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                                     const Xapian::Query& query);

/// How many articles the passages belong to.
[[nodiscard]] std::size_t count_articles(const std::vector<Xapian::docid>& passages,
                                         const index::FacetColumns& columns);

}  // namespace furat
