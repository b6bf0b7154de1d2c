// What indexing did, as JSON: the fields of the C++ structs, each under its own name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "furat/updating.hpp"

namespace furat::capi {

// All: one indented object and a line end; valid UTF-8, control characters only as \u escapes; null
// for what is not there.

[[nodiscard]] std::string report_json(const BuildReport& report);
[[nodiscard]] std::string report_json(const UpdateReport& report);
[[nodiscard]] std::string report_json(const IndexStatus& status);

/// `recounted`: none if that was not asked for or not possible; its faults are among `faults`.
[[nodiscard]] std::string report_json(const std::vector<std::string>& faults,
                                      const std::optional<CountCheck>& recounted);

}  // namespace furat::capi
