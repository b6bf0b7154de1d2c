#include "indexer/segment.hpp"

#include "index/tables.hpp"
#include "indexer/article_digest.hpp"

namespace furat::indexer {
namespace {

PreparedArticle prepared(std::variant<IncomingArticle, PreparedArticle>&& article) {
  if (auto* incoming = std::get_if<IncomingArticle>(&article)) return prepare(std::move(*incoming));
  return std::get<PreparedArticle>(std::move(article));
}

/// Writes the articles of one batch, one after the other.
class SegmentWriter {
 public:
  SegmentWriter(const Annotator& annotator, const ValueNumbers& numbers,
                const std::filesystem::path& path)
      : annotator_(annotator), builder_(annotator, numbers), database_(new_segment(path)) {
    summary_.path = path;
  }

  void add(const AnnotatedArticle& annotated, std::uint32_t number) {
    if (annotated.passages.empty()) {
      summary_.problems.push_back({true, annotated.article.file, "has no text"});
      return;
    }
    for (std::size_t i = 0; i < annotated.passages.size(); ++i) {
      database_.add_document(builder_.build(annotated, i, number));
      count(annotated.annotated[i]);
    }
    const auto digest = article_digest(annotated, annotator_.gazetteer(), annotator_.actors());
    summary_.digest += digest;
    summary_.passages += annotated.passages.size();
    ++summary_.articles;
    database_.set_metadata(index::key::article(number), encode(article_record(annotated, digest)));
  }

  SegmentSummary finish() {
    database_.commit();
    database_.close();
    return std::move(summary_);
  }

 private:
  void count(const AnnotatedPassage& passage) {
    summary_.places += passage.places.size();
    summary_.actors += passage.actors.size();
    summary_.dates += passage.dates.size();
  }

  static index::ArticleRecord article_record(const AnnotatedArticle& annotated,
                                             std::uint64_t digest) {
    const auto& article = annotated.article;
    index::ArticleRecord record;
    record.id = article.id;
    record.file = article.file;
    record.title = article.title;
    record.source = article.source;
    record.author = article.author;
    record.url = article.url;
    if (article.published)
      record.published = static_cast<std::int32_t>(article.published->time_since_epoch().count());
    record.published_method = article.published_method;
    record.digest = digest;
    record.input_digest = annotated.input_digest;
    record.passages = static_cast<std::uint32_t>(annotated.passages.size());
    return record;
  }

  const Annotator& annotator_;
  PassageDocumentBuilder builder_;
  Xapian::WritableDatabase database_;
  SegmentSummary summary_;
};

}  // namespace

Xapian::WritableDatabase new_segment(const std::filesystem::path& path) {
  return Xapian::WritableDatabase(
      path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
}

SegmentSummary write_segment(Batch&& batch, const Annotator& annotator, const ValueNumbers& numbers,
                             FoundNumbers& found, const std::filesystem::path& path,
                             const std::atomic<bool>& stop) {
  std::vector<AnnotatedArticle> annotated;
  annotated.reserve(batch.articles.size());
  for (auto& article : batch.articles) {
    if (stop) break;
    annotated.push_back(annotator.annotate(prepared(std::move(article.article))));
  }
  found.number(batch.number, annotated, stop);
  SegmentWriter writer(annotator, numbers, path);
  for (std::size_t i = 0; i < annotated.size() && !stop; ++i)
    writer.add(annotated[i], batch.articles[i].number);
  return writer.finish();
}

}  // namespace furat::indexer
