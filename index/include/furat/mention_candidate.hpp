// A place or an actor that a name in a text may mean: why one was taken and others were not.
#pragma once

#include <string>

namespace furat {

struct MentionCandidate {
  std::string id, name;
  double score = 0;  ///< how much spoke for it; comparable within one mention only
  bool chosen = false;
  friend bool operator==(const MentionCandidate&, const MentionCandidate&) = default;
};

}  // namespace furat
