// Writes the next generation of one shard: from a copy of the one that stands if little changed,
// else from the whole index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "furat/distributing.hpp"
#include "index/shard_record.hpp"
#include "indexer/shards/article_spread.hpp"
#include "indexer/shards/copy_articles.hpp"
#include "indexer/shards/distribution.hpp"
#include "indexer/shards/shard_tables.hpp"
#include "indexer/update/generation_writer.hpp"
#include "indexer/update/index_run.hpp"

namespace furat::indexer {

/// The index that is distributed, for all threads: what is in here may only be read.
struct ShardSource {
  std::filesystem::path index;
  std::string generation;
  std::filesystem::path path;  ///< of the generation
  index::Completion completion;
  Distribution distribution;
  std::uint64_t bytes_of_passage = 0;  ///< on the disk, on average
  index::FileTable table;
  const ArticleSpread* spread = nullptr;
  const SourceTables* tables = nullptr;
};

/// Holds the writer's lock of the shard from its construction to its end.
class ShardWriter {
 public:
  /// `number` from 0. Throws IndexError: locked, io.
  ShardWriter(const ShardSource& source, std::uint32_t number, std::filesystem::path shard,
              bool wait, const std::function<bool()>& cancelled);

  /// How many passages prepare() will copy. To be asked first.
  [[nodiscard]] std::size_t plan();

  /// Writes all of the next generation but that it is the one that counts; nothing if the shard is
  /// as it should be. In any thread. Throws Xapian::Error, IndexError.
  void prepare(CopyState& state);

  /// Writes one also if the shard is as it should be: what it says of the others is not.
  void prepare_anyway(CopyState& state);

  /// What the shard that stands says of all; nullopt if there is none, or it says nothing.
  [[nodiscard]] const std::optional<index::ShardRecord>& standing_record() const {
    return standing_record_;
  }
  /// What it is to say. After plan().
  [[nodiscard]] index::ShardRecord record() const;

  /// Whether prepare() wrote a generation.
  [[nodiscard]] bool has_written() const { return completion_.has_value(); }

  /// Publishes what was prepared. Throws IndexError.
  ShardReport publish();

 private:
  [[nodiscard]] bool can_adopt(const StandingIndex& standing) const;
  void compare_articles(const StandingIndex& standing);
  void plan_anew();
  [[nodiscard]] bool is_as_it_should_be(const index::Metadata& entries) const;
  void write_documents(CopyState& state);
  void write_tables();
  [[nodiscard]] const IndexContents& contents() const { return source_.spread->contents(number_); }

  const ShardSource& source_;
  std::uint32_t number_;
  std::filesystem::path shard_;
  GenerationWriter writer_;
  Xapian::Database database_;  ///< of the source, for this shard's thread alone
  index::FileTable table_;
  std::optional<StandingIndex> standing_;  ///< what may be kept of
  std::optional<index::ShardRecord> standing_record_;
  bool adopts_ = false;
  std::vector<bool> coming_;            ///< by number: articles to be copied
  std::vector<std::uint32_t> leaving_;  ///< numbers in the standing generation
  std::vector<std::string> leaving_ids_;
  std::size_t passages_to_copy_ = 0;
  ShardReport report_;
  std::optional<index::Completion> completion_;  ///< of what was prepared
};

}  // namespace furat::indexer
