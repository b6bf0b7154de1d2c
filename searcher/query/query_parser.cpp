#include "searcher/query/query_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/text/tokenizer.hpp"
#include "searcher/query/query_lexer.hpp"
#include "searcher/query/query_limits.hpp"

namespace furat {
namespace {

using internal::Lexeme;
using internal::reject_query;
using Kind = QueryNode::Kind;

bool begins_operand(const Lexeme& lexeme) {
  switch (lexeme.kind) {
    case Lexeme::Kind::word:
    case Lexeme::Kind::phrase:
    case Lexeme::Kind::prefix:
    case Lexeme::Kind::wildcard:
    case Lexeme::Kind::open:
      return true;
    default:
      return false;
  }
}

Kind kind_of(const Lexeme& operand) {
  switch (operand.kind) {
    case Lexeme::Kind::phrase:
      return Kind::phrase;
    case Lexeme::Kind::prefix:
      return Kind::prefix;
    case Lexeme::Kind::wildcard:
      return Kind::wildcard;
    default:
      return Kind::word;
  }
}

bool has_closeness(const QueryNode& node, bool of_sentences_only) {
  if (node.kind == Kind::close && (node.closeness.same_sentence || !of_sentences_only)) return true;
  return std::any_of(node.children.begin(), node.children.end(), [&](const QueryNode& child) {
    return has_closeness(child, of_sentences_only);
  });
}

/// Whether the words of a text can stand near to what `node` is.
bool can_be_near(const QueryNode& node) {
  const bool of_text = node.field == QueryField::any;
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::prefix:
    case Kind::wildcard:
      return of_text && !node.required && !node.excluded;
    case Kind::close:
      return true;
    case Kind::any_of:
      return std::all_of(node.children.begin(), node.children.end(), can_be_near);
    case Kind::sequence:  // of plain words: a name, or a phrase
      return std::all_of(node.children.begin(), node.children.end(), [](const QueryNode& child) {
        return child.kind == Kind::word && can_be_near(child);
      });
  }
  return false;
}

class Parser {
 public:
  Parser(std::string_view query, const QueryLimits& limits)
      : query_(query), limits_(query, limits), lexemes_(internal::lexemes(query)) {}

  QueryNode parse() {
    QueryNode root = sequence(0);
    if (peek() != nullptr) {
      reject_query(query_, peek()->span.begin, "This parenthesis closes nothing.");
    }
    root.span = {0, query_.size()};
    check_not_wordless(root);
    return root;
  }

 private:
  const Lexeme* peek() const { return next_ < lexemes_.size() ? &lexemes_[next_] : nullptr; }
  bool at(Lexeme::Kind kind) const { return peek() != nullptr && peek()->kind == kind; }

  QueryNode sequence(std::size_t depth) {
    QueryNode node;
    node.kind = Kind::sequence;
    const auto outer_or = std::exchange(bare_or_, std::nullopt);
    std::vector<QueryNode> parts;  // what AND divides, so far
    while (peek() != nullptr && !at(Lexeme::Kind::close)) {
      if (at(Lexeme::Kind::both)) {
        if (node.children.empty()) reject_dangling(peek()->span.begin);
        require_operand_behind(next_++,
                               {Lexeme::Kind::without, Lexeme::Kind::minus, Lexeme::Kind::plus});
        add_part(std::exchange(node.children, {}), parts);
      }
      node.children.push_back(clause(depth));
    }
    if (!parts.empty()) {
      add_part(std::exchange(node.children, {}), parts);
      if (bare_or_) {
        reject_query(query_, *bare_or_,
                     "AND and OR need parentheses: (a AND b) OR c, or a AND (b OR c).");
      }
      node.children = std::move(parts);
    }
    bare_or_ = outer_or;
    check_finds_something(node);
    return node;
  }

  /// What stands on one side of AND must be there, whatever the match mode. A name does not reach
  /// over AND, so several words are a sequence of their own.
  static void add_part(std::vector<QueryNode> clauses, std::vector<QueryNode>& parts) {
    const bool only_exclusions =
        std::all_of(clauses.begin(), clauses.end(), [](const QueryNode& n) { return n.excluded; });
    if (clauses.size() > 1 && !only_exclusions) {
      QueryNode part;
      part.kind = Kind::sequence;
      part.children = std::move(clauses);
      part = spanning_children(std::move(part));
      clauses.assign(1, std::move(part));
    }
    for (QueryNode& clause : clauses) {
      clause.required = !clause.excluded;
      parts.push_back(std::move(clause));
    }
  }

