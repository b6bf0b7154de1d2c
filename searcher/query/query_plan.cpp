#include "searcher/query/query_plan.hpp"

#include <algorithm>
#include <set>

#include "analysis/text/synonyms.hpp"
#include "analysis/text/tokenizer.hpp"
#include "furat/errors.hpp"
#include "searcher/query/name_expansion.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

/// A word in title or heading counts this much of one in the text.
constexpr double kTitleWeight = 0.4;
/// A name in the title is about the article; a passage that names the thing itself comes first.
constexpr double kNameInTitleWeight = 0.1;
/// A synonym counts this much of the word that was asked for.
constexpr double kSynonymWeight = 0.5;
constexpr Xapian::termcount kMaxWildcardTerms = 100;

Query combined(Query::op op, const std::vector<Query>& parts) {
  if (parts.size() == 1) return parts.front();
  return {op, parts.begin(), parts.end()};
}

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
    case QueryField::any:
    case QueryField::title:
      return nullptr;
  }
  return nullptr;
}

class Planner {
 public:
  Planner(const PlanOptions& options, const GenerationView& view, analysis::TermAnalyzer& analyzer)
      : options_(options), view_(view), analyzer_(analyzer) {}

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
      case QueryNode::Kind::word:
      case QueryNode::Kind::phrase:
      case QueryNode::Kind::prefix:
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

