#include "searcher/view/shared_generation.hpp"

#include "index/damaged.hpp"
#include "searcher/facets/facet_tables.hpp"

namespace furat {

SharedGeneration::SharedGeneration() : facet_tables_(std::make_unique<FacetTables>()) {}

SharedGeneration::~SharedGeneration() = default;

const ShardGaps& SharedGeneration::shard_gaps() const {
  static const ShardGaps kNone;
  return kNone;
}

void SharedGeneration::renumber(Xapian::docid /*passage*/, index::PassageRecord& /*record*/) const {
}

void SharedGeneration::throw_damaged(const std::string& what) const {
  index::throw_damaged(place(), what);
}

const std::vector<index::PlacePosition>& SharedGeneration::place_positions(
    const Xapian::Database& database) {
  return positions_.get([&] {
    auto positions = index::decode_place_positions(
        entry_of(metadata(), database, std::string(index::key::kPositions)));
    if (!positions) throw_damaged("the table of positions cannot be read");
    return std::move(*positions);
  });
}

}  // namespace furat
