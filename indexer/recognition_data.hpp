// What a run recognizes names by: the lexicon and the world gazetteer, built in or named by the
// user.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/places/gazetteer_image.hpp"

namespace furat::indexer {

struct RecognitionData {
  analysis::Lexicon lexicon;
  analysis::GazetteerImage world;
  std::vector<std::uint32_t> own_image{};  ///< bytes of `world` where the program has them not
  bool built_in = false;  ///< the lexicon is the library's own, which the tests have found sound

  /// Changes whenever the data does.
  [[nodiscard]] std::string version() const;
};

/// The lexicon of `folder` or the one built in, and the world gazetteer. Throws
/// analysis::LexiconError.
[[nodiscard]] RecognitionData recognition_data(const std::optional<std::filesystem::path>& folder);

}  // namespace furat::indexer