  void add_clause(const QueryNode& child, Clauses& clauses) {
    if (child.excluded) {
      const auto highlight = plan_.highlight;
      const auto words = plan_.words_in_order;
      if (auto part = node(child); !part.empty()) clauses.excluded.push_back(std::move(part));
      plan_.highlight = highlight;  // what must not be there is not marked
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
    return n.kind != QueryNode::Kind::sequence && n.kind != QueryNode::Kind::any_of &&
           dimension_of(n.field) != nullptr;
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

  /// A name: every passage that names what it stands for, however it is written there, or has these
  /// words side by side.
  Query named(const NameRun& run) {
    NameMatch match{run.text, {}, {}, std::string(analysis::name_of(run.tier)), {}};
    for (const auto* list : {&run.spellings, &run.core.spellings})
      for (const auto& spelling : *list) match.spellings.push_back(spelling.text);
    std::vector<Query> spellings;
    std::vector<Query> titles;
    for (const auto ordinal : run.ordinals) {
      const auto& value = view_.value(ordinal);
      match.ids.push_back(value.id);
      match.names.push_back(value.name);
      spellings.emplace_back(index::bounded_term(index::prefix::kMention, value.id));
      titles.emplace_back(index::bounded_term(index::prefix::kTitleMention, value.id));
      plan_.entities.push_back(ordinal);
    }
    plan_.matched_as.push_back(std::move(match));
    const auto stems = stems_of(run.text);
    spellings.push_back(side_by_side(stems));
    for (const auto& spelling : run.spellings) {
      const auto other = stems_of(spelling.text);
      spellings.push_back(spelled(spelling, other));
      mark_only(other);
    }
    mark(stems);
    Query name = combined(Query::OP_SYNONYM, spellings);
    if (run.tier != NameTier::exact || !run.is_listed)
      name = Query(Query::OP_OR, name, as_words(stems));
    if (!run.core.spellings.empty()) name = Query(Query::OP_OR, name, with_other_core(run.core));
    if (titles.empty()) return name;
    return {Query::OP_OR, name,
            Query(Query::OP_SCALE_WEIGHT, combined(Query::OP_SYNONYM, titles), kNameInTitleWeight)};
  }

  /// Another spelling of the core of a name, and the words around it.
  Query with_other_core(const NameRun::Core& core) {
    std::vector<Query> spellings;
    for (const auto& spelling : core.spellings) {
      const auto stems = stems_of(spelling.text);
      spellings.push_back(spelled(spelling, stems));
      mark_only(stems);
    }
    const Query any_spelling = combined(Query::OP_SYNONYM, spellings);
    return {Query::OP_AND, any_spelling, as_words(stems_of(core.around))};
  }

  /// Only where it is a whole name, not within a longer one: "Abu Omar" is not "Abu Omar al-Masri".
  static Query spelled(const FoundSpelling& spelling, const std::vector<std::string>& stems) {
    if (spelling.terms.empty()) return side_by_side(stems);
    return {Query::OP_FILTER, side_by_side(stems),
            Query(Query::OP_OR, spelling.terms.begin(), spelling.terms.end())};
  }

  /// What is only like a name may be words that stand apart, or in a title.
  static Query as_words(const std::vector<std::string>& stems) {
    std::vector<Query> words;
    for (const auto& stem : stems) words.emplace_back(Query::OP_OR, Query(stem), in_title({stem}));
    return combined(Query::OP_AND, words);
  }

  Query leaf(const QueryNode& n) {
    if (const char* dimension = dimension_of(n.field)) return restriction(n, dimension);
    if (n.kind == QueryNode::Kind::prefix) return prefix(n);
    const auto stems = stems_of(n.text);
    if (stems.empty()) return {};
    mark(stems);
    if (n.field == QueryField::title) return title_only(stems);
    if (n.kind == QueryNode::Kind::phrase) return exact_phrase(n.text, stems);
    const Query word(Query::OP_OR, written_anyhow(n.text, stems), in_title(stems));
    return stems.size() == 1 ? with_synonyms(word, stems.front()) : word;
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

  std::vector<std::string> stems_of(const std::string& text) {
    std::vector<std::string> stems;
    const auto tokens = analysis::tokenize(text);
    for (const auto& token : tokens.tokens())
      stems.emplace_back(analyzer_.stem(tokens.folded(token)));
    return stems;
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

  static Query side_by_side(const std::vector<std::string>& stems) {
    if (stems.size() == 1) return Query(stems.front());
    return {Query::OP_PHRASE, stems.begin(), stems.end(),
            static_cast<Xapian::termcount>(stems.size())};
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

  /// "ez-Zor": the parts side by side, or the one word "ezzor"; "Ezzor": the word, or "ez-Zor".
  Query written_anyhow(const std::string& text, const std::vector<std::string>& stems) {
    std::string joined;
    const auto tokens = analysis::tokenize(text);
    for (const auto& token : tokens.tokens()) joined += tokens.folded(token);
    std::vector<Query> ways{side_by_side(stems)};
    if (stems.size() > 1) ways.emplace_back(std::string(analyzer_.stem(joined)));
    const auto hyphenated = std::string(index::prefix::kJoined) + joined;
    if (view_.database().term_exists(hyphenated)) ways.emplace_back(hyphenated);
    return combined(Query::OP_SYNONYM, ways);
  }

  /// Side by side, and with the very forms of the quoted words.
  Query exact_phrase(const std::string& text, const std::vector<std::string>& stems) {
    Query query = side_by_side(stems);
    const auto tokens = analysis::tokenize(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto folded = std::string(tokens.folded(i));
      if (folded != stems[i])
        query = Query(Query::OP_FILTER, query, Query(std::string(index::prefix::kExact) + folded));
    }
    return query;
  }

  static Query title_only(const std::vector<std::string>& stems) {
    std::vector<Query> terms;
    for (const auto& stem : stems) terms.emplace_back(std::string(index::prefix::kTitle) + stem);
    return combined(Query::OP_AND, terms);
  }

  static Query in_title(const std::vector<std::string>& stems) {
    return {Query::OP_SCALE_WEIGHT, title_only(stems), kTitleWeight};
  }

  /// Folded words as they are written: stems where these are the words themselves, exact forms for
  /// the rest.
  Query prefix(const QueryNode& n) {
    const auto tokens = analysis::tokenize(n.text);
    if (tokens.size() != 1)
      throw RequestError("'*' needs one word before it", "query", n.text, n.span.begin);
    const std::string folded(tokens.folded(0));
    plan_.highlight.prefixes.push_back(folded);
    const auto begins_with = [](const std::string& pattern) {
      return Query(Query::OP_WILDCARD, pattern, kMaxWildcardTerms,
                   Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
    };
    return {Query::OP_OR, begins_with(folded),
            begins_with(std::string(index::prefix::kExact) + folded)};
  }

  PlanOptions options_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  QueryPlan plan_;
};

}  // namespace

QueryPlan plan_query(const QueryNode& root, const PlanOptions& options, const GenerationView& view,
                     analysis::TermAnalyzer& analyzer) {
  return Planner(options, view, analyzer).plan(root);
}

}  // namespace furat
