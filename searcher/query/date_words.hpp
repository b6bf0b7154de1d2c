// A time in the words of a person, read as the texts are.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "index/passage_dates.hpp"

namespace furat {

enum class WordsOutcome {
  read,
  no_date,       ///< some of the words are no part of a date
  several,       ///< more than one
  needs_present  ///< it counts from a day that is not given
};

struct DateWords {
  WordsOutcome outcome = WordsOutcome::no_date;
  index::PassageDate date{};  ///< WordsOutcome::read; an open side reaches to the calendar's end
};

/// Reads all of the text as one date ("early 2016", "in Sept 2017", "from March to June 2016"),
/// small letters too ("may 2017"). Linear in the text, of which the first 200 bytes are allowed.
[[nodiscard]] DateWords read_date_words(std::string_view text,
                                        std::optional<std::chrono::sys_days> now);

}  // namespace furat
