// The environment of the process.
#pragma once

#include <cstdlib>
#include <string>

namespace furat::frontend {

/// The value of a variable; empty if it is not set.
[[nodiscard]] inline std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? "" : value;
}

}  // namespace furat::frontend
