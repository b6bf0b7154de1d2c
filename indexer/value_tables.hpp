// The tables of facet values and their names in an index's metadata (docs/index-format.md). They
// hold the values that the passages name and what stands above them, no others.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "indexer/annotator.hpp"
#include "indexer/found_numbers.hpp"
#include "indexer/passage_document.hpp"

namespace furat::indexer {

/// The values that are not in the lexicon or the gazetteer but come from the archive itself.
struct ArchiveValues {
  SourceNumbers sources;
  FoundValues found;
};

/// Those of an index. Throws Xapian::Error.
[[nodiscard]] ArchiveValues archive_values(const Xapian::Database& database,
                                           const ValueNumbers& numbers);

/// The numbers that the sources of an index have. Throws Xapian::Error.
[[nodiscard]] SourceNumbers source_numbers(const Xapian::Database& database,
                                           const ValueNumbers& numbers);

/// Makes the tables what the terms of the documents demand: writes what is new or different, takes
/// out what nothing names any more. Returns how many values there are. Throws Xapian::Error.
[[nodiscard]] std::uint32_t update_value_tables(Xapian::WritableDatabase& database,
                                                const Annotator& annotator,
                                                const ValueNumbers& numbers,
                                                const ArchiveValues& archive);

}  // namespace furat::indexer
