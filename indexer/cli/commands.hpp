// The subcommands of furat-index: validated options in, exit code out. Data goes to stdout, all
// else to stderr.
#pragma once

#include <string>
#include <vector>

#include "furat/indexing.hpp"

namespace furat::cli {

struct IndexOptions {
  std::string index;        ///< --index; empty: found or made as find_index.hpp says
  std::string usual_index;  ///< FURAT_INDEX or the setting `index`
  ArchiveOptions archive;
  unsigned threads = 0;
  bool quiet = false;
  bool jsonl = false;
  std::string format;                         ///< annotate: text, jsonl, timeml; empty: not given
  std::string output;                         ///< annotate: folder for TimeML documents
  bool all_roles = false;                     ///< annotate: MentionScope::all
  bool counts = false;                        ///< verify: recount the facet values and say how many
  bool why = false;                           ///< annotate: with reasons and candidates
  std::string progress = "auto";              ///< auto, always, never
  bool wait = false;                          ///< for another writer to finish
  bool dry_run = false;                       ///< update: say what would be done
  bool verbose = false;                       ///< update: name each article that changed
  bool compare_contents = false;              ///< update: read every file
  bool undo = false;                          ///< remove: let files come back
  std::vector<std::string> names;             ///< remove: files, folders, article ids
  std::string other;                          ///< diff: index to compare with
  std::vector<std::filesystem::path> shards;  ///< distribute: their folders
  unsigned shard_count = 0;           ///< build, distribute: shards inside the index; 0: as it is
  std::string cluster;                ///< distribute: file that names the shards
  unsigned quiet_milliseconds = 500;  ///< watch: after the last change of a burst
};

/// Each throws what the library throws.
[[nodiscard]] int run_build(const IndexOptions& options);
[[nodiscard]] int run_update(const IndexOptions& options);
[[nodiscard]] int run_remove(const IndexOptions& options);
[[nodiscard]] int run_compact(const IndexOptions& options);
[[nodiscard]] int run_distribute(const IndexOptions& options);
[[nodiscard]] int run_diff(const IndexOptions& options);
[[nodiscard]] int run_digest(const IndexOptions& options);
[[nodiscard]] int run_watch(const IndexOptions& options);
[[nodiscard]] int run_status(const IndexOptions& options);
[[nodiscard]] int run_verify(const IndexOptions& options);
[[nodiscard]] int run_passages(const IndexOptions& options);
[[nodiscard]] int run_annotate(const IndexOptions& options);

}  // namespace furat::cli
