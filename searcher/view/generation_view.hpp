// One open generation, as one request sees it: a database handle of its own, and the tables and
// columns that it shares with the other views.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/passage_record.hpp"
#include "index/tables.hpp"
#include "searcher/deadline.hpp"
#include "searcher/matching/matched_passages.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/matching/verified_sets.hpp"
#include "searcher/view/shared_generation.hpp"

namespace furat {

struct FacetScratch;

/// Not for several threads at once; views of one SharedGeneration each are. What takes long throws
/// DeadlineExceeded or Cancelled as deadline() says. Throws Xapian::Error and IndexError.
class GenerationView {
 public:
  explicit GenerationView(std::shared_ptr<SharedGeneration> generation);
  ~GenerationView();
  GenerationView(const GenerationView&) = delete;
  GenerationView& operator=(const GenerationView&) = delete;

  [[nodiscard]] bool is_of(const SharedGeneration& generation) const {
    return generation_.get() == &generation;
  }
  [[nodiscard]] const SharedGeneration& generation() const { return *generation_; }
  [[nodiscard]] const std::string& name() const { return generation_->name(); }
  [[nodiscard]] const index::Completion& completion() const { return generation_->completion(); }
  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const index::FacetColumns& columns() const {
    return generation_->columns(database_);
  }
  [[nodiscard]] bool is_one_local_database() const { return generation_->is_one_local_database(); }
  /// Only where is_one_local_database() is false.
  [[nodiscard]] const DocumentOrder& document_order() const {
    return generation_->document_order();
  }
  [[nodiscard]] const ShardGaps& shard_gaps() const { return generation_->shard_gaps(); }

  /// An entry of the tables of values and names; empty if there is none.
  [[nodiscard]] std::string metadata(const std::string& key) const {
    return entry_of(generation_->metadata(), database_, key);
  }
  /// Calls `walk` with the first of the keys that begin with `prefix`, in byte order, and their
  /// end: iterators that can skip_to() a key.
  template <class Walk>
  void with_keys(const std::string& prefix, Walk walk) const {
    if (const auto* table = generation_->metadata())
      walk(KeyCursor::begin(*table, prefix), KeyCursor::end(*table, prefix));
    else
      walk(database_.metadata_keys_begin(prefix), database_.metadata_keys_end(prefix));
  }
  /// Until `use` returns false.
  template <class Use>
  void each_key(const std::string& prefix, Use use) const {
    with_keys(prefix, [&](auto key, const auto& end) {
      for (; key != end; ++key)
        if (!use(std::string(*key))) return;
    });
  }

  /// That of the request which has the view; without end if nobody set one.
  [[nodiscard]] const Deadline& deadline() const { return *deadline_; }
  /// `deadline` must outlive its use: until another one is set.
  void set_deadline(const Deadline& deadline) { deadline_ = &deadline; }
  /// What the request that had the view left behind goes as well.
  void clear_deadline();

  /// SHA-256 of the file of an article, 32 raw bytes.
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) const;

  /// How many passages have the term.
  [[nodiscard]] Xapian::doccount termfreq(const std::string& term) const {
    return is_one_local_database() ? database_.get_termfreq(term)
                                   : generation_->term_frequencies().of(term, database_);
  }
  [[nodiscard]] bool term_exists(const std::string& term) const {
    return is_one_local_database() ? database_.term_exists(term) : termfreq(term) != 0;
  }

  /// Where a stem stands in the text of a passage, ascending.
  [[nodiscard]] std::vector<Xapian::termpos> positions(const std::string& stem,
                                                       Xapian::docid passage) const;
  /// How many words a passage has.
  [[nodiscard]] Xapian::termcount length(Xapian::docid passage) const;

