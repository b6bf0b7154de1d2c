#include "searcher/cli/search_options.hpp"

namespace furat::cli {

std::string query_of(const SearchOptions& options) {
  std::string query;
  for (const auto& word : options.words) query += (query.empty() ? "" : " ") + word;
  return query;
}

}  // namespace furat::cli
