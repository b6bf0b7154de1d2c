// Names of granularities, as the outputs write them.
#pragma once

#include <string_view>

#include "analysis/dates/date_mention.hpp"

namespace furat::indexer {

[[nodiscard]] std::string_view name_of(analysis::Granularity granularity);

}  // namespace furat::indexer
