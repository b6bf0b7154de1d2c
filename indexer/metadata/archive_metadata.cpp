#include "indexer/metadata/archive_metadata.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <system_error>

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kSidecarNames{"metadata.toml", "metadata.tsv"};

const SidecarEntry* lookup(const Sidecar& sidecar, const std::string& key) {
  const auto found = sidecar.entries.find(key);
  return found == sidecar.entries.end() ? nullptr : &found->second;
}

}  // namespace

bool is_metadata_file(std::string_view name) {
  return std::find(kSidecarNames.begin(), kSidecarNames.end(), name) != kSidecarNames.end();
}

ArchiveMetadata::ArchiveMetadata(const std::optional<fs::path>& given, const ProblemSink& problem)
    : problem_(problem) {
  if (given) given_ = load(*given);
}

void ArchiveMetadata::apply_to(Article& article, const fs::path& path, const fs::path& root) {
  if (const auto* entry = find(article, path, root)) apply(*entry, article);
}

const SidecarEntry* ArchiveMetadata::find(const Article& article, const fs::path& path,
                                          const fs::path& root) {
  for (const auto& key : {article.id, article.file, path.string()})
    if (const auto* entry = lookup(given_, key)) return entry;
  for (auto folder = path.parent_path();; folder = folder.parent_path()) {
    const auto key = path.lexically_relative(folder).generic_string();
    const auto& sidecar = beside(folder);
    if (const auto* entry = lookup(sidecar, key)) return entry;
    if (const auto* entry = lookup(sidecar, article.id)) return entry;
    if (root.empty() || folder == root || !folder.has_relative_path()) return nullptr;
  }
}

const Sidecar& ArchiveMetadata::beside(const fs::path& folder) {
  const auto [place, added] = by_folder_.try_emplace(folder.string());
  if (!added) return place->second;
  for (const auto name : kSidecarNames) {
    std::error_code none;
    if (!fs::is_regular_file(folder / name, none)) continue;
    try {
      place->second = load(folder / name);
    } catch (const std::runtime_error& error) {
      problem_({false, (folder / name).string(), error.what()});
    }
    break;
  }
  return place->second;
}

Sidecar ArchiveMetadata::load(const fs::path& path) {
  auto sidecar = read_sidecar(path);
  for (auto& sentence : sidecar.problems) problem_({false, path.string(), std::move(sentence)});
  return sidecar;
}

}  // namespace furat::indexer
