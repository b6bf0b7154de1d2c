// Counts as English writes them.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace furat::formats {

/// "1 passage", "2 passages".
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace furat::formats
