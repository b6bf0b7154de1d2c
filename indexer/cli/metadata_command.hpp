// furat-index metadata: what is known about each article, without an index.
#pragma once

#include <string>

#include "furat/indexing.hpp"
#include "indexer/cli/commands.hpp"

namespace furat::cli {

/// Throws what the library throws.
[[nodiscard]] int run_metadata(const IndexOptions& options);

/// The lines of one article, each at most 80 columns wide, with a line end; a dash stands for what
/// is not known.
[[nodiscard]] std::string metadata_block(const MetadataPreview& metadata);

}  // namespace furat::cli
