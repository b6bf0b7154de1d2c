// The files below the paths a user gives, in a fixed order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "furat/indexing.hpp"

namespace furat::indexer {

/// A file or folder given by the user.
struct Input {
  std::filesystem::path path;
  std::string given;  ///< as the user wrote it
  bool is_folder = false;
};

/// A file to be read.
struct InputFile {
  std::uint32_t input = 0;    ///< number of the input it was found below
  std::string name;           ///< in the archive: relative to the folder given, or as given
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since 1970, for telling whether it changed; no date
                              ///< of an article is ever taken from it
};

[[nodiscard]] std::filesystem::path path_of(const Input& input, const InputFile& file);

/// The inputs as given, each checked to be there. Throws RequestError.
[[nodiscard]] std::vector<Input> checked_inputs(const std::vector<std::filesystem::path>& given);

using ProblemSink = std::function<void(ArticleProblem&&)>;

/// All files of an input, names in byte order: folders walked, no links followed, hidden files,
/// READMEs and metadata files left out. What cannot be listed becomes a problem.
void list_files(const std::vector<Input>& inputs, std::uint32_t number,
                std::vector<InputFile>& files, const ProblemSink& problem);

}  // namespace furat::indexer
