// The query that finds passages like a given one.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/view/generation_view.hpp"

namespace furat {

struct SimilarQuery {
  Xapian::Query query;
  std::vector<std::string> stems;       ///< the words in it, most telling first
  std::vector<std::uint32_t> entities;  ///< the places and actors in it, by ordinal
};

/// Any of the terms that tell most of the passage (tf-idf: how often it has them, how few others
/// do), its places and actors among them; without the passage itself and, unless `copies`, those
/// with nearly the same text. Throws Xapian::Error.
[[nodiscard]] SimilarQuery similar_query(Xapian::docid passage, bool copies,
                                         const GenerationView& view);

}  // namespace furat