  void check_finds_something(const QueryNode& sequence) const {
    if (!sequence.children.empty() &&
        std::all_of(sequence.children.begin(), sequence.children.end(),
                    [](const QueryNode& n) { return n.excluded; })) {
      reject_query(query_, sequence.children.front().span.begin,
                   "The query only says what to leave out; it must also say what to find.");
    }
  }

  QueryNode clause(std::size_t depth) {
    const bool required = at(Lexeme::Kind::plus);
    const bool without = at(Lexeme::Kind::without);
    const bool excluded = at(Lexeme::Kind::minus) || without;
    if (required || excluded) {
      const std::size_t sign = next_++;
      if (without) require_operand_behind(sign, {});
    }
    QueryNode node = alternatives(depth);
    if (without && node.kind == Kind::any_of && bare_or_ && *bare_or_ > node.span.begin) {
      reject_query(query_, *bare_or_,
                   "NOT and OR need parentheses: a NOT (b OR c), or (a NOT b) OR c.");
    }
    node.required = required;
    node.excluded = excluded;
    return node;
  }

  QueryNode alternatives(std::size_t depth) {
    QueryNode first = same_sentence(depth);
    if (!at(Lexeme::Kind::either)) return first;
    QueryNode node;
    node.kind = Kind::any_of;
    node.children.push_back(std::move(first));
    const std::size_t first_or = peek()->span.begin;
    while (at(Lexeme::Kind::either)) {
      require_operand_behind(next_++, {});
      node.children.push_back(same_sentence(depth));
    }
    bare_or_ = first_or;
    return spanning_children(std::move(node));
  }

  QueryNode same_sentence(std::size_t depth) {
    QueryNode left = near(depth);
    while (at(Lexeme::Kind::near)) {
      const Lexeme& joint = *peek();
      require_operand_behind(next_++, {});
      left = close(std::move(left), joint, near(depth));
    }
    return left;
  }

  QueryNode near(std::size_t depth) {
    QueryNode left = operand(depth);
    while (at(Lexeme::Kind::near) && !peek()->closeness.same_sentence) {
      const Lexeme& joint = *peek();
      require_operand_behind(next_++, {});
      left = close(std::move(left), joint, operand(depth));
    }
    return left;
  }

  QueryNode close(QueryNode left, const Lexeme& joint, QueryNode right) {
    limits_.count(joint);
    for (const QueryNode* side : {&left, &right}) {
      if (!can_be_near(*side)) {
        reject_query(query_, side->span.begin,
                     fmt::format("{} stands between words, phrases, names in parentheses and "
                                 "alternatives of these.",
                                 joint.text));
      }
    }
    // What NEAR joins are words, so that a hostile text cannot make pairs of pairs of pairs.
    if (!joint.closeness.same_sentence &&
        (has_closeness(left, true) || has_closeness(right, false))) {
      reject_query(query_, joint.span.begin,
                   "NEAR and ADJ join words, one after the other: a NEAR/5 b NEAR/5 c.");
    }
    QueryNode node;
    node.kind = Kind::close;
    node.closeness = joint.closeness;
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return spanning_children(std::move(node));
  }

  static QueryNode spanning_children(QueryNode node) {
    node.span = {node.children.front().span.begin, node.children.back().span.end};
    return node;
  }

  /// The operator at `joint` needs an operand behind it, perhaps after one of these signs.
  void require_operand_behind(std::size_t joint, std::initializer_list<Lexeme::Kind> signs) const {
    const Lexeme* next = peek();
    if (next != nullptr && (begins_operand(*next) ||
                            std::find(signs.begin(), signs.end(), next->kind) != signs.end())) {
      return;
    }
    reject_dangling(lexemes_[joint].span.begin);
  }

