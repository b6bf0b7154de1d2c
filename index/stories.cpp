#include "index/stories.hpp"

#include <numeric>

#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::index {

std::vector<std::uint32_t> article_numbers(const Xapian::Database& database) {
  std::vector<std::uint32_t> articles(std::size_t{database.get_lastdocid()} + 1);
  for (auto it = database.valuestream_begin(kSlotArticle);
       it != database.valuestream_end(kSlotArticle); ++it) {
    const auto slot = *it;
    ByteReader reader(slot);
    articles[it.get_docid()] = reader.varint32();
  }
  return articles;
}

Stories find_stories(const Xapian::Database&, std::span<const std::uint32_t> articles) {
  Stories stories;
  stories.story.assign(articles.begin(), articles.end());
  stories.original.resize(articles.size());
  std::iota(stories.original.begin(), stories.original.end(), 0U);
  return stories;
}

}  // namespace furat::index
