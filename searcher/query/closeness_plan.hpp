// NEAR, ADJ and SENTENCE as Xapian queries: their sides say which passages may have it, and the
// texts of these decide.
#pragma once

#include <vector>

#include "searcher/patterns/verified_passages.hpp"
#include "searcher/query/leaf_plan.hpp"

namespace furat {

class ClosenessPlanner {
 public:
  /// Refers to all of these.
  ClosenessPlanner(LeafPlanner& leaves, const WordQueries& words, const PassageVerifier& verifier)
      : leaves_(leaves), words_(words), verifier_(verifier) {}

  /// The passages that have a node, and where it stands in them.
  struct Place {
    Xapian::Query query;
    TextPattern pattern;
  };
  /// Of a node that may stand on one side of a closeness, or is one. Marks nothing.
  [[nodiscard]] Place place(const QueryNode& node);

 private:
  [[nodiscard]] Place close(const QueryNode& node);
  [[nodiscard]] Place alternatives(const QueryNode& node);
  [[nodiscard]] Place words(const std::vector<QueryNode>& words);

  LeafPlanner& leaves_;
  const WordQueries& words_;
  const PassageVerifier& verifier_;
};

}  // namespace furat
