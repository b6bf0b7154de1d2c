#include <xapian.h>

#include <algorithm>

#include "furat/given_articles.hpp"
#include "index/xapian_errors.hpp"
#include "indexer/update/guarded.hpp"
#include "indexer/update/index_run.hpp"
#include "indexer/update/last_run.hpp"

namespace furat {

std::size_t BuildReport::skipped() const {
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(),
                                                [](const ArticleProblem& p) { return p.skipped; }));
}

namespace {

UpdateOptions as_update(const BuildOptions& options) {
  UpdateOptions run;
  run.index = options.index;
  run.paths = options.archive.inputs;
  run.metadata = options.archive.metadata;
  run.lexicons = options.archive.lexicons;
  run.gazetteers = options.archive.gazetteers;
  run.threads = options.threads;
  run.wait = options.wait;
  run.progress = options.progress;
  run.cancelled = options.cancelled;
  return run;
}

BuildReport build(const BuildOptions& options, const ArticleSource* articles) {
  return indexer::guarded(options.index, [&] {
    auto done = indexer::IndexRun(as_update(options), true, articles).run();
    auto& update = done.update;
    indexer::remember_run(options.index, "build", update);
    BuildReport report;
    report.generation = std::move(update.generation);
    report.digest = std::move(update.digest);
    report.articles = update.articles;
    report.passages = update.passages;
    report.places = done.places;
    report.actors = done.actors;
    report.dates = done.dates;
    report.bytes = update.bytes;
    report.cancelled = update.cancelled;
    report.problems = std::move(update.problems);
    return report;
  });
}

}  // namespace

BuildReport build_index(const BuildOptions& options) { return build(options, nullptr); }

BuildReport build_index(const BuildOptions& options, const ArticleSource& articles) {
  return build(options, &articles);
}

}  // namespace furat
