// Metadata that stands beside the articles: title, published, source, url by file name (TSV or
// TOML).
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/article.hpp"

namespace furat::indexer {

struct SidecarEntry {
  std::string title, source, url;  ///< empty: not stated
  std::optional<std::chrono::sys_days> published;
};

/// Entries by file path relative to the folder the sidecar stands in (or as written in a --metadata
/// file).
struct Sidecar {
  std::unordered_map<std::string, SidecarEntry> entries;
  std::vector<std::string>
      problems;  ///< a sentence per row that could not be used, naming file and line
};

/// Reads a `.toml` ([[article]] tables with file, title, published, source, url) or a `.tsv` with
/// the header `file TAB title TAB published TAB source TAB url` (any order, file required). Throws
/// std::runtime_error naming the file and line if it cannot be read at all; a bad row is a problem,
/// and the rest stands.
[[nodiscard]] Sidecar read_sidecar(const std::filesystem::path& path);

/// Fills what the entry states into the article (the sidecar wins) and sets published_method to
/// "sidecar".
void apply(const SidecarEntry& entry, Article& article);

/// An ISO date YYYY-MM-DD, nothing else.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_iso_day(std::string_view text);

}  // namespace furat::indexer
