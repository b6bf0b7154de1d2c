#include "searcher/query/query_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/text/tokenizer.hpp"
#include "searcher/query/query_lexer.hpp"

namespace furat {
namespace {

using internal::Lexeme;
using internal::reject_query;
using Kind = QueryNode::Kind;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool begins_operand(const Lexeme& lexeme) {
  switch (lexeme.kind) {
    case Lexeme::Kind::word:
    case Lexeme::Kind::phrase:
    case Lexeme::Kind::prefix:
    case Lexeme::Kind::open:
      return true;
    default:
      return false;
  }
}

class Parser {
 public:
  Parser(std::string_view query, const QueryLimits& limits)
      : query_(query), limits_(limits), lexemes_(internal::lexemes(query)) {}

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
    while (peek() != nullptr && !at(Lexeme::Kind::close)) node.children.push_back(clause(depth));
    if (!node.children.empty() && std::all_of(node.children.begin(), node.children.end(),
                                              [](const QueryNode& n) { return n.excluded; })) {
      reject_query(query_, node.children.front().span.begin,
                   "The query only says what to leave out; it must also say what to find.");
    }
    return node;
  }

  QueryNode clause(std::size_t depth) {
    const bool required = at(Lexeme::Kind::plus);
    const bool excluded = at(Lexeme::Kind::minus);
    if (required || excluded) ++next_;
    QueryNode node = alternatives(depth);
    node.required = required;
    node.excluded = excluded;
    return node;
  }

  QueryNode alternatives(std::size_t depth) {
    QueryNode first = operand(depth);
    if (!at(Lexeme::Kind::either)) return first;
    QueryNode node;
    node.kind = Kind::any_of;
    node.children.push_back(std::move(first));
    while (at(Lexeme::Kind::either)) {
      const std::size_t joint = next_++;
      if (peek() == nullptr || !begins_operand(*peek())) {
        reject_dangling(lexemes_[joint].span.begin);
      }
      node.children.push_back(operand(depth));
    }
    node.span = {node.children.front().span.begin, node.children.back().span.end};
    return node;
  }

  QueryNode operand(std::size_t depth) {
    const Lexeme* lexeme = peek();
    if (lexeme == nullptr || !begins_operand(*lexeme)) {
      reject_dangling(lexeme == nullptr ? query_.size() : lexeme->span.begin);
    }
    if (lexeme->kind == Lexeme::Kind::open) return group(depth + 1);
    check(*lexeme);
    ++next_;
    QueryNode node;
    node.kind = lexeme->kind == Lexeme::Kind::phrase   ? Kind::phrase
                : lexeme->kind == Lexeme::Kind::prefix ? Kind::prefix
                                                       : Kind::word;
    node.field = lexeme->field;
    node.text = lexeme->text;
    node.span = lexeme->span;
    return node;
  }

  QueryNode group(std::size_t depth) {
    const std::size_t begin = peek()->span.begin;
    if (depth > limits_.depth) {
      reject_query(query_, begin,
                   fmt::format("Parentheses may be nested {} deep at most.", limits_.depth));
    }
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

  void check(const Lexeme& lexeme) {
    count_words(lexeme);
    if (lexeme.kind == Lexeme::Kind::prefix) check_prefix(lexeme);
  }

  void count_words(const Lexeme& lexeme) {
    const std::size_t words = internal::holds_value(lexeme.field) ? 1 : lexeme.tokens;
    if (words > limits_.phrase_words) {
      reject_query(query_, lexeme.span.begin,
                   fmt::format("A phrase may have {} words at most; this one has {}.",
                               limits_.phrase_words, words));
    }
    words_ += words;
    if (words_ > limits_.words) {
      reject_query(
          query_, lexeme.span.begin,
          fmt::format("A query may have {} words at most; this is one too many.", limits_.words));
    }
  }

  void check_prefix(const Lexeme& lexeme) {
    const std::size_t begin = lexeme.span.begin;
    if (internal::holds_value(lexeme.field)) {
      reject_query(query_, begin, "A star works for words of the text and the title only.");
    }
    const analysis::TokenizedText token = analysis::tokenize(lexeme.text);
    if (token.size() > 1) {
      reject_query(query_, begin,
                   fmt::format("A star completes a single word; this is {} words.", token.size()));
    }
    if (code_points(token.folded(0)) < limits_.wildcard_prefix) {
      reject_query(
          query_, begin,
          fmt::format("A star needs at least {} letters before it.", limits_.wildcard_prefix));
    }
    if (++wildcards_ > limits_.wildcards) {
      reject_query(
          query_, begin,
          fmt::format("A query may have {} words with a star at most.", limits_.wildcards));
    }
  }

  /// Only white space asks for everything: "???" asks for something that cannot be found.
  void check_not_wordless(const QueryNode& root) const {
    const std::size_t typed = query_.find_first_not_of(std::string_view("\0\t\n\v\f\r ", 7));
    if (root.children.empty() && typed != std::string_view::npos) {
      reject_query(query_, typed, "The query has no word to look for.");
    }
  }

  [[noreturn]] void reject_dangling(std::size_t column) const {
    reject_query(query_, column,
                 column < query_.size() && (query_[column] == 'O' || query_[column] == '|')
                     ? "OR must stand between two words or groups."
                     : "An operator must be followed by a word or a group.");
  }

  std::string_view query_;
  const QueryLimits& limits_;
  std::vector<Lexeme> lexemes_;
  std::size_t next_ = 0;
  std::size_t words_ = 0;
  std::size_t wildcards_ = 0;
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
