// Which files an update has to read: what is there compared with what the index was made from.
#pragma once

#include <filesystem>
#include <vector>

#include "index/file_table.hpp"
#include "indexer/archive_reader.hpp"
#include "indexer/input_files.hpp"

namespace furat::indexer {

struct FilePlan {
  std::vector<Input> inputs;
  std::vector<FileToRead> to_read;       ///< by input, then name
  std::vector<index::FileRecord> known;  ///< one for each of these: the old record, or an
                                         ///< empty one with the file's name
  std::vector<index::FileRecord> kept;   ///< unchanged, outside the scope, or excluded
  std::vector<index::FileRecord> gone;   ///< no longer there
  std::vector<index::FileRecord> given;  ///< of articles given as values, if the run may replace
                                         ///< them; else they are among `kept`
  std::uint32_t given_input = 0;         ///< the number of their input, if the run takes any
  index::FileTable table;                ///< inputs and options for the new table, no files yet
  std::optional<std::filesystem::path> metadata;  ///< the --metadata file to use
  std::vector<std::filesystem::path> lexicons;    ///< the --lexicon files and folder to use
  std::vector<std::filesystem::path> gazetteers;  ///< the --gazetteer files to use
};

struct PlanRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> paths;       ///< scope; empty: all inputs of the index
  std::optional<std::filesystem::path> metadata;  ///< none: as the index has it
  std::vector<std::filesystem::path> lexicons, gazetteers;  ///< likewise, each list as a whole
  bool read_all = false;          ///< trust neither size nor time of modification, parse everything
  bool compare_contents = false;  ///< trust neither, but the digest of the bytes
  bool takes_given = false;       ///< articles given as values will come; without `old` as well as
                                  ///< the files, else instead of them
};

/// `old` null: everything is new. Paths inside an input of the index stand for that part of it,
/// other paths become new inputs. Throws RequestError for a path or an input that is not there, and
/// std::runtime_error for an unreadable metadata file.
[[nodiscard]] FilePlan plan_files(const PlanRequest& request, const index::FileTable* old,
                                  const ProblemSink& problem);

}  // namespace furat::indexer
