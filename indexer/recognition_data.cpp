#include "indexer/recognition_data.hpp"

#include "analysis/places/world_gazetteer.hpp"
#include "index/schema.hpp"

namespace furat::indexer {

std::string RecognitionData::version() const {
  return world.size() == 0 ? lexicon.version : lexicon.version + '-' + index::hex(world.digest());
}

RecognitionData recognition_data(const std::optional<std::filesystem::path>& folder) {
  return {folder ? analysis::read_lexicon(*folder) : analysis::built_in_lexicon(),
          analysis::world_gazetteer(),
          {},
          !folder};
}

}  // namespace furat::indexer
