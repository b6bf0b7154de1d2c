// The day in a dateline: "BEIRUT (Reuters), 4 Oct 2017 - The army ...".
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace furat::indexer {

/// The day that a paragraph's dateline states with its year: "BEIRUT (Reuters), 4 Oct 2017 - ",
/// "DAMASCUS, Oct. 4, 2017 (SANA) — ", "(Reuters, 4 Oct 2017) ". None if there is anything in it
/// but places, an agency and one date, or no sign that a dateline it is.
[[nodiscard]] std::optional<std::chrono::sys_days> dateline_day(std::string_view paragraph);

}  // namespace furat::indexer
