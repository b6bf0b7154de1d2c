#include "searcher/cli/index_values.hpp"

#include "analysis/text/fold.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::sanitized;

namespace {

constexpr std::size_t kMost = 50;

/// The most frequent values: nothing was typed so far.
std::vector<std::string> first_names(const Searcher& searcher, const std::string& dimension) {
  FacetValuesRequest request;
  request.dimension = dimension;
  request.limit = kMost;
  std::vector<std::string> names;
  for (const auto& found : searcher.facet_values(request).values)
    names.push_back(sanitized(found.value.name.empty() ? found.value.id : found.value.name));
  return names;
}

/// Names of which any spelling begins so.
std::vector<std::string> names_beginning(const Searcher& searcher, const std::string& dimension,
                                         const std::string& prefix) {
  if (prefix.empty()) return first_names(searcher, dimension);
  std::vector<std::string> names;
  for (const auto& completion : searcher.suggest({prefix, kMost, dimension}).completions)
    names.push_back(sanitized(completion.text));
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
  if (option == "--place" || option == "--actor" || option == "--source")
    return names_beginning(searcher, option.substr(2), prefix);
  if (option == "--kind") return ids_beginning(searcher, option.substr(2), prefix);
  return {};
}

}  // namespace furat::cli
