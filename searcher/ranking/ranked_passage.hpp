// A passage and its score.
#pragma once

#include <xapian.h>

namespace furat {

struct RankedPassage {
  Xapian::docid passage = 0;
  double score = 0;
};

}  // namespace furat
