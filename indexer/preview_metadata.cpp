#include "analysis/dates/timex_values.hpp"
#include "furat/indexing.hpp"
#include "indexer/archive.hpp"
#include "indexer/metadata/complete_metadata.hpp"
#include "indexer/passages/passage_splitter.hpp"

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
  const auto report = [&problem](ArticleProblem&& found) { problem(found); };
  const auto files = indexer::list_files(archive.inputs, report);
  indexer::read_archive(
      files, archive,
      [&](indexer::IncomingArticle&& incoming) {
        // As a build does it, but for the annotation, which changes no metadata.
        indexer::Article& article = incoming.article;
        const auto split = indexer::split_passages(article);
        complete_metadata(article, split);
        if (split.passages.empty())
          problem({true, article.file, "has no text"});
        else
          sink(preview_of(std::move(article)));
        return true;
      },
      report);
}

}  // namespace furat
