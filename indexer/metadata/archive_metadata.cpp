#include "indexer/metadata/archive_metadata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <system_error>

#include "index/files.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

// In the order in which they are looked for: there is one a folder.
constexpr std::array<std::string_view, 3> kFolderSidecars{"metadata.toml", "metadata.tsv",
                                                          "metadata.csv"};
constexpr std::string_view kOwnSidecar = ".meta.toml";

bool is_file(const fs::path& path) {
  std::error_code none;
  return fs::is_regular_file(path, none);
}

/// The folders whose sidecars count for a file, its own first.
std::vector<fs::path> folders_above(const fs::path& path, const fs::path& root) {
  std::vector<fs::path> folders;
  for (auto folder = path.parent_path();; folder = folder.parent_path()) {
    folders.push_back(folder);
    if (root.empty() || folder == root || !folder.has_relative_path()) return folders;
  }
}

/// Where the sidecars of one file alone may stand, the weaker first.
std::vector<fs::path> own_sidecars(const fs::path& path) {
  const fs::path by_name = path.string() + std::string(kOwnSidecar);
  const fs::path by_stem = fs::path(path).replace_extension(kOwnSidecar);
  if (by_stem == by_name) return {by_name};
  return {by_stem, by_name};
}

/// 0 if it cannot be read.
std::uint64_t digest_of_file(const fs::path& path) {
  try {
    const auto bytes = index::read_file(path);
    return bytes ? index::stable_hash(*bytes) : 0;
  } catch (const IndexError&) {
    return 0;
  }
}

void apply_entry(const Sidecar& sidecar, const std::string& key, Article& article) {
  const auto found = sidecar.entries.find(key);
  if (found != sidecar.entries.end()) apply(found->second, article);
}

}  // namespace

bool is_metadata_file(std::string_view name) {
  return std::find(kFolderSidecars.begin(), kFolderSidecars.end(), name) != kFolderSidecars.end() ||
         (name.size() > kOwnSidecar.size() && name.ends_with(kOwnSidecar));
}

ArchiveMetadata::ArchiveMetadata(const std::optional<fs::path>& given, const ProblemSink& problem)
    : problem_(problem) {
  if (given) given_ = load(*given);
}

void ArchiveMetadata::apply_to(Article& article, const fs::path& path, const fs::path& root) {
  // The weakest first: what comes later wins. An id speaks of one article, a name of a whole file.
  apply_folders(article, path, root);
  apply_own(article, path);
  for (const auto& key : {path.string(), article.file, article.id})
    apply_entry(given_, key, article);
}

std::uint64_t ArchiveMetadata::digest_for(const fs::path& path, const fs::path& root) {
  std::string digests;
  index::append_varint(digests, given_.digest);
  for (const auto& folder : folders_above(path, root))
    index::append_varint(digests, of_folder(folder).digest);
  for (const auto& sidecar : own_sidecars(path))
    if (is_file(sidecar)) index::append_varint(digests, digest_of_file(sidecar));
  return index::stable_hash(digests);
}

void ArchiveMetadata::apply_folders(Article& article, const fs::path& path, const fs::path& root) {
  const auto folders = folders_above(path, root);
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    const Sidecar& sidecar = of_folder(*folder);
    if (sidecar.entries.empty()) continue;
    apply_entry(sidecar, path.lexically_relative(*folder).generic_string(), article);
    apply_entry(sidecar, article.id, article);
  }
}

void ArchiveMetadata::apply_own(Article& article, const fs::path& path) {
  if (own_path_ != path.string()) {
    own_path_ = path.string();
    own_.clear();
    for (const auto& sidecar : own_sidecars(path)) load_own(sidecar);
  }
  for (const SidecarEntry& entry : own_) apply(entry, article);
}

void ArchiveMetadata::load_own(const fs::path& sidecar) {
  if (!is_file(sidecar)) return;
  try {
    auto read = read_article_sidecar(sidecar);
    report(sidecar, std::move(read.problems));
    own_.push_back(std::move(read.entry));
  } catch (const std::runtime_error& error) {
    report(sidecar, {error.what()});
  }
}

const Sidecar& ArchiveMetadata::of_folder(const fs::path& folder) {
  const auto [place, added] = by_folder_.try_emplace(folder.string());
  if (!added) return place->second;
  fs::path read;
  for (const auto name : kFolderSidecars) {
    const fs::path path = folder / name;
    if (!is_file(path)) continue;
    if (!read.empty()) {
      report(path,
             {fmt::format("{} stands beside it; this file is ignored.", read.filename().string())});
      continue;
    }
    read = path;
    try {
      place->second = load(path);
    } catch (const std::runtime_error& error) {
      report(path, {error.what()});
    }
  }
  return place->second;
}

Sidecar ArchiveMetadata::load(const fs::path& path) {
  auto sidecar = read_sidecar(path);
  sidecar.digest = digest_of_file(path);
  report(path, std::move(sidecar.problems));
  return sidecar;
}

void ArchiveMetadata::report(const fs::path& path, std::vector<std::string>&& problems) {
  for (auto& sentence : problems) problem_({false, path.string(), std::move(sentence)});
}

}  // namespace furat::indexer
