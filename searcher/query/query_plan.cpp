#include "searcher/query/query_plan.hpp"

#include <string>
#include <utility>

#include "analysis/text/tokenizer.hpp"
#include "searcher/query/closeness_plan.hpp"
#include "searcher/query/leaf_plan.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

/// Not Xapian's MatchAll: all threads would count the references to that one object, and not
/// atomically.
Query every_passage() { return Query(std::string()); }

/// Puts the leaves of a query together.
class Planner {
 public:
  Planner(const PlanOptions& options, const GenerationView& view, analysis::TermAnalyzer& analyzer)
      : options_(options),
        verifier_(view, analyzer),
        words_(view, analyzer, verifier_),
        leaves_(options_, view, analyzer, words_, plan_),
        closeness_(leaves_, words_, verifier_) {}

  QueryPlan plan(const QueryNode& root) {
    auto query = node(root);
    plan_.query = query.empty() ? every_passage() : std::move(query);
    return std::move(plan_);
  }

 private:
  Query node(const QueryNode& n) {
    switch (n.kind) {
      case QueryNode::Kind::sequence:
        return sequence(n);
      case QueryNode::Kind::any_of:
        return alternatives(n);
      case QueryNode::Kind::close:
        return close(n);
      case QueryNode::Kind::word:
      case QueryNode::Kind::phrase:
      case QueryNode::Kind::prefix:
      case QueryNode::Kind::wildcard:
        return leaves_.leaf(n);
    }
    return {};
  }

  /// What has no neighbours that it could be a name with: a word may be one by itself.
  Query alone(const QueryNode& n) {
    if (n.kind != QueryNode::Kind::word) return node(n);
    QueryNode word = n;
    word.excluded = false;
    const auto names = leaves_.names_among({word});
    return names.empty() ? leaves_.leaf(word) : leaves_.named(names.front());
  }

  Query alternatives(const QueryNode& n) {
    std::vector<Query> parts;
    for (const auto& child : n.children)
      if (auto part = alone(child); !part.empty()) parts.push_back(std::move(part));
    return parts.empty() ? Query() : combined(Query::OP_OR, parts);
  }

  /// Children side by side, gathered by what each demands.
  struct Clauses {
    std::vector<Query> required, wanted, stop_words, excluded;
  };

  Query sequence(const QueryNode& n) {
    Clauses clauses;
    const auto names = leaves_.names_among(n.children);
    auto name = names.begin();
    for (std::size_t i = 0; i < n.children.size(); ++i) {
      if (name != names.end() && name->first == i) {
        auto& list = n.children[i].required ? clauses.required : clauses.wanted;
        list.push_back(leaves_.named(*name));
        i += name->count - 1;
        ++name;
      } else {
        add_clause(n.children[i], clauses);
      }
    }
    return joined(clauses);
  }

  void add_clause(const QueryNode& child, Clauses& clauses) {
    if (child.excluded) {
      const auto words = plan_.words_in_order;
      // What must not be there is not marked.
      auto part = leaves_.unmarked([&] { return alone(child); });
      if (!part.empty()) clauses.excluded.push_back(std::move(part));
      plan_.words_in_order = words;
      return;
    }
    const bool stop_word = is_stop_word(child);
    auto part = node(child);
    if (part.empty()) return;
    auto& list = child.required || LeafPlanner::is_restriction(child) ? clauses.required
                 : stop_word                                          ? clauses.stop_words
                                                                      : clauses.wanted;
    list.push_back(std::move(part));
  }

  static bool is_stop_word(const QueryNode& n) {
    if (n.kind != QueryNode::Kind::word || n.field != QueryField::any) return false;
    const auto tokens = analysis::tokenize(n.text);
    return tokens.size() == 1 && !tokens[0].all_upper && analysis::is_stop_word(tokens.folded(0));
  }

  Query joined(Clauses& clauses) {
    // A query of nothing but function words means them.
    if (clauses.wanted.empty() && clauses.required.empty()) clauses.wanted.swap(clauses.stop_words);
    plan_.optional_words += clauses.wanted.size();
    Query result;
    if (options_.match == MatchMode::all) {
      clauses.required.insert(clauses.required.end(), clauses.wanted.begin(), clauses.wanted.end());
      if (!clauses.required.empty()) result = combined(Query::OP_AND, clauses.required);
    } else if (clauses.required.empty()) {
      if (!clauses.wanted.empty()) result = combined(Query::OP_OR, clauses.wanted);
    } else {
      result = combined(Query::OP_AND, clauses.required);
      if (!clauses.wanted.empty())
        result = Query(Query::OP_AND_MAYBE, result, combined(Query::OP_OR, clauses.wanted));
    }
    if (clauses.excluded.empty()) return result;
    return {Query::OP_AND_NOT, result.empty() ? every_passage() : result,
            combined(Query::OP_OR, clauses.excluded)};
  }

  Query close(const QueryNode& n) {
    auto [query, pattern] = closeness_.place(n);
    plan_.highlight.patterns.push_back(std::move(pattern));
    return query;
  }

  PlanOptions options_;
  QueryPlan plan_;
  PassageVerifier verifier_;
  WordQueries words_;
  LeafPlanner leaves_;
  ClosenessPlanner closeness_;
};

}  // namespace

QueryPlan plan_query(const QueryNode& root, const PlanOptions& options, const GenerationView& view,
                     analysis::TermAnalyzer& analyzer) {
  return Planner(options, view, analyzer).plan(root);
}

}  // namespace furat