  QueryNode operand(std::size_t depth) {
    const Lexeme* lexeme = peek();
    if (lexeme == nullptr || !begins_operand(*lexeme)) {
      reject_dangling(lexeme == nullptr ? query_.size() : lexeme->span.begin);
    }
    if (lexeme->kind == Lexeme::Kind::open) return group(depth + 1);
    limits_.count(*lexeme);
    ++next_;
    QueryNode node;
    node.kind = kind_of(*lexeme);
    node.field = lexeme->field;
    node.text = lexeme->text;
    node.span = lexeme->span;
    return node;
  }

  QueryNode group(std::size_t depth) {
    const std::size_t begin = peek()->span.begin;
    limits_.check_depth(depth, begin);
    ++next_;
    QueryNode node = sequence(depth);
    if (!at(Lexeme::Kind::close)) {
      reject_query(query_, begin, "This parenthesis has no closing one.");
    }
    node.span = {begin, peek()->span.end};
    ++next_;
    if (node.children.empty()) {
      reject_query(query_, begin, "There is no word between these parentheses.");
    }
    // "(a)" and "(a OR b)" are their content; only what holds several clauses is a group.
    if (node.children.size() == 1 && !node.children.front().required) {
      QueryNode only = std::move(node.children.front());
      return only;
    }
    return node;
  }

  /// Only white space asks for everything: "???" asks for something that cannot be found.
  void check_not_wordless(const QueryNode& root) const {
    const std::size_t typed = query_.find_first_not_of(std::string_view("\0\t\n\v\f\r ", 7));
    if (root.children.empty() && typed != std::string_view::npos) {
      reject_query(query_, typed, "The query has no word to look for.");
    }
  }

  [[noreturn]] void reject_dangling(std::size_t column) const {
    const auto joint = std::find_if(lexemes_.begin(), lexemes_.end(), [column](const Lexeme& one) {
      return one.span.begin == column;
    });
    if (joint == lexemes_.end() || joint->text.empty()) {
      reject_query(query_, column, "An operator must be followed by a word or a group.");
    }
    if (joint->kind == Lexeme::Kind::without) {
      reject_query(query_, column, "NOT must stand before a word or a group.");
    }
    reject_query(query_, column,
                 fmt::format("{} must stand between two words or groups.",
                             joint->kind == Lexeme::Kind::either ? "OR" : joint->text));
  }

  std::string_view query_;
  internal::LimitCounter limits_;
  std::vector<Lexeme> lexemes_;
  std::size_t next_ = 0;
  std::optional<std::size_t> bare_or_;  ///< where the sequence at hand has its last ORs
};

/// Longer chains of hyphens than any name has are cut, since a phrase costs more with each word.
constexpr std::size_t kMaxHyphenated = 8;

/// True where a plain text writes two tokens as one word: "ez-Zor", but not "ez- Zor".
bool hyphenated(const analysis::TokenizedText& words, std::size_t i) {
  if (i == 0 || words[i].gap != analysis::Gap::hyphen) return false;
  const std::size_t begin = words[i - 1].span.end;
  const std::string_view between = words.text().substr(begin, words[i].span.begin - begin);
  return between.find_first_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

QueryNode parse_query(std::string_view text, const QueryLimits& limits) {
  if (text.size() > limits.bytes) {
    reject_query(
        text, limits.bytes,
        fmt::format("The query is {} bytes long; {} are allowed.", text.size(), limits.bytes));
  }
  return Parser(text, limits).parse();
}

QueryNode parse_plain(std::string_view text, std::size_t max_words) {
  const analysis::TokenizedText words = analysis::tokenize(text);
  QueryNode root;
  root.kind = Kind::sequence;
  root.span = {0, text.size()};
  std::size_t in_word = 0;
  for (std::size_t i = 0; i < std::min(words.size(), max_words); ++i) {
    const analysis::ByteSpan span = words[i].span;
    in_word = hyphenated(words, i) && in_word < kMaxHyphenated ? in_word + 1 : 1;
    if (in_word == 1) {
      root.children.emplace_back();
      root.children.back().span.begin = span.begin;
    }
    QueryNode& node = root.children.back();
    node.span.end = span.end;
    node.text = text.substr(node.span.begin, node.span.end - node.span.begin);
  }
  return root;
}

}  // namespace furat
