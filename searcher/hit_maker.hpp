// A matching document to a Hit: record, article, snippet, mentions.
#pragma once

#include <xapian.h>

#include "analysis/text/term_analyzer.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "searcher/query/query_plan.hpp"
#include "searcher/snippets/entity_names.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

class HitMaker {
 public:
  HitMaker(const QueryPlan& plan, const SearchRequest& request, const GenerationView& view,
           analysis::TermAnalyzer& analyzer);

  /// All of the hit but rank, score, copies and passages_in_article.
  [[nodiscard]] Hit make(Xapian::docid passage) const;

  /// The copies of a hit, of which a few are shown.
  void add_copies(const std::vector<Xapian::docid>& copies, Hit& hit) const;

 private:
  /// The snippet, and the marks of title and heading.
  void mark(const index::PassageRecord& record, std::uint32_t body_begin, Hit& hit) const;
  [[nodiscard]] std::vector<MentionInfo> mentions_of(const index::PassageRecord& record) const;
  [[nodiscard]] std::vector<analysis::ByteSpan> entity_spans(
      const index::PassageRecord& record) const;

  const QueryPlan& plan_;
  const SearchRequest& request_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  mutable EntityNames entities_;  ///< which remembers names that it has looked up
};

}  // namespace furat
