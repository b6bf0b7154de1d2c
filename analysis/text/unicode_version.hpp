// Which rules of Unicode text is read by.
#pragma once

#include <string>

namespace furat::analysis {

/// Lines for --version: ICU, and the version of Unicode that it follows.
[[nodiscard]] std::string unicode_version_text();

}  // namespace furat::analysis
