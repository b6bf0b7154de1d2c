// What an index keeps of the lexicon by which it was annotated: enough to tell which rows of
// another lexicon differ, and the numbers that its actors have as values.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "indexer/value_numbers.hpp"

namespace furat::indexer {

/// Key of the record among the metadata of an index.
inline constexpr std::string_view kLexiconRecord = "lexicon-rows";

struct LexiconRecord {
  std::string places;                  ///< digest of all rows of places
  std::uint32_t rows = 0;              ///< ValueNumbers::rows()
  std::vector<std::uint32_t> numbers;  ///< of the actors in the order of the lexicon: ordinals
  /// One for each of these; nullopt if the record refers to the rows of another program.
  std::optional<std::vector<analysis::ActorEntry>> actors;
};

/// Digest of the rows of places of a lexicon.
[[nodiscard]] std::string places_digest(const analysis::Lexicon& lexicon);

/// The row as bytes: equal for equal rows only.
[[nodiscard]] std::string bytes_of(const analysis::ActorEntry& actor);

/// The record of the annotator's lexicon. Rows that are the built-in lexicon's take a byte each.
[[nodiscard]] std::string lexicon_record(const Annotator& annotator, const ValueNumbers& numbers);

/// nullopt if the bytes are no record.
[[nodiscard]] std::optional<LexiconRecord> decode_lexicon_record(std::string_view bytes);

/// The numbers of an index, and new ones for actors that it does not know yet: the annotator has
/// the lexicon of the index, or one whose other rows the record can tell. Throws Xapian::Error.
[[nodiscard]] ValueNumbers value_numbers_of(const Xapian::Database& database,
                                            const Annotator& annotator);

}  // namespace furat::indexer
