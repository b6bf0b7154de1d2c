#include "indexer/shards/shard_record.hpp"

#include "furat/errors.hpp"
#include "index/generation.hpp"
#include "index/served_tables.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

constexpr std::uint32_t kVersion = 1;

/// With the served tables: no digest counts it.
std::string record_key() { return std::string(index::kServedPrefix) + "shard"; }

}  // namespace

void store_shard_record(Xapian::WritableDatabase& database, const ShardRecord& record) {
  std::string bytes;
  index::append_varint(bytes, kVersion);
  index::append_varint(bytes, record.number);
  index::append_varint(bytes, record.of);
  index::append_text(bytes, record.source);
  index::append_text(bytes, record.generation);
  index::append_text(bytes, record.digest);
  database.set_metadata(record_key(), bytes);
}

std::optional<ShardRecord> shard_record(const Xapian::Database& database) {
  const auto bytes = database.get_metadata(record_key());
  if (bytes.empty()) return std::nullopt;
  index::ByteReader reader(bytes);
  ShardRecord record;
  const bool known = reader.varint() == kVersion;
  record.number = reader.varint32();
  record.of = reader.varint32();
  record.source = reader.text();
  record.generation = reader.text();
  record.digest = reader.text();
  // Whatever it says, it is a shard: what cannot be read is written anew.
  return known && !reader.failed() ? record : ShardRecord{};
}

std::optional<ShardRecord> shard_record(const std::filesystem::path& index) {
  try {
    const index::OpenGeneration generation(index);
    return shard_record(Xapian::Database(index::passages_path(generation.path()).string()));
  } catch (const IndexError&) {
    return std::nullopt;
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

void require_no_shard(const std::filesystem::path& index) {
  const auto record = shard_record(index);
  if (!record) return;
  throw RequestError(index.string() + " is shard " + std::to_string(record->number) + " of " +
                         std::to_string(record->of) + " of the index " + record->source +
                         ": change that one, then furat-index distribute",
                     "index", index.string());
}

}  // namespace furat::indexer
