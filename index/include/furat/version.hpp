// Versions of the library, of what it is built on and of the index.
#pragma once

#include <string>

#include "furat/export.hpp"

// Of these headers; version() says that of the library which runs. CMakeLists.txt reads them here.
// docs/embedding.md says what stays the same between versions.
#define FURAT_VERSION_MAJOR 0
#define FURAT_VERSION_MINOR 1
#define FURAT_VERSION_PATCH 0
/// To compare with: `#if FURAT_VERSION >= FURAT_VERSION_OF(0, 2, 0)`.
#define FURAT_VERSION_OF(major, minor, patch) ((major)*10000 + (minor)*100 + (patch))
#define FURAT_VERSION \
  FURAT_VERSION_OF(FURAT_VERSION_MAJOR, FURAT_VERSION_MINOR, FURAT_VERSION_PATCH)

namespace furat {

/// "0.1.0"
[[nodiscard]] FURAT_EXPORT std::string version();

/// Lines for --version: furat, index schema and Xapian.
[[nodiscard]] FURAT_EXPORT std::string version_text();

}  // namespace furat
