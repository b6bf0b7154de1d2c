#include "furat/timeml.hpp"
#include "indexer/annotating_all.hpp"
#include "indexer/timeml/timeml_document.hpp"

namespace furat {
namespace {

std::string document_of(const indexer::AnnotatedArticle& annotated) {
  const auto& article = annotated.article;
  indexer::TimemlArticle timeml{
      .id = article.id, .title = article.title, .published = article.published, .passages = {}};
  for (std::size_t i = 0; i < annotated.passages.size(); ++i)
    timeml.passages.push_back({annotated.passages[i].text, annotated.annotated[i].dates});
  return indexer::timeml_document(timeml);
}

}  // namespace

void preview_timeml(const ArchiveOptions& archive,
                    const std::function<void(const TimemlDocument&)>& sink,
                    const std::function<void(const ArticleProblem&)>& problem) {
  indexer::for_each_annotated(
      archive,
      [&](const indexer::Annotator&, const indexer::AnnotatedArticle& article) {
        sink({article.article.id, article.article.file, document_of(article)});
      },
      problem);
}

}  // namespace furat
