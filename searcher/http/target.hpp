// The target of a request ("/api/passages/a%232?q=siege") taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/message.hpp"

namespace furat::http {

struct Target {
  std::vector<std::string> path;  ///< segments, decoded each by itself: %2F parts nothing
  Parameters parameters;          ///< '+' is a space
};

/// None for what does not begin with a slash, for an escape that is none, and for a NUL.
[[nodiscard]] std::optional<Target> parsed_target(std::string_view target);

}  // namespace furat::http
