// Proximity: among the best passages, those whose query words stand close together go first.
// Neighbours in the query are scored as if their nearness were a word of its own (Metzler & Croft
// 2005, Rasolofo & Savoy 2003).
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/view/generation_view.hpp"

namespace furat {

class Proximity {
 public:
  /// `stems` in query order.
  Proximity(const GenerationView& view, const std::vector<std::string>& stems);

  /// What nearness adds to the score of the passage. Reads positions. Throws Xapian::Error.
  [[nodiscard]] double bonus(Xapian::docid passage) const;

  /// True if no passage can have a bonus.
  [[nodiscard]] bool is_idle() const { return pairs_.empty(); }

 private:
  /// Indexes into stems_.
  struct Pair {
    std::size_t first, second;
    double idf;  ///< of the more frequent of the two
  };
  const GenerationView& view_;
  double average_length_;           ///< of a passage, in words
  std::vector<std::string> stems_;  ///< each once
  std::vector<Pair> pairs_;
};

/// Occurrences of one word beside another: each counts as one over its distance to the nearest of
/// the other, either way round. Lists of positions ascend.
[[nodiscard]] double nearness(const std::vector<Xapian::termpos>& a,
                              const std::vector<Xapian::termpos>& b);

}  // namespace furat
