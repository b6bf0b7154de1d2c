// Versions of the library, of what it is built on and of the index.
#pragma once

#include <string>

namespace furat {

/// "0.1.0"
[[nodiscard]] std::string version();

/// Lines for --version: furat, index schema and Xapian.
[[nodiscard]] std::string version_text();

}  // namespace furat
