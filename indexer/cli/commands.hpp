// The subcommands of furat-index: validated options in, exit code out. Data goes to stdout, all
// else to stderr.
#pragma once

#include <string>

#include "furat/indexing.hpp"

namespace furat::cli {

struct IndexOptions {
  std::string index;  ///< --index; empty: found or made as find_index.hpp says
  ArchiveOptions archive;
  unsigned threads = 0;
  bool quiet = false;
  bool jsonl = false;
  bool all_roles = false;         ///< annotate: MentionScope::all
  std::string progress = "auto";  ///< auto, always, never
};

/// Each throws what the library throws.
[[nodiscard]] int run_build(const IndexOptions& options);
[[nodiscard]] int run_status(const IndexOptions& options);
[[nodiscard]] int run_verify(const IndexOptions& options);
[[nodiscard]] int run_passages(const IndexOptions& options);
[[nodiscard]] int run_annotate(const IndexOptions& options);

}  // namespace furat::cli
