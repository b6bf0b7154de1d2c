#include "index/served_tables.hpp"

#include <algorithm>
#include <optional>

#include "furat/errors.hpp"
#include "index/passages_database.hpp"
#include "index/varint.hpp"

namespace furat::index {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kChunk = std::size_t{1} << 20U;
constexpr std::string_view kHead = "head";
constexpr std::string_view kMetadata = "m";
constexpr std::string_view kFileDigests = "d";

std::vector<Slot> served_slots() {
  std::vector<Slot> slots{kSlotArticle, kSlotFingerprint, kSlotArticleFingerprint, kSlotOrder,
                          kSlotFirstDay};
  for (std::size_t i = 0; i < kColumns; ++i) slots.push_back(slot_of_column(i));
  return slots;
}

std::string name_of(Slot slot) { return "s" + std::to_string(slot); }

std::string key_of(std::string_view stream) {
  return std::string(kServedPrefix) + std::string(stream);
}

std::string chunk_key(std::string_view stream, std::size_t chunk) {
  return key_of(stream) + "/" + std::to_string(chunk);
}

/// Streams as chunks, and what the head says of them: name, bytes and hash.
class StreamWriter {
 public:
  explicit StreamWriter(Xapian::WritableDatabase& database) : database_(database) {}

  void write(std::string_view stream, std::string_view bytes) {
    for (std::size_t chunk = 0; chunk * kChunk < bytes.size(); ++chunk)
      database_.set_metadata(chunk_key(stream, chunk),
                             std::string(bytes.substr(chunk * kChunk, kChunk)));
    append_text(listed_, stream);
    append_varint(listed_, bytes.size());
    append_text(listed_, hex(stable_hash(bytes)));
    ++count_;
  }

  [[nodiscard]] std::string listed() const {
    std::string out;
    append_varint(out, count_);
    return out + listed_;
  }

 private:
  Xapian::WritableDatabase& database_;
  std::string listed_;
  std::size_t count_ = 0;
};

void remove_served_tables(Xapian::WritableDatabase& database) {
  std::vector<std::string> keys;
  for_each_key(database, kServedPrefix, [&](const std::string& key) { keys.push_back(key); });
  for (const auto& key : keys) database.set_metadata(key, "");
}

std::string stream_of(const SlotStreams& slots, Slot slot) {
  std::string out;
  Xapian::docid last = 0;
  slots.each(slot, [&](Xapian::docid document, std::string_view value) {
    append_varint(out, document - last);
    append_text(out, value);
    last = document;
  });
  return out;
}

std::string metadata_stream(const Xapian::Database& database) {
  std::string out;
  for (const auto& [key, bytes] : served_metadata(database)) {
    append_text(out, key);
    append_text(out, bytes);
  }
  return out;
}

struct ListedStream {
  std::uint64_t bytes;
  std::string hash;
};
using ListedStreams = std::map<std::string, ListedStream, std::less<>>;

ListedStreams read_list(ByteReader& reader) {
  ListedStreams streams;
  for (auto left = reader.count(); left != 0 && !reader.failed(); --left) {
    std::string name(reader.text());
    const auto bytes = reader.varint();
    streams[std::move(name)] = {bytes, std::string(reader.text())};
  }
  return streams;
}

/// nullopt if it is not what the list says.
std::optional<std::string> read_stream(const Xapian::Database& database,
                                       const ListedStreams& streams, std::string_view name) {
  const auto listed = streams.find(name);
  if (listed == streams.end()) return std::nullopt;
  std::string bytes;
  for (std::size_t chunk = 0; bytes.size() < listed->second.bytes; ++chunk) {
    const auto more = database.get_metadata(chunk_key(name, chunk));
    if (more.empty()) return std::nullopt;
    bytes += more;
  }
  if (bytes.size() != listed->second.bytes || hex(stable_hash(bytes)) != listed->second.hash)
    return std::nullopt;
  return bytes;
}

}  // namespace

Metadata served_metadata(const Xapian::Database& database) {
  Metadata entries;
  for_each_key(database, "", [&](const std::string& key) {
    if (!key.starts_with(key::kArticles) && !key.starts_with(kServedPrefix))
      entries.emplace_hint(entries.end(), key, database.get_metadata(key));
  });
  return entries;
}

void write_served_tables(Xapian::WritableDatabase& database, const GenerationFacts& facts) {
  remove_served_tables(database);
  const auto metadata = metadata_stream(database);
  database.commit();  // value streams are those of what was committed
  StreamWriter writer(database);
  writer.write(kMetadata, metadata);
  writer.write(kFileDigests, facts.file_digests);
  const DatabaseSlots slots(database);
  for (const auto slot : served_slots()) writer.write(name_of(slot), stream_of(slots, slot));

  std::string head;
  append_varint(head, kVersion);
  append_text(head, facts.name);
  append_text(head, encode(facts.completion));
  append_varint(head, database.get_lastdocid());
  database.set_metadata(key_of(kHead), head + writer.listed());
}

bool has_served_tables(const Xapian::Database& database) {
  return !database.get_metadata(key_of(kHead)).empty();
}

void ServedTables::throw_damaged() const {
  throw IndexError(IndexError::Kind::damaged, name_,
                   "the shard " + name_ + " is damaged: its tables cannot be read");
}

ServedTables::ServedTables(const Xapian::Database& database, const std::string& name)
    : name_(name), head_(database.get_metadata(key_of(kHead))) {
  if (head_.empty())
    throw IndexError(IndexError::Kind::not_found, name,
                     name + " serves no shard: make it with furat-index distribute");
  ByteReader reader(head_);
  if (const auto version = reader.varint(); version != kVersion && !reader.failed())
    throw IndexError(version < kVersion ? IndexError::Kind::older : IndexError::Kind::newer, name,
                     "the tables of the shard " + name + " have version " +
                         std::to_string(version) + ", this program reads " +
                         std::to_string(kVersion) + ": distribute the index again");
  facts_.name = reader.text();
  const auto completion = decode_completion(reader.text());
  if (completion) require_schema(completion->schema_version, name);
  last_ = reader.varint32();
  const auto streams = read_list(reader);
  if (reader.failed() || !completion || last_ != database.get_lastdocid() ||
      last_ > most_documents(*completion))
    throw_damaged();
  facts_.completion = *completion;
  const auto needed = [&](std::string_view stream) {
    auto bytes = read_stream(database, streams, stream);
    if (!bytes) throw_damaged();
    return std::move(*bytes);
  };
  facts_.file_digests = needed(kFileDigests);
  for (const auto slot : served_slots()) streams_[slot] = needed(name_of(slot));
  const auto metadata = needed(kMetadata);
  for (ByteReader entries(metadata); !entries.at_end() && !entries.failed();) {
    const auto key = entries.text();
    const auto value = entries.text();
    if (entries.failed()) throw_damaged();
    metadata_.emplace(key, value);
  }
}

bool ServedTables::are_of(const Xapian::Database& database) const {
  return database.get_metadata(key_of(kHead)) == head_;
}

void ServedTables::each(Slot slot, const Use& use) const {
  const auto stream = streams_.find(slot);
  if (stream == streams_.end()) return;
  ByteReader reader(stream->second);
  std::uint64_t document = 0;
  while (!reader.at_end()) {
    const auto step = reader.varint32();
    const auto value = reader.text();
    document += step;
    if (reader.failed() || step == 0 || document > last_) throw_damaged();
    use(static_cast<Xapian::docid>(document), value);
  }
}

}  // namespace furat::index
