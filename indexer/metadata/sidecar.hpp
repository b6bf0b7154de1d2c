// Metadata that stands beside the articles: title, published, source, url and author by file name
// (TOML, TSV or CSV), or of one article alone (TOML).
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
  std::string title, source, url, author;  ///< empty: not stated
  std::optional<std::chrono::sys_days> published;
};

/// Entries by file path relative to the folder the sidecar stands in (or as written in a --metadata
/// file).
struct Sidecar {
  std::uint64_t digest = 0;  ///< of the bytes it was read from
  std::unordered_map<std::string, SidecarEntry> entries;
  std::vector<std::string>
      problems;  ///< a sentence per row that could not be used, naming file and line
};

/// Reads a `.toml` ([[article]] tables with file, title, published, source, url, author), or a
/// `.tsv` or `.csv` whose header names these (any order, file required). Throws std::runtime_error
/// naming the file and line if it cannot be read at all; a bad row is a problem, and the rest
/// stands.
[[nodiscard]] Sidecar read_sidecar(const std::filesystem::path& path);

/// What one article's own sidecar states.
struct ArticleSidecar {
  SidecarEntry entry;
  std::vector<std::string> problems;  ///< as in Sidecar
};

/// Reads a TOML file whose top-level keys are title, published, source, url, author. Throws as
/// read_sidecar() does.
[[nodiscard]] ArticleSidecar read_article_sidecar(const std::filesystem::path& path);

/// Fills what the entry states into the article (the sidecar wins) and sets published_method to
/// "sidecar".
void apply(const SidecarEntry& entry, Article& article);

/// An ISO date YYYY-MM-DD, nothing else.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_iso_day(std::string_view text);

}  // namespace furat::indexer
