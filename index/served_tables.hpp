// What a searcher must have of an index beside its database, kept as metadata of that database: so
// that it can be had through a stock xapian-tcpsrv, which gives values of one document at a time
// only. Value slots as streams, names and values, digests of files.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/generation.hpp"
#include "index/metadata.hpp"
#include "index/slot_streams.hpp"

namespace furat::index {

/// Begins all keys of these entries: no digest counts them and no stream holds them.
inline constexpr std::string_view kServedPrefix = "served:";

/// What the folder of a generation says of it.
struct GenerationFacts {
  Completion completion;
  std::string name;          ///< of the generation
  std::string file_digests;  ///< as encode_file_digests() makes them
};

/// All entries but the records of articles and the served tables themselves. Throws Xapian::Error.
[[nodiscard]] Metadata served_metadata(const Xapian::Database& database);

/// Puts the tables of the documents and metadata that the database has now into its metadata, in
/// place of older ones; the caller commits. Throws Xapian::Error.
void write_served_tables(Xapian::WritableDatabase& database, const GenerationFacts& facts);

/// Whether the database has such tables.
[[nodiscard]] bool has_served_tables(const Xapian::Database& database);

/// The tables of a database that may be far away and hold anything.
class ServedTables final : public SlotStreams {
 public:
  /// Reads all. `name` is that of the shard, for messages. Throws Xapian::Error, and IndexError:
  /// not_found if there are none, older, newer, damaged.
  ServedTables(const Xapian::Database& database, const std::string& name);

  [[nodiscard]] const GenerationFacts& facts() const { return facts_; }
  /// Whether the database, another handle of the shard, is still in this state. Throws
  /// Xapian::Error.
  [[nodiscard]] bool are_of(const Xapian::Database& database) const;
  /// As served_metadata() gave them.
  [[nodiscard]] const Metadata& metadata() const { return metadata_; }
  [[nodiscard]] Xapian::docid last_document() const override { return last_; }
  /// The columns' slots, those of articles, fingerprints, first days and orders; nothing of others.
  /// Throws IndexError damaged.
  void each(Slot slot, const Use& use) const override;

 private:
  [[noreturn]] void throw_damaged() const;

  std::string name_, head_;
  GenerationFacts facts_;
  Xapian::docid last_ = 0;
  Metadata metadata_;
  std::map<Slot, std::string> streams_;
};

}  // namespace furat::index
