#include "index/metadata_digest.hpp"

#include <cstdint>

#include "index/schema.hpp"
#include "index/served_tables.hpp"

namespace furat::index {

std::string metadata_digest(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  std::string entry;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    entry = *key;
    if (entry == key::kMetadataDigest || entry.starts_with(kServedPrefix)) continue;
    const auto value = database.get_metadata(entry);
    entry += '\0';
    entry += value;
    sum += stable_hash(entry);
  }
  return hex(sum);
}

}  // namespace furat::index
