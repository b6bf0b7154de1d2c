// The articles of an index over its shards.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "index/file_table.hpp"
#include "indexer/update/generation_writer.hpp"

namespace furat::indexer {

/// Immutable: share one among threads. Two bytes of memory an article.
class ArticleSpread {
 public:
  /// Reads the records of all articles. Throws Xapian::Error.
  ArticleSpread(const Xapian::Database& source, std::uint32_t shards);

  [[nodiscard]] bool is_in(std::uint32_t shard, std::uint32_t article) const {
    return article < shard_of_.size() && shard_of_[article] == shard;
  }
  /// One more than the highest number of an article.
  [[nodiscard]] std::uint32_t numbers() const {
    return static_cast<std::uint32_t>(shard_of_.size());
  }
  [[nodiscard]] const IndexContents& contents(std::uint32_t shard) const {
    return contents_[shard];
  }
  [[nodiscard]] std::uint32_t shards() const {
    return static_cast<std::uint32_t>(contents_.size());
  }

  /// The files that the articles of a shard came from, with these alone. `source` and `target` are
  /// the folders of both indexes: paths are relative to theirs.
  [[nodiscard]] index::FileTable table_of(std::uint32_t shard, const index::FileTable& all,
                                          const std::filesystem::path& source,
                                          const std::filesystem::path& target) const;

 private:
  std::vector<std::uint16_t> shard_of_;  ///< by number of the article
  std::vector<IndexContents> contents_;  ///< by shard
};

}  // namespace furat::indexer
