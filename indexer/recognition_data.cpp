#include "indexer/recognition_data.hpp"

#include "analysis/places/world_gazetteer.hpp"
#include "index/schema.hpp"
#include "indexer/gazetteer_files.hpp"

namespace furat::indexer {

std::string RecognitionData::version() const {
  return world.size() == 0 ? lexicon.version : lexicon.version + '-' + index::hex(world.digest());
}

RecognitionData recognition_data(const std::optional<std::filesystem::path>& folder,
                                 const std::vector<std::filesystem::path>& dumps,
                                 const ProblemSink& problem) {
  RecognitionData data;
  data.lexicon = folder ? analysis::read_lexicon(*folder) : analysis::built_in_lexicon();
  data.built_in = !folder;
  data.world = analysis::world_gazetteer();
  if (dumps.empty()) return data;
  data.own_image = with_gazetteer_files(data.world, dumps, [&](ArticleProblem&& found) {
    if (problem) problem(std::move(found));
  });
  data.world = analysis::GazetteerImage::view(data.own_image).value();
  return data;
}

}  // namespace furat::indexer
