// A run of words that was read as a name, as a Xapian query and as a pattern for the texts.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "furat/search_results.hpp"
#include "searcher/query/name_expansion.hpp"
#include "searcher/query/word_queries.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

struct NameQuery {
  /// Every passage that names what it stands for, however it is written there, or has these words
  /// side by side.
  Xapian::Query query;
  NameMatch match;               ///< what the answer says of it
  Stems stems;                   ///< of the words as typed; none if they need not be the name
  std::vector<Stems> spellings;  ///< other ones, to be marked too
};

[[nodiscard]] NameQuery name_query(const NameRun& run, const GenerationView& view,
                                   const WordQueries& words);

/// Where such a name stands in a text: a mention, the words as typed, or another spelling.
[[nodiscard]] TextPattern name_pattern(const NameRun& run, const WordQueries& words);

}  // namespace furat
