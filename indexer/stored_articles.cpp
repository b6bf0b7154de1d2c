#include "indexer/stored_articles.hpp"

#include <algorithm>

#include "index/damaged.hpp"
#include "index/passage_record.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

using index::throw_damaged;

std::string article_term(const std::string& id) {
  return index::bounded_term(index::prefix::kArticle, id);
}

Passage passage_of(index::PassageRecord&& record) {
  Passage passage;
  passage.text = std::move(record.text);
  passage.heading = std::move(record.heading);
  passage.heading_size = record.heading_size;
  passage.page = record.page;
  passage.line = record.line;
  for (const auto& run : record.source)
    passage.map.append(run.text_size, run.file_begin, run.file_size);
  return passage;
}

}  // namespace

index::ArticleRecord article_record(const Xapian::Database& database, std::uint32_t number) {
  auto record = index::decode_article_record(database.get_metadata(index::key::article(number)));
  if (!record) throw_damaged("article " + std::to_string(number) + " cannot be read");
  return std::move(*record);
}

std::optional<StoredArticle> find_article(const Xapian::Database& database, const std::string& id) {
  const auto term = article_term(id);
  const auto first = database.postlist_begin(term);
  if (first == database.postlist_end(term)) return std::nullopt;
  const auto slot = database.get_document(*first).get_value(index::kSlotArticle);
  const auto number = index::article_in(slot);
  if (!number) throw_damaged("passage " + std::to_string(*first) + " names no article");
  return StoredArticle{*number, article_record(database, *number)};
}

PreparedArticle stored_article(const Xapian::Database& database,
                               const index::ArticleRecord& record) {
  PreparedArticle prepared;
  auto& article = prepared.article;
  article.id = record.id;
  article.file = record.file;
  article.title = record.title;
  article.source = record.source;
  article.author = record.author;
  article.url = record.url;
  if (record.published)
    article.published = std::chrono::sys_days{std::chrono::days{*record.published}};
  article.published_method = record.published_method;
  prepared.input_digest = record.input_digest;
  std::vector<index::PassageRecord> passages;
  const auto term = article_term(record.id);
  for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
    auto passage = index::decode_passage_record(database.get_document(*id).get_data());
    if (!passage) throw_damaged("passage " + std::to_string(*id) + " cannot be read");
    passages.push_back(std::move(*passage));
  }
  std::sort(passages.begin(), passages.end(),
            [](const auto& a, const auto& b) { return a.number < b.number; });
  for (auto& passage : passages) prepared.passages.push_back(passage_of(std::move(passage)));
  return prepared;
}

}  // namespace furat::indexer
