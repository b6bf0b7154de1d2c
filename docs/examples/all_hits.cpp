// Writes every passage that a query finds, as "key TAB title", one after the other.
// usage: all_hits INDEX QUERY
#include <furat/searcher.hpp>
#include <iostream>
#include <string>

namespace {

void print_all(const std::string& index, const std::string& query) {
  const furat::Searcher searcher(index);
  furat::SearchRequest request;
  request.query = query;
  request.snippet_chars = 0;  // no excerpt, no marks: these cost more than the search
  searcher.for_each_hit(request, [](const furat::Hit& hit, const furat::HitProgress& progress) {
    if (progress.done == 0) std::cerr << progress.total << " hits\n";
    std::cout << hit.passage << '\t' << hit.article.title << '\n';
    return std::cout.good();  // false: no more
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: all_hits INDEX QUERY\n";
    return 2;
  }
  try {
    print_all(argv[1], argv[2]);
    std::cout.flush();
    return std::cout ? 0 : 1;  // a full disk, a closed pipe
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