  /// All passages that the query matches.
  [[nodiscard]] PassageSet matches(const Xapian::Query& query) const;
  /// The same, to be counted.
  [[nodiscard]] MatchedPassages matched(const Xapian::Query& query) const {
    return {matches(query), completion().counts.passages, columns(), generation_->story_ranks()};
  }
  /// `query` for Xapian's matcher: given up when the time is over, where that can be had.
  [[nodiscard]] Xapian::Query watched(const Xapian::Query& query) const {
    return is_one_local_database() ? deadline_->watch(query) : query;
  }
  /// What was found out for this request and its queries refer to. Empty where queries of our own
  /// sources can be asked: see is_one_local_database().
  [[nodiscard]] VerifiedSets& verified_sets() const { return verified_; }
  /// What reading passages told about the pattern with this key so far.
  [[nodiscard]] std::shared_ptr<PatternAnswers> pattern_answers(const std::string& key) const;
  [[nodiscard]] SetCache& sets() const { return generation_->sets(); }
  [[nodiscard]] FacetTables& facet_tables() const { return generation_->facet_tables(); }
  /// What counting uses again for the next request.
  [[nodiscard]] FacetScratch& facet_scratch() const { return *facet_scratch_; }

  /// The places that are points and have a position, by id; read once.
  [[nodiscard]] const std::vector<index::PlacePosition>& place_positions() const {
    return generation_->place_positions(database_);
  }

  /// Throws IndexError damaged, with a sentence that names the index.
  [[noreturn]] void throw_damaged(const std::string& what) const;

  /// A table row; IndexError damaged if it is missing or unreadable.
  [[nodiscard]] const index::ValueRecord& value(std::uint32_t ordinal) const;
  /// Actors that were renamed into this one, ascending. The first question reads all actors.
  [[nodiscard]] const std::vector<std::uint32_t>& renamed_into(std::uint32_t ordinal) const;
  [[nodiscard]] index::ArticleRecord article(std::uint32_t number) const;
  [[nodiscard]] index::PassageRecord passage(Xapian::docid id) const;

  /// Ordinal of the value with this id, if the index has it.
  [[nodiscard]] std::optional<std::uint32_t> value_with_id(index::Dimension dimension,
                                                           std::string_view id) const;
  /// Ordinals of the values that have this name or alias, by its fold.
  [[nodiscard]] std::vector<std::uint32_t> values_named(index::Dimension dimension,
                                                        std::string_view folded) const;
  /// Ordinals of the places and actors that query words with this fold stand for.
  [[nodiscard]] std::vector<std::uint32_t> expansion_of(std::string_view folded) const;
  /// Names of values under a skeleton key, as the lexicon writes them.
  [[nodiscard]] std::vector<index::SpelledName> names_with_skeleton(
      std::string_view skeleton) const;
  /// Names in passages under a skeleton key, as the passages write them, in byte order; the first
  /// `most`.
  [[nodiscard]] std::vector<std::string> spellings_with_skeleton(std::string_view skeleton,
                                                                 std::size_t most) const;
  /// The same for names with a part that has this key.
  [[nodiscard]] std::vector<std::string> names_with_part(std::string_view key,
                                                         std::size_t most) const;
  /// Known names of a dimension closest to `folded` by edit distance, best first, as display names.
  [[nodiscard]] std::vector<std::string> similar_names(index::Dimension dimension,
                                                       std::string_view folded,
                                                       std::size_t most) const;

 private:
  [[nodiscard]] std::vector<std::string> terms_behind(const std::string& prefix,
                                                      std::size_t most) const;
  [[nodiscard]] std::vector<std::uint32_t> numbers_at(const std::string& key) const;
  [[nodiscard]] SharedGeneration::Renamed read_renamed() const;

  std::shared_ptr<SharedGeneration> generation_;
  Connection connection_;
  const Xapian::Database& database_;  ///< of all
  const Deadline* deadline_;
  mutable VerifiedSets verified_;
  mutable std::unordered_map<std::uint32_t, index::ValueRecord> values_;  ///< that were read
  std::unique_ptr<FacetScratch> facet_scratch_;
};

}  // namespace furat
