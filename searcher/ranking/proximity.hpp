// Proximity: among the best passages, those whose query words stand close together go first.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace furat {

/// How much closer query words bring a passage to the top, as a share of the best score (0 .. 0.5).
/// `stems` in query order. Up to five words: by the shortest stretch of the passage that has them
/// all. More, as in a question: by how close neighbours in the query stand in the passage. Needs
/// positions.
[[nodiscard]] double proximity_bonus(const Xapian::Database& database, Xapian::docid passage,
                                     const std::vector<std::string>& stems);

/// Words of the shortest stretch that holds one position of each list; 0 if a list is empty. Lists
/// ascend.
[[nodiscard]] Xapian::termpos shortest_stretch(
    const std::vector<std::vector<Xapian::termpos>>& positions);

}  // namespace furat
