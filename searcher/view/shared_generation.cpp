#include "searcher/view/shared_generation.hpp"

#include "furat/errors.hpp"
#include "searcher/facets/facet_tables.hpp"

namespace furat {

SharedGeneration::SharedGeneration(const std::filesystem::path& index)
    : index_(index), generation_(index), facet_tables_(std::make_unique<FacetTables>()) {}

SharedGeneration::~SharedGeneration() = default;

void SharedGeneration::throw_damaged(const std::string& what) const {
  throw IndexError(IndexError::Kind::damaged, path().string(),
                   "the index " + path().string() + " is damaged: " + what);
}

const index::FacetColumns& SharedGeneration::columns(const Xapian::Database& database) {
  return columns_.get(
      [&] { return index::FacetColumns::open(database, index::columns_path(path())); });
}

const index::FileDigests& SharedGeneration::file_digests() {
  return file_digests_.get([this] { return index::FileDigests(path()); });
}

const std::vector<index::PlacePosition>& SharedGeneration::place_positions(
    const Xapian::Database& database) {
  return positions_.get([&] {
    auto positions =
        index::decode_place_positions(database.get_metadata(std::string(index::key::kPositions)));
    if (!positions) throw_damaged("the table of positions cannot be read");
    return std::move(*positions);
  });
}

const OriginalFiles& SharedGeneration::original_files() {
  return originals_.get([this] { return OriginalFiles(index_, name()); });
}

}  // namespace furat
