#include "searcher/query/words_apart.hpp"

#include <utility>

#include "analysis/text/tokenizer.hpp"

namespace furat {
namespace {

using Kind = QueryNode::Kind;

bool is_words(const QueryNode& node) {
  return node.kind == Kind::phrase &&
         (node.field == QueryField::any || node.field == QueryField::title);
}

QueryNode words_of(const QueryNode& phrase) {
  QueryNode words;
  words.kind = Kind::sequence;
  words.span = phrase.span;
  words.required = phrase.required;
  const auto tokens = analysis::tokenize(phrase.text);
  for (const auto& token : tokens.tokens()) {
    words.children.emplace_back();
    words.children.back().field = phrase.field;
    words.children.back().text = tokens.source(token);
    words.children.back().span = phrase.span;
  }
  return words;
}

bool take_apart(QueryNode& node) {
  if (node.excluded) return false;
  if (is_words(node)) {
    node = words_of(node);
    return true;
  }
  bool changed = node.kind == Kind::close;
  if (changed) node.kind = Kind::sequence;
  for (auto& child : node.children) changed |= take_apart(child);
  return changed;
}

}  // namespace

std::optional<QueryNode> with_words_apart(const QueryNode& root) {
  QueryNode apart = root;
  if (!take_apart(apart)) return std::nullopt;
  return apart;
}

}  // namespace furat
