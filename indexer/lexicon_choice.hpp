// Which lexicon a run uses: the one built in, or a folder the user names.
#pragma once

#include <filesystem>
#include <optional>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::indexer {

/// Throws analysis::LexiconError.
[[nodiscard]] inline analysis::Lexicon chosen_lexicon(
    const std::optional<std::filesystem::path>& folder) {
  return folder ? analysis::read_lexicon(*folder) : analysis::built_in_lexicon();
}

}  // namespace furat::indexer
