#include "indexer/shards/article_spread.hpp"

#include <algorithm>
#include <limits>

#include "furat/distributing.hpp"
#include "index/metadata.hpp"
#include "index/tables.hpp"
#include "indexer/shards/shard_of.hpp"
#include "indexer/stored_articles.hpp"

namespace furat::indexer {
namespace {

constexpr auto kNone = std::numeric_limits<std::uint16_t>::max();
static_assert(kMostShards < kNone);

std::string seen_from(const std::filesystem::path& target, const std::filesystem::path& source,
                      const std::string& path) {
  if (path.empty()) return path;  // stands for articles that a program gave as values
  const auto whole = std::filesystem::absolute(source / path).lexically_normal();
  return whole.lexically_relative(std::filesystem::absolute(target).lexically_normal()).string();
}

}  // namespace

ArticleSpread::ArticleSpread(const Xapian::Database& source, std::uint32_t shards)
    : contents_(shards) {
  index::for_each_key(source, index::key::kArticles, [&](const std::string& key) {
    const auto number = index::key::number_in(key);
    const auto record = article_record(source, number);
    const auto shard = indexer::shard_of(record.id, shards);
    if (number >= shard_of_.size()) shard_of_.resize(std::size_t{number} + 1, kNone);
    shard_of_[number] = static_cast<std::uint16_t>(shard);
    auto& contents = contents_[shard];
    ++contents.articles;
    contents.passages += record.passages;
    contents.digest += record.digest;
  });
}

index::FileTable ArticleSpread::table_of(std::uint32_t shard, const index::FileTable& all,
                                         const std::filesystem::path& source,
                                         const std::filesystem::path& target) const {
  auto table = all;
  for (auto& input : table.inputs) input.path = seen_from(target, source, input.path);
  table.metadata = seen_from(target, source, table.metadata);
  for (auto* paths : {&table.lexicons, &table.gazetteers})
    for (auto& path : *paths) path = seen_from(target, source, path);
  std::erase_if(table.files, [&](index::FileRecord& file) {
    std::erase_if(file.articles, [&](std::uint32_t article) { return !is_in(shard, article); });
    return file.articles.empty();
  });
  return table;
}

}  // namespace furat::indexer
