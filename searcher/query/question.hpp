// Questions in natural language: what is one, and which of its words only ask.
#pragma once

#include <string_view>

#include "searcher/query/query_ast.hpp"

namespace furat {

/// True for a query of at least three words that ends with a question mark or begins with a
/// question word ("who", "when did"). Linear in the text.
[[nodiscard]] bool is_question(std::string_view query);

/// True if the query is nothing but words side by side: no operator, phrase, field or group.
[[nodiscard]] bool is_only_words(const QueryNode& root);

/// The words of a question that say what it is about: without function words and those that only
/// ask ("which", "did", "please", "find"), unless nothing else would remain.
[[nodiscard]] QueryNode without_question_words(QueryNode root);

}  // namespace furat
