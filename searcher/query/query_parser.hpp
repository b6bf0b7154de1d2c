// The query language: text to QueryNode. Recursive descent with limits, so that no query can hurt.
#pragma once

#include <string_view>

#include "searcher/query/query_ast.hpp"
#include "searcher/query/query_limits.hpp"

namespace furat {

/// Grammar (docs/query-language.md); what stands lower binds closer:
///   sequence    = part { "AND" part }
///   part        = clause { clause }
///   clause      = [ "+" | "-" | "NOT" ] sentence { "OR" sentence }
///   sentence    = near { "SENTENCE" near }
///   near        = operand { ( "NEAR/n" | "ADJ/n" ) operand }
///   operand     = [ field ":" ] ( word | word "*" | "=" word | '"' words '"' ) | "(" sequence ")"
/// Fields: title place actor date published source kind article. An unknown field name is no field:
/// `http://x` is words. Operators in words are written in capitals; "|" is OR, "NEAR/s" is
/// SENTENCE.
/// "-" and "+" are operators only before an operand and after white space or "(". Curly quotes are
/// quotes. Throws RequestError with argument "query" and the column of the fault: unbalanced quote
/// or parenthesis, empty phrase, a dangling operator, a limit exceeded, a query of exclusions only.
[[nodiscard]] QueryNode parse_query(std::string_view text, const QueryLimits& limits = {});

/// The same for plain language: every word of `text`, no operators, words beyond the limit dropped.
/// Never throws.
[[nodiscard]] QueryNode parse_plain(std::string_view text, std::size_t max_words = 256);

}  // namespace furat
