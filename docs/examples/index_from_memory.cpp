// Makes an index of articles that the program holds, changes one, takes one out, and searches:
// no file but the index is read or written.
// usage: index_from_memory INDEX
#include <furat/given_articles.hpp>
#include <furat/searcher.hpp>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// Gives one article after the other; a program would read the next row of its database here.
furat::ArticleSource each_of(std::vector<furat::GivenArticle> articles) {
  return [articles = std::move(articles), next = std::size_t{0}]() mutable {
    return next < articles.size() ? std::optional(articles[next++]) : std::nullopt;
  };
}

void report(const std::vector<furat::ArticleProblem>& problems) {
  for (const auto& problem : problems)
    std::cerr << problem.where << ": " << problem.message << '\n';
}

void index_and_search(const std::string& index) {
  furat::BuildOptions build;
  build.index = index;
  const auto built = furat::build_index(
      build,
      each_of({{"row-1", "The bridge of Mayadin was shelled on 14 October 2017.", "Bridge shelled"},
               {"row-2", "Talks on Raqqa began in Geneva on 23 February 2017.", "Talks begin"},
               {"row-3", "Rain fell on Aleppo.", "Weather"}}));
  report(built.problems);
  std::cout << "built: " << built.articles << " articles\n";

  furat::UpdateOptions update;
  update.index = index;
  const auto put = furat::put_articles(
      update, each_of({{"row-1", "The bridge of Mayadin was repaired on 2 May 2018.", "Repaired"},
                       {"row-4", "A convoy left Hama for Idlib in May 2018.", "Convoy"}}));
  report(put.problems);
  const auto removed = furat::remove_articles(update, {"row-3"});
  std::cout << "added " << put.added << ", changed " << put.changed << ", removed "
            << removed.removed << '\n';

  const furat::Searcher searcher(index);
  furat::SearchRequest request;
  request.filters = {{"date", "2018"}};
  for (const auto& hit : searcher.search(request).hits)
    std::cout << hit.article.id << ": " << hit.text << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: index_from_memory INDEX\n";
    return 2;
  }
  try {
    index_and_search(argv[1]);
    return 0;
  } catch (const furat::IndexError& error) {  // another writer at work, a full disk, ...
    std::cerr << error.path() << ": " << error.what() << '\n';
    return 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
