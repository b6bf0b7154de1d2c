// The tables of facet values and their names in an index's metadata (docs/index-format.md). They
// hold the values that the passages name and what stands above them, no others.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>

#include "indexer/annotator.hpp"
#include "indexer/passage_document.hpp"

namespace furat::indexer {

/// Numbers of the sources, given as the archive first names them.
using SourceNumbers = std::unordered_map<std::string, std::uint32_t>;

/// The numbers that the sources of an index have. Throws Xapian::Error.
[[nodiscard]] SourceNumbers source_numbers(const Xapian::Database& database,
                                           const ValueNumbers& numbers);

/// Makes the tables what the terms of the documents demand: writes what is new or different, takes
/// out what nothing names any more. Returns how many values there are. Throws Xapian::Error.
[[nodiscard]] std::uint32_t update_value_tables(Xapian::WritableDatabase& database,
                                                const Annotator& annotator,
                                                const ValueNumbers& numbers,
                                                const SourceNumbers& sources);

}  // namespace furat::indexer
