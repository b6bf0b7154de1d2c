// The days that the meta elements of a page state, by what their names mean.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/html/meta_elements.hpp"

namespace furat::indexer {

enum class MetaDateKind : std::uint8_t {
  published,  ///< article:published_time, parsely-pub-date, dc.date.issued, ...
  created,    ///< date, dc.date, dcterms.created: whatever the site takes for the date
  modified,   ///< article:modified_time, last-modified, ...
};

struct StatedDate {
  std::chrono::sys_days day;
  std::string_view text;  ///< as written; of the page
};

/// The day of the best name of that kind whose content is a day of 1990 to 2035.
[[nodiscard]] std::optional<StatedDate> meta_date(const MetaElements& meta, MetaDateKind kind,
                                                  DayMonthOrder order);

/// False for what no page is from: placeholders, and years that no web page has.
[[nodiscard]] bool is_plausible_day(std::chrono::sys_days day);

}  // namespace furat::indexer
