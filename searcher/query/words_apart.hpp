// A query without what it asks of where words stand.
#pragma once

#include <optional>

#include "searcher/query/query_ast.hpp"

namespace furat {

/// `root` with the words of phrases in any place and any form, and both sides of NEAR, ADJ and
/// SENTENCE anywhere in the passage; nullopt if it asks for nothing of the kind. What is left out
/// stays left out as it is.
[[nodiscard]] std::optional<QueryNode> with_words_apart(const QueryNode& root);

}  // namespace furat
