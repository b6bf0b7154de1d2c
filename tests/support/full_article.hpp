// An article that has something in each of its fields.
#pragma once

#include <string>
#include <string_view>

#include "indexer/article.hpp"

namespace furat::test {

inline indexer::Article article_with_everything(std::string_view file, std::string_view bytes) {
  indexer::Article article;
  article.id = std::string(file);
  article.file = std::string(file);
  article.title = "A title";
  article.source = "A source";
  article.author = "An author";
  article.url = "https://example.org/a";
  article.published = std::chrono::sys_days(std::chrono::year(1961) / 2 / 3);
  article.published_method = "record";
  article.body = std::string(bytes);
  article.extracted = true;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  article.map.append_identity(size / 2, 100);
  article.map.append(size - size / 2, 4000, 3);
  article.blocks = {{0, size / 2, indexer::BlockKind::heading},
                    {size / 2, size, indexer::BlockKind::table_row}};
  article.pages = {{0, 1}, {size / 2, 3}};
  return article;
}

}  // namespace furat::test
