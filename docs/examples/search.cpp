// Asks an index one question and prints the best passages, what matched in brackets.
// usage: search INDEX QUERY
#include <furat/searcher.hpp>
#include <iostream>
#include <string>

namespace {

/// The snippet with its marks; both count bytes of UTF-8.
std::string marked(const furat::Snippet& snippet) {
  std::string text;
  std::size_t at = 0;
  for (const auto& mark : snippet.marks) {
    text += snippet.text.substr(at, mark.begin - at);
    text += '[' + snippet.text.substr(mark.begin, mark.end - mark.begin) + ']';
    at = mark.end;
  }
  return text + snippet.text.substr(at);
}

void search(const std::string& index, const std::string& query) {
  const furat::Searcher searcher(index);
  furat::SearchRequest request;
  request.query = query;
  request.limit = 5;
  const auto results = searcher.search(request);

  std::cout << results.total_passages << " passages of " << results.total_articles << " articles\n";
  for (const auto& hit : results.hits)
    std::cout << hit.rank << ". " << hit.article.title << " (" << hit.article.published << ")\n   "
              << marked(hit.snippet) << '\n';
  for (const auto& note : results.notes) std::cout << "note: " << note << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: search INDEX QUERY\n";
    return 2;
  }
  try {
    search(argv[1], argv[2]);
    return 0;
  } catch (const furat::RequestError& error) {  // what the user may put right
    std::cerr << error.argument() << ": " << error.what() << '\n';
    for (const auto& suggestion : error.suggestions())
      std::cerr << "did you mean: " << suggestion << '\n';
    return 2;
  } catch (const std::exception& error) {  // furat::IndexError: no index there, damaged, ...
    std::cerr << error.what() << '\n';
    return 1;
  }
}
