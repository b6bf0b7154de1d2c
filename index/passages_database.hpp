// The Xapian database of a generation, opened: what of it decides how much memory is taken, and
// what arrays by document id lead to, is checked before it is used.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>

#include "index/generation.hpp"

namespace furat::index {

/// Throws IndexError damaged if the database is not the one that `completion` was written for, or
/// if its last document id is beyond all reason; Xapian::Error if it cannot be opened.
[[nodiscard]] Xapian::Database open_passages(const std::filesystem::path& generation,
                                             const Completion& completion);

/// Last document ids beyond this are beyond all reason.
[[nodiscard]] std::uint64_t most_documents(const Completion& completion);

/// Throws Xapian::DatabaseCorruptError unless `id` is at most `last`: arrays by document id are as
/// long as the last one that the database names, and posting lists may name others.
inline void require_known(Xapian::docid id, Xapian::docid last) {
  if (id > last) throw Xapian::DatabaseCorruptError("a document is behind the last one");
}

}  // namespace furat::index
