#include "searcher/query/query_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "analysis/text/synonyms.hpp"
#include "analysis/text/tokenizer.hpp"
#include "furat/errors.hpp"
#include "searcher/query/archive_words.hpp"
#include "searcher/query/name_query.hpp"
#include "searcher/query/word_queries.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

/// A synonym counts this much of the word that was asked for.
constexpr double kSynonymWeight = 0.5;
const char* dimension_of(QueryField field) {
  switch (field) {
    case QueryField::place:
      return "place";
    case QueryField::actor:
      return "actor";
    case QueryField::date:
      return "date";
    case QueryField::published:
      return "published";
    case QueryField::source:
      return "source";
    case QueryField::kind:
      return "kind";
    case QueryField::article:
    case QueryField::any:
    case QueryField::title:
      return nullptr;
  }
  return nullptr;
}

class Planner {
 public:
  Planner(const PlanOptions& options, const GenerationView& view, analysis::TermAnalyzer& analyzer,
          const Deadline& deadline)
      : options_(options),
        view_(view),
        analyzer_(analyzer),
        verifier_(view, analyzer, deadline),
        words_(view, analyzer, verifier_) {}

  QueryPlan plan(const QueryNode& root) {
    auto query = node(root);
    plan_.query = query.empty() ? Query::MatchAll : std::move(query);
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
        return leaf(n);
    }
    return {};
  }

  Query alternatives(const QueryNode& n) {
    std::vector<Query> parts;
    for (const auto& child : n.children)
      if (auto part = node(child); !part.empty()) parts.push_back(std::move(part));
    return parts.empty() ? Query() : combined(Query::OP_OR, parts);
  }

  /// Children side by side, gathered by what each demands.
  struct Clauses {
    std::vector<Query> required, wanted, stop_words, excluded;
  };

  Query sequence(const QueryNode& n) {
    Clauses clauses;
    const auto names =
        options_.expand_names ? name_runs(n.children, view_) : std::vector<NameRun>{};
    auto name = names.begin();
    for (std::size_t i = 0; i < n.children.size(); ++i) {
      if (name != names.end() && name->first == i) {
        auto& list = n.children[i].required ? clauses.required : clauses.wanted;
        list.push_back(named(*name));
        i += name->count - 1;
        ++name;
      } else {
        add_clause(n.children[i], clauses);
      }
    }
    return joined(clauses);
  }

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

  void add_clause(const QueryNode& child, Clauses& clauses) {
    if (child.excluded) {
      const auto words = plan_.words_in_order;
      auto part = unmarked([&] { return node(child); });  // what must not be there is not marked
      if (!part.empty()) clauses.excluded.push_back(std::move(part));
      plan_.words_in_order = words;
      return;
    }
    const bool stop_word = is_stop_word(child);
    auto part = node(child);
    if (part.empty()) return;
    auto& list = child.required || is_restriction(child) ? clauses.required
                 : stop_word                             ? clauses.stop_words
                                                         : clauses.wanted;
    list.push_back(std::move(part));
  }

  static bool is_restriction(const QueryNode& n) {
    return n.children.empty() &&
           (dimension_of(n.field) != nullptr || n.field == QueryField::article);
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
    return {Query::OP_AND_NOT, result.empty() ? Query::MatchAll : result,
            combined(Query::OP_OR, clauses.excluded)};
  }

  Query named(const NameRun& run) {
    auto name = name_query(run, view_, words_);
    plan_.entities.insert(plan_.entities.end(), run.ordinals.begin(), run.ordinals.end());
    plan_.matched_as.push_back(std::move(name.match));
    for (const auto& spelling : name.spellings) mark_only(spelling);
    mark(name.stems);
    return name.query;
  }

  Query leaf(const QueryNode& n) {
    if (n.field == QueryField::article) return of_article(n);
    if (const char* dimension = dimension_of(n.field)) return restriction(n, dimension);
    if (n.kind == QueryNode::Kind::prefix) return prefix(n);
    if (n.kind == QueryNode::Kind::wildcard) return wildcard(n);
    const auto stems = words_.stems_of(n.text);
    if (stems.empty()) return {};
    plan_.words_in_order.insert(plan_.words_in_order.end(), stems.begin(), stems.end());
    if (n.kind == QueryNode::Kind::phrase && n.field == QueryField::any) {
      plan_.highlight.patterns.push_back(words_.pattern_of_exact(n.text));
      return words_.exact(n.text);
    }
    mark_only(stems);
    if (n.field == QueryField::title)
      return n.kind == QueryNode::Kind::phrase ? words_.title_phrase(n.text) : in_title_only(stems);
    const Query word(Query::OP_OR, words_.written_anyhow(n.text), in_title(stems));
    return stems.size() == 1 ? with_synonyms(word, stems.front()) : word;
  }

  Query of_article(const QueryNode& n) const {
    const auto term = index::bounded_term(index::prefix::kArticle, n.text);
    if (!view_.database().term_exists(term))
      throw RequestError("no article in this index has the id '" + n.text + "'", "article", n.text,
                         n.span.begin);
    return {Query::OP_SCALE_WEIGHT, Query(term), 0.0};
  }

  Query restriction(const QueryNode& n, const char* dimension) {
    if (n.kind == QueryNode::Kind::prefix)
      throw RequestError(std::string(dimension) + ": takes a whole value, no '*'", "query", n.text,
                         n.span.begin);
    auto filter = resolve_filter(
        {dimension, n.text, false},
        {options_.place_roles, filter_spelling(options_.expand_names), options_.dates}, view_,
        plan_.notes);
    return {Query::OP_SCALE_WEIGHT, filter.query, 0.0};
  }

  void mark(const std::vector<std::string>& stems) {
    plan_.words_in_order.insert(plan_.words_in_order.end(), stems.begin(), stems.end());
    mark_only(stems);
  }

  void mark_only(const std::vector<std::string>& stems) {
    if (stems.size() == 1)
      plan_.highlight.words.insert(stems.front());
    else
      plan_.highlight.phrases.push_back(stems);
  }

  Query with_synonyms(const Query& word, const std::string& stem) {
    const auto synonyms = analysis::synonyms_of(stem);
    if (synonyms.empty()) return word;
    ++plan_.words_with_synonyms;
    if (!options_.synonyms) return word;
    std::set<std::string> stems;
    for (const auto synonym : synonyms) stems.insert(std::string(analyzer_.stem(synonym)));
    stems.erase(stem);
    plan_.highlight.words.insert(stems.begin(), stems.end());
    return {Query::OP_OR, word,
            Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_SYNONYM, stems.begin(), stems.end()),
                  kSynonymWeight)};
  }

  /// Folded words as they are written: stems where these are the words themselves, exact forms for
  /// the rest.
  Query prefix(const QueryNode& n) {
    const std::string folded(analysis::tokenize(n.text).folded(0));
    plan_.highlight.prefixes.push_back(folded);
    return any_of(n, words_beginning(folded, n.field == QueryField::title, view_));
  }

  Query wildcard(const QueryNode& n) {
    if (n.field == QueryField::title)
      throw RequestError("in a title, a star may stand only at the end of a word", "query", n.text,
                         n.span.begin);
    const WildcardPattern pattern(n.text);
    TextPattern mark;
    mark.kind = TextPattern::Kind::wildcard;
    mark.wildcard = pattern;
    plan_.highlight.patterns.push_back(std::move(mark));
    const auto words = words_fitting(pattern, view_, analyzer_);
    note_left_out(n, words);
    return words_.fitting(pattern, words);
  }

  Query any_of(const QueryNode& n, const FittingWords& words) {
    note_left_out(n, words);
    if (words.terms.empty()) return no_passage();
    return {Query::OP_SYNONYM, words.terms.begin(), words.terms.end()};
  }

  void note_left_out(const QueryNode& n, const FittingWords& words) {
    if (words.left_out == 0) return;
    plan_.notes.push_back(fmt::format(
        "'{}' stands for {} words of this archive; the {} most frequent were looked for", n.text,
        words.terms.size() + words.left_out, words.terms.size()));
  }

  /// Passages in which both sides stand as close as is asked for. The sides say which passages may
  /// have that; the texts of these decide.
  Query close(const QueryNode& n) {
    auto [candidates, pattern] = side(n);
    plan_.highlight.patterns.push_back(std::move(pattern));
    return candidates;
  }

  /// One side of a closeness: the passages that have it, and where it stands in them.
  struct Side {
    Query query;
    TextPattern pattern;
  };

  Side side(const QueryNode& n) {
    switch (n.kind) {
      case QueryNode::Kind::close:
        return close_side(n);
      case QueryNode::Kind::any_of:
        return alternatives_side(n);
      case QueryNode::Kind::sequence:
        return words_side(n.children);
      case QueryNode::Kind::word:
        return words_side({n});
      case QueryNode::Kind::phrase:
      case QueryNode::Kind::prefix:
      case QueryNode::Kind::wildcard:
        break;
    }
    // What these mark is a pattern, or a prefix.
    const auto before = std::exchange(plan_.highlight, {});
    auto query = leaf(n);
    auto own = std::exchange(plan_.highlight, before);
    if (!own.patterns.empty()) return {std::move(query), std::move(own.patterns.front())};
    TextPattern prefix;
    prefix.kind = TextPattern::Kind::prefix;
    prefix.word = own.prefixes.front();
    return {std::move(query), std::move(prefix)};
  }

  Side close_side(const QueryNode& n) {
    auto left = side(n.children.front());
    auto right = side(n.children.back());
    TextPattern pattern;
    pattern.kind = TextPattern::Kind::close;
    pattern.closeness = n.closeness;
    pattern.children = {std::move(left.pattern), std::move(right.pattern)};
    if (auto exact = close_words(pattern)) return {std::move(*exact), std::move(pattern)};
    auto query = verifier_.verified(Query(Query::OP_AND, left.query, right.query), pattern);
    return {std::move(query), std::move(pattern)};
  }

  /// Of two different words Xapian knows how close they stand, without reading the text.
  static std::optional<Query> close_words(const TextPattern& close) {
    if (close.closeness.same_sentence) return std::nullopt;
    std::vector<std::string> stems;
    for (const auto& child : close.children) {
      if (child.kind != TextPattern::Kind::words || child.stems.size() != 1 || !child.forms.empty())
        return std::nullopt;
      stems.push_back(child.stems.front());
    }
    if (stems.front() == stems.back()) return std::nullopt;
    return Query(close.closeness.ordered ? Query::OP_PHRASE : Query::OP_NEAR, stems.begin(),
                 stems.end(), static_cast<Xapian::termcount>(close.closeness.words + 1));
  }

  Side alternatives_side(const QueryNode& n) {
    Side all;
    all.pattern.kind = TextPattern::Kind::any_of;
    std::vector<Query> queries;
    for (const auto& child : n.children) {
      auto one = side(child);
      queries.push_back(std::move(one.query));
      all.pattern.children.push_back(std::move(one.pattern));
    }
    all.query = combined(Query::OP_OR, queries);
    return all;
  }

  /// A name in any spelling, or words side by side.
  Side words_side(const std::vector<QueryNode>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
    Side result{Query(), words_.pattern_of_word(text)};
    const auto names = options_.expand_names ? name_runs(words, view_) : std::vector<NameRun>{};
    if (names.size() != 1 || names.front().count != words.size()) {
      const auto stems = words_.stems_of(text);
      plan_.words_in_order.insert(plan_.words_in_order.end(), stems.begin(), stems.end());
      result.query = words_.written_anyhow(text);
      return result;
    }
    result.query = unmarked([&] { return named(names.front()); });
    result.pattern = name_pattern(names.front(), words_);
    return result;
  }

  PlanOptions options_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  PassageVerifier verifier_;
  WordQueries words_;
  QueryPlan plan_;
};

}  // namespace

QueryPlan plan_query(const QueryNode& root, const PlanOptions& options, const GenerationView& view,
                     analysis::TermAnalyzer& analyzer, const Deadline& deadline) {
  return Planner(options, view, analyzer, deadline).plan(root);
}

}  // namespace furat
