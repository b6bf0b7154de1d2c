// What a recount of all facet values of an index gave.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace furat {

/// One dimension over the whole index.
struct DimensionRecount {
  std::string dimension;
  std::size_t values = 0;   ///< that some passage has
  std::size_t counted = 0;  ///< passages of all values together
  std::size_t without = 0;  ///< passages without a value
};

struct CountCheck {
  std::size_t passages = 0;
  std::vector<DimensionRecount> dimensions;
  std::vector<std::string> faults;  ///< a sentence for each count that is another one
};

}  // namespace furat
