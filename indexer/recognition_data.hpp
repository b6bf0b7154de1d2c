// What a run recognizes names by: the lexicon and the world gazetteer, built in or named by the
// user.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/places/gazetteer_image.hpp"
#include "indexer/input_files.hpp"

namespace furat::indexer {

struct RecognitionData {
  analysis::Lexicon lexicon;
  analysis::GazetteerImage world;
  std::vector<std::uint32_t> own_image{};  ///< bytes of `world` where the program has them not
  bool built_in = false;  ///< the lexicon is the library's own, which the tests have found sound
  /// Version of the built-in lexicon if `lexicon` is that with rows added; empty if it is another.
  std::string base{};

  /// Changes whenever the data does.
  [[nodiscard]] std::string version() const;
};

/// The lexicon of the folder among `lexicons` or the one built in, with the rows of the files among
/// them in their order, and the world gazetteer with the GeoNames dumps besides. What is wrong with
/// lines of these goes to `problem`, if there is one. Throws analysis::LexiconError, also for two
/// folders, and std::runtime_error for a dump that is none.
[[nodiscard]] RecognitionData recognition_data(
    const std::vector<std::filesystem::path>& lexicons = {},
    const std::vector<std::filesystem::path>& dumps = {}, const ProblemSink& problem = {});

}  // namespace furat::indexer
