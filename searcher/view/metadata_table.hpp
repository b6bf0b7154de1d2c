// The tables of values and names as they are in memory, where they are not the metadata of one
// database.
#pragma once

#include <xapian.h>

#include <string>

#include "index/metadata.hpp"

namespace furat {

using MetadataTable = index::Metadata;

/// From the table if there is one, else from the database; empty if there is no such entry.
[[nodiscard]] inline std::string entry_of(const MetadataTable* table,
                                          const Xapian::Database& database,
                                          const std::string& key) {
  if (table == nullptr) return database.get_metadata(key);
  const auto found = table->find(key);
  return found == table->end() ? std::string() : found->second;
}

/// Stands on a key of a table, as a Xapian::TermIterator stands on one of a database.
class KeyCursor {
 public:
  static KeyCursor begin(const MetadataTable& table, const std::string& prefix) {
    return {table, table.lower_bound(prefix)};
  }
  /// Behind the last key that begins so.
  static KeyCursor end(const MetadataTable& table, const std::string& prefix) {
    constexpr char kBehindAll = '\xFF';  // no byte of UTF-8
    return {table, prefix.empty() ? table.end() : table.lower_bound(prefix + kBehindAll)};
  }

  const std::string& operator*() const { return at_->first; }
  KeyCursor& operator++() {
    ++at_;
    return *this;
  }
  /// Forward only.
  void skip_to(const std::string& key) { at_ = table_->lower_bound(key); }
  friend bool operator==(const KeyCursor& a, const KeyCursor& b) { return a.at_ == b.at_; }

 private:
  KeyCursor(const MetadataTable& table, MetadataTable::const_iterator at)
      : table_(&table), at_(at) {}

  const MetadataTable* table_;
  MetadataTable::const_iterator at_;
};

}  // namespace furat
