#include "index/shard_record.hpp"

#include "furat/errors.hpp"
#include "index/generation.hpp"
#include "index/passages_database.hpp"
#include "index/served_tables.hpp"
#include "index/varint.hpp"

namespace furat::index {
namespace {

constexpr std::uint32_t kShardRecordVersion = 2;

/// With the served tables: no digest counts it.
std::string record_key() { return std::string(kServedPrefix) + "shard"; }

std::optional<ShardRecord> decoded(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.varint() != kShardRecordVersion) return std::nullopt;
  ShardRecord record;
  record.number = reader.varint32();
  record.of = reader.varint32();
  record.source = reader.text();
  record.generation = reader.text();
  record.digest = reader.text();
  record.set = reader.text();
  record.round = reader.varint();
  for (auto left = reader.count(); left != 0 && !reader.failed(); --left)
    record.digests.emplace_back(reader.text());
  const bool is_whole = !reader.failed() && reader.at_end() && record.number != 0 &&
                        record.number <= record.of && record.digests.size() == record.of;
  if (!is_whole) return std::nullopt;
  return record;
}

}  // namespace

void store_shard_record(Xapian::WritableDatabase& database, const ShardRecord& record) {
  std::string bytes;
  append_varint(bytes, kShardRecordVersion);
  append_varint(bytes, record.number);
  append_varint(bytes, record.of);
  append_text(bytes, record.source);
  append_text(bytes, record.generation);
  append_text(bytes, record.digest);
  append_text(bytes, record.set);
  append_varint(bytes, record.round);
  append_varint(bytes, record.digests.size());
  for (const auto& digest : record.digests) append_text(bytes, digest);
  database.set_metadata(record_key(), bytes);
}

std::optional<ShardRecord> shard_record(const Xapian::Database& database) {
  const auto bytes = database.get_metadata(record_key());
  if (bytes.empty()) return std::nullopt;
  return decoded(bytes).value_or(ShardRecord{});
}

std::optional<ShardRecord> shard_record(const std::filesystem::path& index) {
  try {
    const OpenGeneration generation(index);
    return shard_record(open_passages(generation.path(), generation.completion()));
  } catch (const IndexError&) {
    return std::nullopt;
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

}  // namespace furat::index
