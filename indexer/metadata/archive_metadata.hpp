// What stands beside the articles of an archive: its sidecars by folder, and the --metadata file
// above them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "furat/indexing.hpp"
#include "indexer/article.hpp"
#include "indexer/metadata/sidecar.hpp"

namespace furat::indexer {

/// True for the name of a file that holds metadata, which is no article.
[[nodiscard]] bool is_metadata_file(std::string_view name);

/// Sidecars are read when first asked for, each once; what cannot be used of one is reported then.
/// One thread only.
class ArchiveMetadata {
 public:
  using ProblemSink = std::function<void(ArticleProblem&&)>;

  /// `given`: the --metadata file. Throws std::runtime_error if it cannot be read. `problem` must
  /// outlive this.
  ArchiveMetadata(const std::optional<std::filesystem::path>& given, const ProblemSink& problem);

  /// Fills what is stated about the article, which was read from the file `path` below the folder
  /// `root` (empty if the file was given itself).
  void apply_to(Article& article, const std::filesystem::path& path,
                const std::filesystem::path& root);

 private:
  const SidecarEntry* find(const Article& article, const std::filesystem::path& path,
                           const std::filesystem::path& root);
  const Sidecar& beside(const std::filesystem::path& folder);
  Sidecar load(const std::filesystem::path& path);

  const ProblemSink& problem_;
  Sidecar given_;
  std::map<std::string, Sidecar> by_folder_;
};

}  // namespace furat::indexer
