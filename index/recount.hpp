// What a full scan finds again in the record of a passage, or of a value: for verify alone.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "index/passage_record.hpp"
#include "index/tables.hpp"

namespace furat::index {

/// By the metadata keys of their ordinals.
using ValuesByKey = std::map<std::string, ValueRecord>;

/// Whether what stands above the value leads around, or so far that it has no end.
[[nodiscard]] bool lies_in_itself(const ValueRecord& value, const ValuesByKey& values);

/// Numbers of the kinds of the actors that the record names.
[[nodiscard]] std::set<std::uint32_t> kinds_named(const PassageRecord& record,
                                                  const ValuesByKey& values);

/// The terms of the spellings that the record has of each value.
[[nodiscard]] std::set<std::string> spelling_terms_of(const PassageRecord& record,
                                                      const ValuesByKey& values);

}  // namespace furat::index
