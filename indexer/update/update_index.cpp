#include <algorithm>

#include "furat/updating.hpp"
#include "indexer/update/guarded.hpp"
#include "indexer/update/index_run.hpp"
#include "indexer/update/last_run.hpp"

namespace furat {

std::size_t UpdateReport::skipped() const {
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(),
                                                [](const ArticleProblem& p) { return p.skipped; }));
}

UpdateReport update_index(const UpdateOptions& options) {
  return indexer::guarded(options.index, [&] {
    auto done = indexer::IndexRun(options, false).run();
    if (!options.dry_run) indexer::remember_run(options.index, "update", done.update);
    return std::move(done.update);
  });
}

}  // namespace furat
