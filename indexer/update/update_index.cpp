#include <algorithm>

#include "furat/given_articles.hpp"
#include "furat/updating.hpp"
#include "indexer/update/guarded.hpp"
#include "indexer/update/index_run.hpp"
#include "indexer/update/last_run.hpp"

namespace furat {

std::size_t UpdateReport::skipped() const {
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(),
                                                [](const ArticleProblem& p) { return p.skipped; }));
}

namespace {

UpdateReport run(const UpdateOptions& options, const char* command, const ArticleSource* articles) {
  return indexer::guarded(options.index, [&] {
    auto done = indexer::IndexRun(options, false, articles).run();
    if (!options.dry_run) indexer::remember_run(options.index, command, done.update);
    return std::move(done.update);
  });
}

}  // namespace

UpdateReport update_index(const UpdateOptions& options) { return run(options, "update", nullptr); }

UpdateReport put_articles(const UpdateOptions& options, const ArticleSource& articles) {
  return run(options, "put", &articles);
}

}  // namespace furat
