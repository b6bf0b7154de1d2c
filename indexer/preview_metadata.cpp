#include "analysis/dates/timex_values.hpp"
#include "furat/indexing.hpp"
#include "indexer/reading_all.hpp"

namespace furat {
namespace {

MetadataPreview preview_of(indexer::Article&& article) {
  MetadataPreview preview;
  preview.file = std::move(article.file);
  preview.article = std::move(article.id);
  preview.title = std::move(article.title);
  if (article.published) preview.published = analysis::dates::iso_day(*article.published);
  preview.published_method = std::move(article.published_method);
  preview.source = std::move(article.source);
  preview.author = std::move(article.author);
  preview.url = std::move(article.url);
  return preview;
}

}  // namespace

void preview_metadata(const ArchiveOptions& archive,
                      const std::function<void(const MetadataPreview&)>& sink,
                      const std::function<void(const ArticleProblem&)>& problem) {
  // As a build does it, but for the annotation, which changes no metadata.
  indexer::for_each_prepared(
      archive,
      [&](indexer::PreparedArticle&& prepared) { sink(preview_of(std::move(prepared.article))); },
      problem);
}

}  // namespace furat
