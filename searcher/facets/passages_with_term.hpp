// Which of some passages have a term.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <string>
#include <vector>

namespace furat {

/// Calls `each` with every one of `passages` (ascending) that has the term. Both lists are moved up
/// to where the other is. Throws Xapian::Error.
template <class Each>
void for_each_with_term(const Xapian::Database& database, const std::string& term,
                        const std::vector<Xapian::docid>& passages, Each each) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  auto passage = passages.begin();
  while (posting != end && passage != passages.end()) {
    if (*posting < *passage) {
      posting.skip_to(*passage);
    } else if (*passage < *posting) {
      passage = std::lower_bound(passage, passages.end(), *posting);
    } else {
      each(*passage);
      ++posting;
      ++passage;
    }
  }
}

}  // namespace furat
