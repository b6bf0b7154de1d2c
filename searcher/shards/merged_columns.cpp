#include "searcher/shards/merged_columns.hpp"

#include <algorithm>
#include <utility>

#include "index/damaged.hpp"
#include "index/place_roles.hpp"
#include "index/stories.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"

namespace furat {
namespace {

[[noreturn]] void throw_damaged_columns(const ShardColumns& shard) {
  index::throw_damaged(shard.place, "its columns cannot be read");
}

std::uint32_t whole_number(const ShardColumns& shard, const Renumbering& numbers,
                           std::uint32_t number) {
  const auto found = renumbered(numbers, number);
  if (!found) throw_damaged_columns(shard);
  return *found;
}

/// What the numbers of a column are.
enum class Numbers { ordinals, ordinals_with_roles, nodes };

Numbers numbers_in(std::size_t column) {
  if (column == index::kPlaceRoleColumn) return Numbers::ordinals_with_roles;
  if (column == index::kDateScopeColumn) return Numbers::nodes;
  switch (static_cast<index::Dimension>(column)) {
    case index::Dimension::place:
    case index::Dimension::actor:
    case index::Dimension::source:
      return Numbers::ordinals;
    default:
      return Numbers::nodes;
  }
}

void append(const ShardColumns& shard, std::size_t column, Xapian::docid document,
            std::vector<std::uint32_t>& out) {
  const auto what = numbers_in(column);
  const auto whole = [&](std::uint32_t ordinal) {
    return whole_number(shard, *shard.ordinals, ordinal);
  };
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  for (const auto number : shard.columns->values(column, document)) {
    if (what == Numbers::ordinals)
      out.push_back(whole(number));
    else if (what == Numbers::ordinals_with_roles)
      out.push_back(index::code_of(whole(index::ordinal_in(number)), index::role_in(number)));
    else
      out.push_back(number);
  }
  if (!std::is_sorted(out.begin() + first, out.end())) std::sort(out.begin() + first, out.end());
}

/// Every document and the number of its article.
template <class Use>
void each_article(const ShardColumns& shard, Use use) {
  constexpr std::uint32_t kMostArticles = 1U << 30U;
  shard.slots->each(index::kSlotArticle, [&](Xapian::docid document, std::string_view value) {
    const auto article = index::article_in(value);
    if (!article || *article > kMostArticles) throw_damaged_columns(shard);
    use(document, *article);
  });
}

/// The slots of a shard that is not there.
class NoSlots final : public index::SlotStreams {
 public:
  void each(index::Slot, const Use&) const override {}
  [[nodiscard]] Xapian::docid last_document() const override { return 0; }
};

}  // namespace

std::vector<Renumbering> number_articles(const std::vector<ShardColumns>& shards) {
  std::vector<Renumbering> numbers(shards.size());
  std::vector<std::pair<std::uint32_t, std::size_t>> articles;  // number there, shard
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    if (shards[shard].slots == nullptr) continue;
    std::vector<std::uint32_t> here;
    each_article(shards[shard],
                 [&](Xapian::docid, std::uint32_t article) { here.push_back(article); });
    index::make_set(here);
    if (!here.empty()) numbers[shard].resize(std::size_t{here.back()} + 1);
    for (const auto article : here) articles.emplace_back(article, shard);
  }
  std::sort(articles.begin(), articles.end());
  for (std::size_t i = 0; i < articles.size(); ++i)
    numbers[articles[i].second][articles[i].first] = static_cast<std::uint32_t>(i + 1);
  return numbers;
}

SlotsOfShards::SlotsOfShards(const std::vector<const index::SlotStreams*>& shards)
    : none_(std::make_unique<NoSlots>()) {
  auto slots = shards;
  std::replace(slots.begin(), slots.end(), static_cast<const index::SlotStreams*>(nullptr),
               static_cast<const index::SlotStreams*>(none_.get()));
  all_ = std::make_unique<index::InterleavedSlots>(std::move(slots));
}

index::FacetColumns merge_columns(const std::vector<ShardColumns>& shards,
                                  const index::SlotStreams& slots) {
  const index::Interleaving numbering{shards.size()};
  const auto last = slots.last_document();
  index::ColumnArrays merged;
  merged.articles.resize(std::size_t{last} + 1);
  for (auto& offsets : merged.offsets) offsets.assign(1, 0);
  for (Xapian::docid id = 1; id <= last; ++id) {
    const auto& shard = shards[numbering.database_of(id)];
    const auto local = numbering.local(id);
    for (std::size_t column = 0; column < index::kColumns; ++column) {
      merged.offsets[column].push_back(static_cast<std::uint32_t>(merged.values[column].size()));
      if (shard.columns != nullptr) append(shard, column, local, merged.values[column]);
    }
  }
  for (std::size_t column = 0; column < index::kColumns; ++column)
    merged.offsets[column].push_back(static_cast<std::uint32_t>(merged.values[column].size()));

  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (shards[i].slots == nullptr) continue;
    each_article(shards[i], [&](Xapian::docid local, std::uint32_t article) {
      const auto id = numbering.global(i, local);
      if (id < merged.articles.size())
        merged.articles[id] = whole_number(shards[i], *shards[i].articles, article);
    });
  }
  merged.stories = index::find_stories(slots, merged.articles);
  return index::FacetColumns(std::move(merged));
}

}  // namespace furat
