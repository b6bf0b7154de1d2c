// Facets: counts the places and actors of what a query finds, selects the commonest place and
// counts again. The count beside a value is the number of hits that selecting it gives.
// usage: drill_down INDEX QUERY
#include <furat/searcher.hpp>
#include <iostream>
#include <string>

namespace {

/// The dimension as a tree: each value stands right before its children.
void print(const furat::FacetCounts& facet) {
  std::cout << facet.dimension << " (" << facet.total_values << " values)\n";
  for (const auto& value : facet.values)
    std::cout << std::string(2 * value.depth + 2, ' ') << (value.selected ? "* " : "") << value.name
              << "  " << value.passages << '\n';
}

/// The commonest value that no other value of the answer lies in.
const furat::FacetValue* commonest_leaf(const furat::FacetCounts& facet) {
  const furat::FacetValue* best = nullptr;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const bool has_children =
        i + 1 < facet.values.size() && facet.values[i + 1].depth > facet.values[i].depth;
    if (!has_children && (best == nullptr || facet.values[i].passages > best->passages))
      best = &facet.values[i];
  }
  return best;
}

void drill_down(const std::string& index, const std::string& query) {
  const furat::Searcher searcher(index);
  furat::SearchRequest request;
  request.query = query;
  request.facets = {"place", "actor"};
  request.facet_limit = 6;
  request.limit = 0;  // counts are all that is wanted

  const auto all = searcher.search(request);
  std::cout << all.total_passages << " passages\n";
  for (const auto& facet : all.facets) print(facet);

  const auto* const place = commonest_leaf(all.facets.front());
  if (place == nullptr) return;
  request.filters.push_back({"place", place->id});
  const auto selected = searcher.search(request);
  std::cout << "\nin " << place->name << ": " << selected.total_passages << " passages\n";
  for (const auto& facet : selected.facets) print(facet);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: drill_down INDEX QUERY\n";
    return 2;
  }
  try {
    drill_down(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {  // furat::RequestError or furat::IndexError
    std::cerr << error.what() << '\n';
    return 1;
  }
}
