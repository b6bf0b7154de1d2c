// A damaged index, said in one way wherever it is met.
#pragma once

#include <string>

namespace furat::index {

/// Throws IndexError damaged: "the index INDEX is damaged: WHAT". `index` is its path, or the
/// address of a shard.
[[noreturn]] void throw_damaged(const std::string& index, const std::string& what);

/// For what is handed a database and does not know whose: throws Xapian::DatabaseCorruptError, of
/// which as_index_error() makes the same kind, with the path.
[[noreturn]] void throw_damaged(const std::string& what);

}  // namespace furat::index
