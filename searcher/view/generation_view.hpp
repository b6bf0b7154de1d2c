// One open generation, as the searcher sees it: the database, its tables and its facet columns.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/facet_columns.hpp"
#include "index/file_digests.hpp"
#include "index/generation.hpp"
#include "index/passage_record.hpp"
#include "index/place_positions.hpp"
#include "index/tables.hpp"
#include "searcher/deadline.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/matching/set_cache.hpp"

namespace furat {

struct FacetMemory;

/// Not for several threads at once. Throws Xapian::Error and IndexError.
class GenerationView {
 public:
  explicit GenerationView(const std::filesystem::path& index);
  ~GenerationView();
  GenerationView(const GenerationView&) = delete;
  GenerationView& operator=(const GenerationView&) = delete;

  [[nodiscard]] const std::string& name() const { return generation_.name(); }
  [[nodiscard]] const index::Completion& completion() const { return generation_.completion(); }
  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const index::FacetColumns& columns() const;

  /// SHA-256 of the file of an article, 32 raw bytes.
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) const;

  /// All passages that the query matches. Throws DeadlineExceeded.
  [[nodiscard]] PassageSet matches(const Xapian::Query& query, const Deadline& deadline) const;
  /// What counting keeps for the next request.
  [[nodiscard]] FacetMemory& facet_memory() const { return *facet_memory_; }

  /// The places that are points and have a position, by id; read once.
  [[nodiscard]] const std::vector<index::PlacePosition>& place_positions() const;

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
  using Renamed = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;
  [[nodiscard]] std::vector<std::string> terms_behind(const std::string& prefix,
                                                      std::size_t most) const;
  [[nodiscard]] std::vector<std::uint32_t> numbers_at(const std::string& key) const;
  [[nodiscard]] Renamed read_renamed() const;
  [[noreturn]] void throw_damaged(const std::string& what) const;

  index::OpenGeneration generation_;
  Xapian::Database database_;
  mutable std::optional<index::FacetColumns> columns_;  ///< opened when first needed
  mutable std::optional<index::FileDigests> digests_;   ///< likewise
  mutable std::optional<std::vector<index::PlacePosition>> positions_;  ///< likewise
  mutable std::unordered_map<std::uint32_t, index::ValueRecord> values_;
  mutable SetCache sets_;
  std::unique_ptr<FacetMemory> facet_memory_;
  mutable std::optional<Renamed> renamed_;  ///< by what they were renamed into; read when needed
};

}  // namespace furat
