// The Xapian database of an index, for tests that look behind the library or damage what stands
// there.
#pragma once

#include <xapian.h>

#include <filesystem>

#include "index/generation.hpp"

namespace furat::test {

/// The folder of it.
inline std::filesystem::path passages_of(const std::filesystem::path& index) {
  return index::passages_path(index::OpenGeneration(index).path());
}

inline Xapian::Database database_of(const std::filesystem::path& index) {
  return Xapian::Database(passages_of(index).string());
}

inline Xapian::WritableDatabase writable_database_of(const std::filesystem::path& index) {
  return Xapian::WritableDatabase(passages_of(index).string());
}

}  // namespace furat::test
