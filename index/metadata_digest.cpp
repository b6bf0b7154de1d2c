#include "index/metadata_digest.hpp"

#include <cstdint>

#include "index/metadata.hpp"
#include "index/served_tables.hpp"

namespace furat::index {

std::string metadata_digest(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  for_each_key(database, "", [&](std::string entry) {
    if (entry == key::kMetadataDigest || entry.starts_with(kServedPrefix)) return;
    const auto value = database.get_metadata(entry);
    entry += '\0';
    entry += value;
    sum += stable_hash(entry);
  });
  return hex(sum);
}

}  // namespace furat::index
