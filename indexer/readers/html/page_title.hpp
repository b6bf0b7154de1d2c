// The title of a page's article without the name of the site.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace furat::indexer {

/// `title` without the parts before or behind a separator (" | ", " - ", ": " at the beginning)
/// that name the site: one of `site_names`, or what remains is `headline` (may be empty). Never
/// empty unless `title` is.
[[nodiscard]] std::string without_site_name(std::string_view title,
                                            std::span<const std::string> site_names,
                                            std::string_view headline);

/// The first of `titles` (best first) that says something else than a site's name, without it; else
/// the first that is not empty.
[[nodiscard]] std::string page_title(std::span<const std::string> titles,
                                     std::span<const std::string> site_names,
                                     std::string_view headline);

}  // namespace furat::indexer
