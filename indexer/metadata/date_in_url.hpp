// The day that the address of an article states.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace furat::indexer {

/// The day in the path of an address: /2017/10/04/, /2017/oct/04/, /2017-10-04-title,
/// title-20171004, /2017/1004/, /201710/04/. Of several days the one that stands as folders wins,
/// then the first. Years 1990 to 2035. Host, query and fragment are not looked at; of an address
/// within an address (a web archive's) the inner one counts. A path without host will do.
[[nodiscard]] std::optional<std::chrono::sys_days> date_in_url(std::string_view url);

}  // namespace furat::indexer
