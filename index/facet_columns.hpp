// Facet columns: for every passage its article and its packed facet values, as arrays one can map.
// A sidecar of the Xapian database, keyed by its uuid: without it the same columns are read from
// the value slots.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "index/files.hpp"
#include "index/schema.hpp"

namespace furat::index {

class FacetColumns {
 public:
  /// Reads the value slots of all documents. Throws Xapian::Error.
  [[nodiscard]] static FacetColumns from_slots(const Xapian::Database& database);

  /// Maps the sidecar if it belongs to this state of the database, else from_slots().
  [[nodiscard]] static FacetColumns open(const Xapian::Database& database,
                                         const std::filesystem::path& sidecar);

  /// Writes the sidecar. Throws IndexError io.
  void write(const Xapian::Database& database, const std::filesystem::path& sidecar) const;

  /// Article number of a document; 0 for ids there are none of.
  [[nodiscard]] std::uint32_t article(Xapian::docid id) const {
    return id < articles_.size() ? articles_[id] : 0;
  }

  /// Place, actor, source: ordinals with all ancestors, ascending. Date: packed cover nodes.
  /// Published: the day's code.
  [[nodiscard]] std::span<const std::uint32_t> values(Dimension dimension, Xapian::docid id) const;

  [[nodiscard]] bool is_mapped() const { return mapped_; }
  [[nodiscard]] bool equals(const FacetColumns& other) const;

 private:
  struct Column {
    std::span<const std::uint32_t> offsets;  ///< of document id and the one after it
    std::span<const std::uint32_t> values;
  };
  [[nodiscard]] bool map(const Xapian::Database& database, const std::filesystem::path& sidecar);
  void view_owned();

  bool mapped_ = false;
  MappedFile file_;
  std::vector<std::uint32_t> owned_articles_;
  std::array<std::vector<std::uint32_t>, kDimensions> owned_offsets_, owned_values_;
  std::span<const std::uint32_t> articles_;
  std::array<Column, kDimensions> columns_;
};

}  // namespace furat::index
