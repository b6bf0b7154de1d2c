#include "indexer/recognition_data.hpp"

#include <optional>

#include "analysis/places/world_gazetteer.hpp"
#include "index/schema.hpp"
#include "indexer/gazetteer_files.hpp"

namespace furat::indexer {

std::string RecognitionData::version() const {
  return world.size() == 0 ? lexicon.version : lexicon.version + '-' + index::hex(world.digest());
}

namespace {

namespace fs = std::filesystem;

/// The folder among the paths, which stands for the built-in lexicon.
std::optional<fs::path> folder_among(const std::vector<fs::path>& paths) {
  std::optional<fs::path> folder;
  for (const auto& path : paths) {
    if (!fs::is_directory(path)) continue;
    if (folder)
      throw analysis::LexiconError("two folders are given as the lexicon, " + folder->string() +
                                   " and " + path.string() + "; further ones must be files");
    folder = path;
  }
  return folder;
}

}  // namespace

RecognitionData recognition_data(const std::vector<std::filesystem::path>& lexicons,
                                 const std::vector<std::filesystem::path>& dumps,
                                 const ProblemSink& problem) {
  const auto folder = folder_among(lexicons);
  RecognitionData data;
  data.lexicon = folder ? analysis::read_lexicon(*folder) : analysis::built_in_lexicon();
  if (!folder) data.base = data.lexicon.version;
  for (const auto& path : lexicons)
    if (path != folder) add_lexicon_file(data.lexicon, path);
  data.built_in = lexicons.empty();
  data.world = analysis::world_gazetteer();
  if (dumps.empty()) return data;
  data.own_image = with_gazetteer_files(data.world, dumps, [&](ArticleProblem&& found) {
    if (problem) problem(std::move(found));
  });
  data.world = analysis::GazetteerImage::view(data.own_image).value();
  return data;
}

}  // namespace furat::indexer
