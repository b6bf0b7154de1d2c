// What all views of one generation have in common: its files, mapped, and the tables that are read
// or counted once.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/facet_columns.hpp"
#include "index/file_digests.hpp"
#include "index/generation.hpp"
#include "index/place_positions.hpp"
#include "searcher/matching/set_cache.hpp"
#include "searcher/original_files.hpp"
#include "searcher/view/made_once.hpp"

namespace furat {

struct FacetTables;

/// For several threads at once; keeps the generation from deletion. Xapian handles must not be
/// shared: where a table is read from the database, the caller's own is used. Throws Xapian::Error
/// and IndexError.
class SharedGeneration {
 public:
  using Renamed = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

  /// The generation that CURRENT names.
  explicit SharedGeneration(const std::filesystem::path& index);
  ~SharedGeneration();
  SharedGeneration(const SharedGeneration&) = delete;
  SharedGeneration& operator=(const SharedGeneration&) = delete;

  [[nodiscard]] const std::string& name() const { return generation_.name(); }
  [[nodiscard]] const std::filesystem::path& path() const { return generation_.path(); }
  [[nodiscard]] const index::Completion& completion() const { return generation_.completion(); }

  [[nodiscard]] const index::FacetColumns& columns(const Xapian::Database& database);
  [[nodiscard]] const index::FileDigests& file_digests();
  [[nodiscard]] const std::vector<index::PlacePosition>& place_positions(
      const Xapian::Database& database);
  /// Actors by what they were renamed into, as `read()` gives them.
  template <class Read>
  const Renamed& renamed(Read read) {
    return renamed_.get(read);
  }
  [[nodiscard]] const OriginalFiles& original_files();
  [[nodiscard]] SetCache& sets() { return sets_; }
  [[nodiscard]] FacetTables& facet_tables() { return *facet_tables_; }

  [[noreturn]] void throw_damaged(const std::string& what) const;

 private:
  std::filesystem::path index_;
  index::OpenGeneration generation_;
  MadeOnce<index::FacetColumns> columns_;
  MadeOnce<index::FileDigests> file_digests_;
  MadeOnce<std::vector<index::PlacePosition>> positions_;
  MadeOnce<Renamed> renamed_;
  MadeOnce<OriginalFiles> originals_;
  SetCache sets_;
  std::unique_ptr<FacetTables> facet_tables_;
};

}  // namespace furat
