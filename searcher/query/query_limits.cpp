#include "searcher/query/query_limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/tokenizer.hpp"
#include "searcher/query/query_lexer.hpp"
#include "searcher/query/wildcard_pattern.hpp"

namespace furat::internal {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

void LimitCounter::check_depth(std::size_t depth, std::size_t column) const {
  if (depth > limits_.depth) {
    reject_query(query_, column,
                 fmt::format("Parentheses may be nested {} deep at most.", limits_.depth));
  }
}

void LimitCounter::count(const Lexeme& lexeme) {
  if (lexeme.kind == Lexeme::Kind::near) {
    if (++closenesses_ > limits_.closeness) {
      reject_query(query_, lexeme.span.begin,
                   fmt::format("NEAR, ADJ and SENTENCE may stand {} times in a query at most.",
                               limits_.closeness));
    }
    return;
  }
  count_words(lexeme);
  if (lexeme.kind == Lexeme::Kind::prefix) check_prefix(lexeme);
  if (lexeme.kind == Lexeme::Kind::wildcard) check_wildcard(lexeme);
}

void LimitCounter::count_words(const Lexeme& lexeme) {
  const std::size_t words = holds_value(lexeme.field) ? 1 : lexeme.tokens;
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

void LimitCounter::check_prefix(const Lexeme& lexeme) {
  const std::size_t begin = lexeme.span.begin;
  if (holds_value(lexeme.field)) {
    reject_query(query_, begin, "A star works for words of the text and the title only.");
  }
  const analysis::TokenizedText token = analysis::tokenize(lexeme.text);
  if (token.size() > 1) {
    reject_query(query_, begin,
                 fmt::format("A star completes a single word; this is {} words.", token.size()));
  }
  check_beginning(lexeme, token.folded(0));
}

void LimitCounter::check_wildcard(const Lexeme& lexeme) {
  if (lexeme.field == QueryField::title) {
    reject_query(query_, lexeme.span.begin,
                 "In a title, a star may stand only at the end of a word.");
  }
  const WildcardPattern pattern(lexeme.text);
  if (!pattern.valid()) {
    reject_query(query_, lexeme.span.begin, "Stars and question marks stand in a single word.");
  }
  check_beginning(lexeme, pattern.beginning());
}

void LimitCounter::check_beginning(const Lexeme& lexeme, std::string_view beginning) {
  if (code_points(beginning) < limits_.wildcard_prefix) {
    reject_query(
        query_, lexeme.span.begin,
        fmt::format("A star needs at least {} letters before it.", limits_.wildcard_prefix));
  }
  if (++wildcards_ > limits_.wildcards) {
    reject_query(query_, lexeme.span.begin,
                 fmt::format("A query may have {} words with a star at most.", limits_.wildcards));
  }
}

}  // namespace furat::internal
