// Passages, mentions and metadata as JSON lines; the keys are in docs/json-output.md.
#pragma once

#include <string>

#include "furat/indexing.hpp"
#include "furat/updating.hpp"

namespace furat::cli {

/// One object on one line, without the line end; valid UTF-8 whatever the article holds.
[[nodiscard]] std::string json_row(const PassagePreview& passage);
[[nodiscard]] std::string json_row(const MentionPreview& mention, bool why = false);
[[nodiscard]] std::string json_row(const ValueChange& change);
[[nodiscard]] std::string json_row(const MetadataPreview& metadata);

}  // namespace furat::cli
