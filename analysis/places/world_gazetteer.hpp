// The world gazetteer that is built into the programs.
#pragma once

#include "analysis/places/gazetteer_image.hpp"

namespace furat::analysis {

/// corpus/gazetteer as it was when the library was built. Its bytes lie in the program's read-only
/// data: the system maps them and reads only the pages that are touched.
[[nodiscard]] GazetteerImage world_gazetteer();

}  // namespace furat::analysis
