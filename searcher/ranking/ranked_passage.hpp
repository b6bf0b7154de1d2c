// A passage and its score, as Xapian's matcher gives them.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace furat {

struct RankedPassage {
  Xapian::docid passage = 0;
  double score = 0;
};

/// Ranks by relevance. Equal scores stand in the order of articles, not of document ids, which
/// depend on how the index came to be.
[[nodiscard]] Xapian::Enquire by_relevance(const Xapian::Database& database,
                                           const Xapian::Query& query);

[[nodiscard]] std::vector<RankedPassage> passages_of(const Xapian::MSet& mset);

/// Of `ranked` at most `count` from the one at `first` on.
[[nodiscard]] std::vector<RankedPassage> in_window(std::vector<RankedPassage> ranked,
                                                   std::size_t first, std::size_t count);

}  // namespace furat
