// What all views of one state of an archive have in common: the tables that are read or counted
// once. The state is a generation of one index (local_generation.hpp) or of several that are
// searched as one (searcher/shards/).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/facet_columns.hpp"
#include "index/generation.hpp"
#include "index/passage_record.hpp"
#include "index/place_positions.hpp"
#include "searcher/matching/set_cache.hpp"
#include "searcher/matching/story_order.hpp"
#include "searcher/patterns/pattern_answers.hpp"
#include "searcher/view/document_order.hpp"
#include "searcher/view/made_once.hpp"
#include "searcher/view/metadata_table.hpp"
#include "searcher/view/term_frequencies.hpp"
#include "searcher/view/word_positions.hpp"

namespace furat {

struct FacetTables;

/// The handles of one view.
struct Connection {
  Xapian::Database all;                  ///< what is searched
  std::vector<Xapian::Database> shards;  ///< its parts, if it has any
};

/// What a state of several shards is without, and how that is told.
struct ShardGaps {
  std::vector<std::string> missing, stale;  ///< as SearchResults has them
  std::vector<std::string> notes;           ///< sentences for the user
};

/// For several threads at once. Xapian handles must not be shared: where something is read from the
/// database, the caller's own is used, which connect() gave. Throws Xapian::Error and IndexError.
class SharedGeneration {
 public:
  using Renamed = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

  SharedGeneration();
  virtual ~SharedGeneration();
  SharedGeneration(const SharedGeneration&) = delete;
  SharedGeneration& operator=(const SharedGeneration&) = delete;

  /// Another one for another state.
  [[nodiscard]] virtual const std::string& name() const = 0;
  [[nodiscard]] virtual const index::Completion& completion() const = 0;
  /// None of an index that is one.
  [[nodiscard]] virtual const ShardGaps& shard_gaps() const;

  /// A handle for one view.
  [[nodiscard]] virtual Connection connect() const = 0;
  /// Whether it is one database on this machine: posting sources and the like of ours work there.
  [[nodiscard]] virtual bool is_one_local_database() const = 0;

  [[nodiscard]] virtual const index::FacetColumns& columns(const Xapian::Database& database) = 0;

  /// The tables of values and names, by key; nullptr if they are the metadata of the database.
  [[nodiscard]] virtual const MetadataTable* metadata() const = 0;
  /// What is sorted by where the database cannot: where it is not one on this machine.
  [[nodiscard]] virtual const DocumentOrder& document_order() = 0;
  /// The record of an article as bytes; none if there is none.
  [[nodiscard]] virtual std::string article(const Connection& connection,
                                            std::uint32_t number) const = 0;
  /// Gives a record that the database has of a passage the numbers that articles and values have
  /// here.
  virtual void renumber(Xapian::docid passage, index::PassageRecord& record) const;
  /// SHA-256 of the file of an article, 32 raw bytes; empty for numbers without one.
  [[nodiscard]] virtual std::string_view file_digest(std::uint32_t article) = 0;
  /// Where a file lay when the index was made; empty where that is not known.
  [[nodiscard]] virtual std::filesystem::path original_path(const std::string& file) = 0;

  [[nodiscard]] const std::vector<index::PlacePosition>& place_positions(
      const Xapian::Database& database);
  /// Actors by what they were renamed into, as `read()` gives them.
  template <class Read>
  const Renamed& renamed(Read read) {
    return renamed_.get(read);
  }
  [[nodiscard]] SetCache& sets() { return sets_; }
  [[nodiscard]] PatternAnswersCache& pattern_answers() { return pattern_answers_; }
  [[nodiscard]] TermFrequencies& term_frequencies() { return term_frequencies_; }
  [[nodiscard]] WordPositions& word_positions() { return word_positions_; }
  [[nodiscard]] MadeOnce<StoryRanks>& story_ranks() { return story_ranks_; }
  [[nodiscard]] FacetTables& facet_tables() { return *facet_tables_; }

  [[noreturn]] void throw_damaged(const std::string& what) const;

 private:
  /// What messages call it.
  [[nodiscard]] virtual std::string place() const = 0;

  MadeOnce<std::vector<index::PlacePosition>> positions_;
  MadeOnce<Renamed> renamed_;
  SetCache sets_;
  PatternAnswersCache pattern_answers_;
  TermFrequencies term_frequencies_;
  WordPositions word_positions_;
  MadeOnce<StoryRanks> story_ranks_;
  std::unique_ptr<FacetTables> facet_tables_;
};

}  // namespace furat
