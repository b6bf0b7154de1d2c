// What stands beside the articles of an archive: their own sidecars, those of folders, and the
// --metadata file above all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "furat/indexing.hpp"
#include "indexer/article.hpp"
#include "indexer/metadata/sidecar.hpp"

namespace furat::indexer {

/// True for the name of a file that holds metadata, which is no article: metadata.toml,
/// metadata.tsv, metadata.csv, NAME.meta.toml.
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
  /// `root` (empty if the file was given itself). Each field by itself comes from the --metadata
  /// file, else from the article's own sidecar (report.pdf.meta.toml, then report.meta.toml), else
  /// from the sidecar of its folder, else from those of the folders above up to `root`.
  void apply_to(Article& article, const std::filesystem::path& path,
                const std::filesystem::path& root);

  /// A digest of all sidecars that could speak of the file: equal as long as none of them changes.
  [[nodiscard]] std::uint64_t digest_for(const std::filesystem::path& path,
                                         const std::filesystem::path& root);

 private:
  void apply_folders(Article& article, const std::filesystem::path& path,
                     const std::filesystem::path& root);
  void apply_own(Article& article, const std::filesystem::path& path);
  const Sidecar& of_folder(const std::filesystem::path& folder);
  void load_own(const std::filesystem::path& sidecar);
  Sidecar load(const std::filesystem::path& path);
  void report(const std::filesystem::path& path, std::vector<std::string>&& problems);

  const ProblemSink& problem_;
  Sidecar given_;
  std::map<std::string, Sidecar> by_folder_;
  std::string own_path_;  // the sidecars of one file are kept: a file may hold many articles
  std::vector<SidecarEntry> own_;
};

}  // namespace furat::indexer
