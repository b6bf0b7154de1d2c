#include "index/facet_columns.hpp"

#include <algorithm>
#include <cstring>

#include "index/columns_layout.hpp"
#include "index/date_nodes.hpp"

namespace furat::index {

ColumnArrays column_arrays(const SlotStreams& slots) {
  ColumnArrays arrays;
  arrays.articles = article_numbers(slots);
  const auto documents = arrays.articles.size();
  for (std::size_t i = 0; i < kColumns; ++i) {
    auto& offsets = arrays.offsets[i];
    auto& values = arrays.values[i];
    const auto slot = slot_of_column(i);
    offsets.reserve(documents + 1);
    slots.each(slot, [&](Xapian::docid document, std::string_view value) {
      offsets.resize(document + 1, static_cast<std::uint32_t>(values.size()));
      const auto numbers = slot_values(slot, value);
      values.insert(values.end(), numbers.begin(), numbers.end());
    });
    offsets.resize(documents + 1, static_cast<std::uint32_t>(values.size()));
  }
  return arrays;
}

FacetColumns::FacetColumns(ColumnArrays arrays)
    : owned_(std::move(arrays)),
      articles_(owned_.articles),
      stories_(owned_.stories.story),
      originals_(owned_.stories.original) {
  for (std::size_t i = 0; i < kColumns; ++i) columns_[i] = {owned_.offsets[i], owned_.values[i]};
}

FacetColumns FacetColumns::from_slots(const Xapian::Database& database) {
  const DatabaseSlots slots(database);
  auto arrays = column_arrays(slots);
  arrays.stories = find_stories(slots, arrays.articles);
  return FacetColumns(std::move(arrays));
}

FacetColumns FacetColumns::open(const Xapian::Database& database,
                                const std::filesystem::path& sidecar) {
  FacetColumns columns;
  if (columns.map(database, sidecar)) return columns;
  return from_slots(database);
}

bool FacetColumns::map(const Xapian::Database& database, const std::filesystem::path& sidecar) {
  MappedFile file(sidecar);
  const auto bytes = file.bytes();
  if (bytes.size() < sizeof(ColumnsHeader)) return false;
  ColumnsHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  auto expected = columns_header_for(database);
  expected.value_counts = header.value_counts;
  if (header != expected) return false;

  std::size_t numbers = kArraysPerDocument * header.documents;
  for (const auto count : header.value_counts) numbers += std::size_t{header.documents} + 1 + count;
  if (bytes.size() != sizeof(ColumnsHeader) + numbers * sizeof(std::uint32_t)) return false;
  const auto* next = reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof(ColumnsHeader));
  const auto take = [&next](std::size_t count) {
    const std::span<const std::uint32_t> taken(next, count);
    next += count;
    return taken;
  };
  articles_ = take(header.documents);
  stories_ = take(header.documents);
  originals_ = take(header.documents);
  for (std::size_t i = 0; i < kColumns; ++i) {
    columns_[i].offsets = take(std::size_t{header.documents} + 1);
    columns_[i].values = take(header.value_counts[i]);
  }
  file_ = std::move(file);
  mapped_ = true;
  return true;
}

bool FacetColumns::equals(const FacetColumns& other) const {
  const auto same = [](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  for (std::size_t i = 0; i < kColumns; ++i)
    if (!same(columns_[i].offsets, other.columns_[i].offsets) ||
        !same(columns_[i].values, other.columns_[i].values))
      return false;
  return same(articles_, other.articles_) && same(stories_, other.stories_) &&
         same(originals_, other.originals_);
}

std::optional<std::chrono::sys_days> published_day(const FacetColumns& columns,
                                                   Xapian::docid passage) {
  const auto codes = columns.values(Dimension::published, passage);
  const auto node = codes.empty() ? std::nullopt : node_with_code(codes.front());
  const auto days = node ? days_of(*node) : std::nullopt;
  if (!days) return std::nullopt;
  return days->first;
}

}  // namespace furat::index
