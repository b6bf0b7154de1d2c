// Cuts a query text into lexemes: the first half of the query parser.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/query/query_ast.hpp"

namespace furat::internal {

/// The smallest piece of a query that means something. Views are into the query text.
struct Lexeme {
  enum class Kind {
    word,
    phrase,
    prefix,
    wildcard,
    open,
    close,
    either,   ///< OR
    both,     ///< AND
    without,  ///< NOT
    near,     ///< NEAR/n, ADJ/n, NEAR/s, SENTENCE
    plus,
    minus
  };
  Kind kind = Kind::word;
  QueryField field = QueryField::any;  ///< of word, phrase, prefix, wildcard
  std::string_view text;               ///< of these: without field, quotes and last star
  QuerySpan span;                      ///< with field, quotes and star
  std::size_t tokens = 0;              ///< words of `text` as the tokenizer counts them, never 0
  Closeness closeness{};               ///< of near
};

/// The lexemes of `query`. What holds no letter or digit ("&", "-", "...") is skipped like white
/// space. Throws RequestError for an unbalanced quote, an empty phrase, a field without a value, a
/// star without a word and a distance that is none.
[[nodiscard]] std::vector<Lexeme> lexemes(std::string_view query);

/// Places, dates and the like: fields whose text is one value, not words to be looked up.
[[nodiscard]] bool holds_value(QueryField field);

/// Throws the RequestError of argument "query".
[[noreturn]] void reject_query(std::string_view query, std::size_t column,
                               std::string_view sentence);

}  // namespace furat::internal
