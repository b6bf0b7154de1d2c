// The lines of an output.
#pragma once

#include <string>
#include <vector>

namespace furat::test {

/// What stands between line ends; what follows the last one is left out if it is empty.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace furat::test
