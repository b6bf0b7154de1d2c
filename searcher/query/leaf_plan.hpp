// The leaves of a query, words, phrases, names and values, as Xapian queries; what is said and
// marked because of them goes into the plan.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/query/name_expansion.hpp"
#include "searcher/query/query_plan.hpp"
#include "searcher/query/word_queries.hpp"

namespace furat {

class LeafPlanner {
 public:
  /// Refers to all of these.
  LeafPlanner(const PlanOptions& options, const GenerationView& view,
              analysis::TermAnalyzer& analyzer, const WordQueries& words, QueryPlan& plan)
      : options_(options), view_(view), analyzer_(analyzer), words_(words), plan_(plan) {}

  /// A word, phrase, star or value; empty if it has no word.
  [[nodiscard]] Xapian::Query leaf(const QueryNode& node);
  /// The same in a text, of a word, phrase or star.
  [[nodiscard]] TextPattern pattern(const QueryNode& node) const;

  [[nodiscard]] Xapian::Query named(const NameRun& run);
  /// The names among words side by side; none if they are not to be expanded.
  [[nodiscard]] std::vector<NameRun> names_among(const std::vector<QueryNode>& words) const;

  /// What `make` gives; the words in it stay unmarked.
  template <class Make>
  auto unmarked(Make make) {
    const auto highlight = plan_.highlight;
    const auto entities = plan_.entities;
    auto made = make();
    plan_.highlight = highlight;
    plan_.entities = entities;
    return made;
  }

  /// A value, which a passage must have in any match mode.
  [[nodiscard]] static bool is_restriction(const QueryNode& node);

 private:
  [[nodiscard]] Xapian::Query of_article(const QueryNode& node) const;
  [[nodiscard]] Xapian::Query restriction(const QueryNode& node, const char* dimension);
  [[nodiscard]] Xapian::Query beginning(const QueryNode& node);
  [[nodiscard]] Xapian::Query fitting(const QueryNode& node);
  [[nodiscard]] Xapian::Query with_synonyms(const Xapian::Query& word, const std::string& stem);
  void note_left_out(const QueryNode& node, const FittingWords& words);
  void add_in_order(const Stems& stems);
  void mark(const Stems& stems);

  const PlanOptions& options_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  const WordQueries& words_;
  QueryPlan& plan_;
};

}  // namespace furat
