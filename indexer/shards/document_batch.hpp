// Documents read out of a database many at a time. One by one, each list of positions is looked up
// in a table that is sorted by terms: several times slower than making the index anew. Here all
// documents' lists are read in the order of that table.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/schema.hpp"

namespace furat::indexer {

/// The value slots of a database, for documents that are asked for in ascending order.
class SlotReader {
 public:
  explicit SlotReader(const Xapian::Database& database);
  /// Adds the values of a document of the database to `copy`.
  void add_values(Xapian::docid document, Xapian::Document& copy);

 private:
  struct Stream {
    Xapian::valueno slot;
    Xapian::ValueIterator next, end;
  };
  std::vector<Stream> streams_;
};

class DocumentBatch {
 public:
  explicit DocumentBatch(const Xapian::Database& database) : database_(database) {}

  /// Ascending ids, each once.
  void add(Xapian::docid document);

  /// Reads the positions of all that were added; ends soon once `stop` is set.
  void read_positions(const std::atomic<bool>& stop);

  /// The document added as number `i`, with its data and terms; after read_positions().
  [[nodiscard]] Xapian::Document document(std::size_t i) const;

 private:
  /// In which document a term stands, by its number here, and how often.
  using Places = std::vector<std::pair<std::uint32_t, Xapian::termcount>>;

  const Xapian::Database& database_;
  std::vector<Xapian::docid> documents_;
  std::unordered_map<std::string, Places> places_;  ///< by term, until positions are read
  std::vector<std::string> terms_;                  ///< ascending
  /// By document: for each of its terms, as varints: number of the term, how often it is counted,
  /// how many positions, and these as differences.
  std::vector<std::string> packed_;
};

}  // namespace furat::indexer
