#include "searcher/cli/index_values.hpp"

#include "analysis/text/fold.hpp"
#include "searcher/cli/sanitize.hpp"

namespace furat::cli {
namespace {

constexpr std::size_t kMost = 50;

/// Places and actors: any spelling finds the name.
std::vector<std::string> names_like(const Searcher& searcher, const std::string& dimension,
                                    const std::string& prefix) {
  ValuesRequest request;
  request.dimension = dimension;
  request.name = prefix;
  request.limit = kMost;
  request.spellings = 1;
  request.neighbours = 0;
  request.search.limit = 0;
  std::vector<std::string> names;
  try {
    for (const auto& value : searcher.values(request).values)
      names.push_back(sanitized(value.name));
  } catch (const RequestError&) {
    // Nothing is called so: there is nothing to offer.
  }
  return names;
}

std::vector<std::string> ids_beginning(const Searcher& searcher, const std::string& dimension,
                                       const std::string& prefix) {
  SearchRequest request;
  request.limit = 0;
  request.facets = {dimension};
  request.facet_limit = 0;
  const auto wanted = analysis::fold_name(prefix);
  std::vector<std::string> ids;
  for (const auto& facet : searcher.search(request).facets)
    for (const auto& value : facet.values)
      if (ids.size() < kMost && analysis::fold_name(value.id).starts_with(wanted))
        ids.push_back(sanitized(value.id));
  return ids;
}

}  // namespace

std::vector<std::string> index_values(const Searcher& searcher, std::string option,
                                      const std::string& prefix) {
  constexpr std::string_view kNot = "--not-";
  if (option.starts_with(kNot)) option.replace(0, kNot.size(), "--");
  if (option == "--near") option = "--place";
  if (option == "--place" || option == "--actor")
    return names_like(searcher, option.substr(2), prefix);
  if (option == "--source" || option == "--kind")
    return ids_beginning(searcher, option.substr(2), prefix);
  return {};
}

}  // namespace furat::cli
