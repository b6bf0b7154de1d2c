// The words beside a date that say what day it is: of publication, of a change, of an event.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::indexer {

enum class DateLabel : std::uint8_t {
  none,
  published,  ///< "Posted on", "Veröffentlicht am", "Publié le", "نشر في"
  modified,   ///< "Updated", "Zuletzt geändert", "Stand:"
  other,      ///< "Event:", "Member since", "©", "Accessed": never the article's day
};

/// What the text before a date says of it; the nearest label within the last few words counts.
[[nodiscard]] DateLabel label_before(std::string_view text);

/// The label that stands behind a date: "4 October 2017 (updated)", "... eingestellt von".
[[nodiscard]] DateLabel label_behind(std::string_view text);

}  // namespace furat::indexer
