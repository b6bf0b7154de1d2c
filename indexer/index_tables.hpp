// Writes the metadata tables of an index: articles, facet values, their names. See
// docs/index-format.md.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/tables.hpp"
#include "indexer/annotator.hpp"
#include "indexer/passage_document.hpp"

namespace furat::indexer {

/// What the tables are made of, gathered from all segments.
struct TableContents {
  std::vector<std::pair<std::uint32_t, index::ArticleRecord>> articles;
  std::set<std::uint32_t> place_rows, actor_rows;
  std::vector<std::string> sources;  ///< by number
  std::uint32_t passages = 0;
};

/// Writes the tables into a database of their own at `path`, which a merge puts first. Returns what
/// an index of them holds. Throws Xapian::Error.
index::IndexCounts write_tables(const TableContents& contents, const Annotator& annotator,
                                const ValueNumbers& numbers, const std::filesystem::path& path);

}  // namespace furat::indexer
