// Which of the days that a page names is the day its article was published.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/json_ld.hpp"
#include "indexer/readers/html/meta_elements.hpp"

namespace furat::indexer {

struct PublicationDate {
  std::chrono::sys_days day;
  std::string_view method;  ///< one of published_by
};

/// Asks, in this order: JSON-LD, meta elements, dates that the page shows, its address, dates of
/// the last change. A day that may be off by one because it is given in UTC is mended by the
/// address or the visible date. None if nothing is sure enough. Years 1990 to 2035.
[[nodiscard]] std::optional<PublicationDate> publication_date(const HtmlTree& tree,
                                                              const MetaElements& meta,
                                                              const JsonLdFacts& json_ld,
                                                              NodeId headline);

}  // namespace furat::indexer
