#include "searcher/query/closeness_plan.hpp"

#include <optional>
#include <utility>

#include "searcher/query/name_query.hpp"

namespace furat {
namespace {

using Kind = QueryNode::Kind;
using Place = ClosenessPlanner::Place;
using Query = Xapian::Query;

/// Of two different words Xapian knows how close they stand, without reading the text.
std::optional<Query> close_words(const TextPattern& close) {
  if (close.closeness.same_sentence) return std::nullopt;
  Stems stems;
  for (const auto& side : close.children) {
    if (side.kind != TextPattern::Kind::words || side.stems.size() != 1 || !side.forms.empty())
      return std::nullopt;
    stems.push_back(side.stems.front());
  }
  if (stems.front() == stems.back()) return std::nullopt;
  return Query(close.closeness.ordered ? Query::OP_PHRASE : Query::OP_NEAR, stems.begin(),
               stems.end(), static_cast<Xapian::termcount>(close.closeness.words + 1));
}

}  // namespace

Place ClosenessPlanner::place(const QueryNode& node) {
  switch (node.kind) {
    case Kind::close:
      return close(node);
    case Kind::any_of:
      return alternatives(node);
    case Kind::sequence:
      return words(node.children);
    case Kind::word:
      return words({node});
    default:
      return {leaves_.unmarked([&] { return leaves_.leaf(node); }), leaves_.pattern(node)};
  }
}

Place ClosenessPlanner::close(const QueryNode& node) {
  auto left = place(node.children.front());
  auto right = place(node.children.back());
  TextPattern pattern;
  pattern.kind = TextPattern::Kind::close;
  pattern.closeness = node.closeness;
  pattern.children = {std::move(left.pattern), std::move(right.pattern)};
  if (auto exact = close_words(pattern)) return {std::move(*exact), std::move(pattern)};
  auto query = verifier_.verified(Query(Query::OP_AND, left.query, right.query), pattern);
  return {std::move(query), std::move(pattern)};
}

Place ClosenessPlanner::alternatives(const QueryNode& node) {
  Place all;
  all.pattern.kind = TextPattern::Kind::any_of;
  std::vector<Query> queries;
  for (const auto& child : node.children) {
    auto one = place(child);
    queries.push_back(std::move(one.query));
    all.pattern.children.push_back(std::move(one.pattern));
  }
  all.query = combined(Query::OP_OR, queries);
  return all;
}

/// A name in any spelling, or words side by side.
Place ClosenessPlanner::words(const std::vector<QueryNode>& words) {
  const auto names = leaves_.names_among(words);
  if (names.size() == 1 && names.front().count == words.size())
    return {leaves_.unmarked([&] { return leaves_.named(names.front()); }),
            name_pattern(names.front(), words_)};
  QueryNode together = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) together.text += " " + words[i].text;
  return {leaves_.unmarked([&] { return leaves_.leaf(together); }), leaves_.pattern(together)};
}

}  // namespace furat
