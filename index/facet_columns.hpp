// Facet columns: for every passage its article, its story and its packed facet values, as arrays
// one can map. A sidecar of the Xapian database, keyed by its uuid and revision
// (columns_writer.hpp): without it the same columns are read from the value slots.
#pragma once

#include <xapian.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "index/files.hpp"
#include "index/schema.hpp"
#include "index/stories.hpp"

namespace furat::index {

/// The columns as arrays of their own: by document id, from 0.
struct ColumnArrays {
  std::vector<std::uint32_t> articles;
  Stories stories;
  /// Where the values of a document begin, and those of the one after the last.
  std::array<std::vector<std::uint32_t>, kColumns> offsets;
  std::array<std::vector<std::uint32_t>, kColumns> values;
};

/// Without stories. `slots` is of one database. Throws as it does.
[[nodiscard]] ColumnArrays column_arrays(const SlotStreams& slots);

class FacetColumns {
 public:
  explicit FacetColumns(ColumnArrays arrays);

  /// Reads the value slots of all documents. Throws Xapian::Error.
  [[nodiscard]] static FacetColumns from_slots(const Xapian::Database& database);

  /// Maps the sidecar if it belongs to this state of the database, else from_slots().
  [[nodiscard]] static FacetColumns open(const Xapian::Database& database,
                                         const std::filesystem::path& sidecar);

  /// The last document id that the columns have.
  [[nodiscard]] Xapian::docid last_document() const {
    return articles_.empty() ? 0 : static_cast<Xapian::docid>(articles_.size() - 1);
  }

  /// Article number of a document; 0 for ids there are none of.
  [[nodiscard]] std::uint32_t article(Xapian::docid id) const {
    return id < articles_.size() ? articles_[id] : 0;
  }

  /// Number of the article with which the story of a document's article began: its own if it is
  /// nobody's copy.
  [[nodiscard]] std::uint32_t story(Xapian::docid id) const {
    return id < stories_.size() ? stories_[id] : 0;
  }

  /// The earliest document with nearly the same text; itself if there is no other.
  [[nodiscard]] Xapian::docid original(Xapian::docid id) const {
    return id < originals_.size() ? originals_[id] : id;
  }

  /// Place, actor, source: ordinals with all ancestors, ascending. Date: packed cover nodes.
  /// Published: the day's code. Kind: numbers of actor_kinds.hpp.
  [[nodiscard]] std::span<const std::uint32_t> values(Dimension dimension, Xapian::docid id) const {
    return values(static_cast<std::size_t>(dimension), id);
  }

  /// Places in other roles than `at`, with all ancestors, as code_of() of place_roles.hpp:
  /// ascending.
  [[nodiscard]] std::span<const std::uint32_t> place_roles(Xapian::docid id) const {
    return values(kPlaceRoleColumn, id);
  }

  /// The smallest node that holds each date, packed as the dates are: ascending. An open date has
  /// the node of its known side.
  [[nodiscard]] std::span<const std::uint32_t> date_scopes(Xapian::docid id) const {
    return values(kDateScopeColumn, id);
  }

  /// Asks for the values of a document that will be read soon, in two steps: where they stand, and
  /// a few documents later the values. Of documents that there are.
  void prefetch_place(Dimension dimension, Xapian::docid id) const {
    __builtin_prefetch(&columns_[static_cast<std::size_t>(dimension)].offsets[id]);
  }
  void prefetch_values(Dimension dimension, Xapian::docid id) const {
    const auto& column = columns_[static_cast<std::size_t>(dimension)];
    __builtin_prefetch(column.values.data() + column.offsets[id]);
  }

  /// The same of a column by its number, as slot_of_column() counts them.
  [[nodiscard]] std::span<const std::uint32_t> values(std::size_t column, Xapian::docid id) const {
    const auto& [offsets, numbers] = columns_[column];
    if (std::size_t{id} + 1 >= offsets.size()) return {};
    const auto begin = offsets[id];
    const auto end = offsets[id + 1];
    // A damaged sidecar must not lead outside its array.
    if (begin > end || end > numbers.size()) return {};
    return numbers.subspan(begin, end - begin);
  }

  [[nodiscard]] bool is_mapped() const { return mapped_; }
  [[nodiscard]] bool equals(const FacetColumns& other) const;

 private:
  struct Column {
    std::span<const std::uint32_t> offsets;  ///< of document id and the one after it
    std::span<const std::uint32_t> values;
  };
  FacetColumns() = default;
  [[nodiscard]] bool map(const Xapian::Database& database, const std::filesystem::path& sidecar);

  bool mapped_ = false;
  MappedFile file_;
  ColumnArrays owned_;
  std::span<const std::uint32_t> articles_, stories_, originals_;
  std::array<Column, kColumns> columns_;
};

/// When the article of a passage was published; nullopt if that is not known.
[[nodiscard]] std::optional<std::chrono::sys_days> published_day(const FacetColumns& columns,
                                                                 Xapian::docid passage);

}  // namespace furat::index
