// The articles of an index, read back for annotating them anew without their files.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "index/tables.hpp"
#include "indexer/prepared_article.hpp"

namespace furat::indexer {

/// An article's record and the documents of its passages.
struct StoredArticle {
  std::uint32_t number = 0;
  index::ArticleRecord record;
};

/// The article with this id, if the database holds it. Throws Xapian::Error:
/// a DatabaseCorruptError for what cannot be read.
[[nodiscard]] std::optional<StoredArticle> find_article(const Xapian::Database& database,
                                                        const std::string& id);

/// The record of an article. Throws like the others, also if there is none.
[[nodiscard]] index::ArticleRecord article_record(const Xapian::Database& database,
                                                  std::uint32_t number);

/// Its passages as they were before annotation. Throws like the others.
[[nodiscard]] PreparedArticle stored_article(const Xapian::Database& database,
                                             const index::ArticleRecord& record);

}  // namespace furat::indexer
