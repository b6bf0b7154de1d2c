// A digest over all metadata of a database: records of articles and values, names, positions. What
// a decoder takes for sound may still not be what was written; this tells.
#pragma once

#include <xapian.h>

#include <string>

namespace furat::index {

/// Of every key and value but key::kMetadataDigest itself and served tables, whatever their order.
/// Throws Xapian::Error.
[[nodiscard]] std::string metadata_digest(const Xapian::Database& database);

}  // namespace furat::index
