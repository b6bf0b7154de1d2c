#include "indexer/annotating_all.hpp"

#include "indexer/reading_all.hpp"
#include "indexer/recognition_data.hpp"

namespace furat::indexer {

void for_each_annotated(const ArchiveOptions& options,
                        const std::function<void(const Annotator&, const AnnotatedArticle&)>& sink,
                        const std::function<void(const ArticleProblem&)>& problem) {
  const Annotator annotator(recognition_data(options.lexicons, options.gazetteers, problem));
  for_each_prepared(
      options,
      [&](PreparedArticle&& article) { sink(annotator, annotator.annotate(std::move(article))); },
      problem);
}

}  // namespace furat::indexer
