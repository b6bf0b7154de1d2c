// Lines at the head of a document that say where and when it appeared: "Two Rivers Wire, 20
// November 2017", "Jazira Notebook | October 3, 2018".
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace furat::indexer {

/// The day of such a line: short, no sentence, with one full date at its end or beginning, parted
/// from the rest by a sign or standing after nothing but names. None for any other line. Only for
/// lines above the text of a document: a headline may end in the day of an event.
[[nodiscard]] std::optional<std::chrono::sys_days> origin_line_day(std::string_view line);

}  // namespace furat::indexer
