#include "searcher/query/leaf_plan.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "analysis/text/synonyms.hpp"
#include "analysis/text/tokenizer.hpp"
#include "furat/errors.hpp"
#include "searcher/query/archive_words.hpp"
#include "searcher/query/name_query.hpp"

namespace furat {
namespace {

using Kind = QueryNode::Kind;
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

}  // namespace

bool LeafPlanner::is_restriction(const QueryNode& node) {
  return node.children.empty() &&
         (dimension_of(node.field) != nullptr || node.field == QueryField::article);
}

std::vector<NameRun> LeafPlanner::names_among(const std::vector<QueryNode>& words) const {
  return options_.expand_names ? name_runs(words, view_) : std::vector<NameRun>{};
}

Query LeafPlanner::named(const NameRun& run) {
  auto name = name_query(run, view_, words_);
  plan_.entities.insert(plan_.entities.end(), run.ordinals.begin(), run.ordinals.end());
  plan_.matched_as.push_back(std::move(name.match));
  for (const auto& spelling : name.spellings) mark(spelling);
  mark(name.stems);
  add_in_order(name.stems);
  return name.query;
}

Query LeafPlanner::leaf(const QueryNode& node) {
  if (node.field == QueryField::article) return of_article(node);
  if (const char* dimension = dimension_of(node.field)) return restriction(node, dimension);
  if (node.kind == Kind::prefix) return beginning(node);
  if (node.kind == Kind::wildcard) return fitting(node);
  const auto stems = words_.stems_of(node.text);
  if (stems.empty()) return {};
  add_in_order(stems);
  if (node.kind == Kind::phrase && node.field == QueryField::any) {
    plan_.highlight.patterns.push_back(pattern(node));
    return words_.exact(node.text);
  }
  mark(stems);
  if (node.field == QueryField::title)
    return node.kind == Kind::phrase ? words_.title_phrase(node.text) : in_title_only(stems);
  const Query word(Query::OP_OR, words_.written_anyhow(node.text), in_title(stems));
  return stems.size() == 1 ? with_synonyms(word, stems.front()) : word;
}

TextPattern LeafPlanner::pattern(const QueryNode& node) const {
  switch (node.kind) {
    case Kind::phrase:
      return words_.pattern_of_exact(node.text);
    case Kind::prefix:
      return pattern_of_beginning(node.text);
    case Kind::wildcard:
      return pattern_of_fitting(WildcardPattern(node.text));
    default:
      return words_.pattern_of_word(node.text);
  }
}

Query LeafPlanner::of_article(const QueryNode& node) const {
  const auto term = index::bounded_term(index::prefix::kArticle, node.text);
  if (!view_.term_exists(term))
    throw RequestError("no article in this index has the id '" + node.text + "'", "article",
                       node.text);
  return {Query::OP_SCALE_WEIGHT, Query(term), 0.0};
}

Query LeafPlanner::restriction(const QueryNode& node, const char* dimension) {
  const auto filter =
      resolve_filter({dimension, node.text, false},
                     {options_.place_roles, filter_spelling(options_.expand_names), options_.dates},
                     view_, plan_.notes);
  return {Query::OP_SCALE_WEIGHT, filter.query, 0.0};
}

void LeafPlanner::add_in_order(const Stems& stems) {
  plan_.words_in_order.insert(plan_.words_in_order.end(), stems.begin(), stems.end());
}

void LeafPlanner::mark(const Stems& stems) {
  if (stems.empty()) return;
  if (stems.size() == 1)
    plan_.highlight.words.insert(stems.front());
  else
    plan_.highlight.phrases.push_back(stems);
}

Query LeafPlanner::with_synonyms(const Query& word, const std::string& stem) {
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

Query LeafPlanner::beginning(const QueryNode& node) {
  auto mark = pattern(node);
  const auto words = words_beginning(mark.word, node.field == QueryField::title, view_);
  plan_.highlight.patterns.push_back(std::move(mark));
  note_left_out(node, words);
  if (words.terms.empty()) return no_passage();
  return {Query::OP_SYNONYM, words.terms.begin(), words.terms.end()};
}

Query LeafPlanner::fitting(const QueryNode& node) {
  plan_.highlight.patterns.push_back(pattern(node));
  const WildcardPattern wildcard(node.text);
  const auto words = words_fitting(wildcard, view_, analyzer_);
  note_left_out(node, words);
  return words_.fitting(wildcard, words);
}

void LeafPlanner::note_left_out(const QueryNode& node, const FittingWords& words) {
  if (words.left_out == 0) return;
  plan_.notes.push_back(
      fmt::format("'{}' stands for {} words of this archive; the {} most frequent were looked for",
                  node.text, words.terms.size() + words.left_out, words.terms.size()));
}

}  // namespace furat
