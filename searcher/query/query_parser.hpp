// The query language: text to QueryNode. Recursive descent with limits, so that no query can hurt.
#pragma once

#include <string_view>

#include "searcher/query/query_ast.hpp"

namespace furat {

/// Limits of xapian-notes section 7.
struct QueryLimits {
  std::size_t bytes = 1024, words = 32, depth = 8, wildcards = 2, wildcard_prefix = 3,
              phrase_words = 10;
};

/// Grammar (docs/query-language.md):
///   sequence = { clause } ; clause = [ "+" | "-" ] operand { "OR" operand } ; operand = [ field
///   ":" ] ( word | word "*" | '"' words '"' )
///            | "(" sequence ")"
/// Fields: title place actor date published source kind. An unknown field name is no field: `http://x`
/// is words. "OR" and "|" are operators only as such (OR in capitals), never first or last. "-" and
/// "+" are operators only before an operand and after white space or "(". Curly quotes are quotes.
/// Throws RequestError with argument "query" and the column of the fault: unbalanced quote or
/// parenthesis, empty phrase, a dangling operator, a limit exceeded, a query of exclusions only.
[[nodiscard]] QueryNode parse_query(std::string_view text, const QueryLimits& limits = {});

/// The same for plain language: every word of `text`, no operators, words beyond the limit dropped.
/// Never throws.
[[nodiscard]] QueryNode parse_plain(std::string_view text, std::size_t max_words = 256);

}  // namespace furat
