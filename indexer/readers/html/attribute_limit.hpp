// Bounds the attributes of a start tag before the parser sees them.
#pragma once

#include <cstddef>
#include <string>

namespace furat::indexer {

/// Overwrites with spaces what stands in a start tag behind its first `most` attributes. Scripts
/// may look like tags: they too lose what is behind as many "attributes", up to their end.
void limit_attributes(std::string& page, std::size_t most);

}  // namespace furat::indexer
