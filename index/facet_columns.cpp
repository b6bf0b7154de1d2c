#include "index/facet_columns.hpp"

#include <algorithm>
#include <cstring>

#include "index/date_nodes.hpp"
#include "index/varint.hpp"

namespace furat::index {
namespace {

/// Fixed-size head of the sidecar; all numbers in the machine's byte order, which `byte_order`
/// tells.
struct Header {
  std::array<char, 8> magic{'F', 'U', 'R', 'A', 'T', 'C', 'O', 'L'};
  std::uint32_t version = 1;
  std::uint32_t byte_order = 0x01020304;
  std::array<char, 40> uuid{};
  std::uint64_t revision = 0;
  std::uint32_t documents = 0;  ///< last document id + 1: the size of the article array
  std::array<std::uint32_t, kDimensions> value_counts{};
  friend bool operator==(const Header&, const Header&) = default;
};
static_assert(sizeof(Header) % alignof(std::uint32_t) == 0);

Header header_for(const Xapian::Database& database) {
  Header header;
  const auto uuid = database.get_uuid();
  std::copy_n(uuid.begin(), std::min(uuid.size(), header.uuid.size()), header.uuid.begin());
  header.revision = database.get_revision();
  header.documents = database.get_lastdocid() + 1;
  return header;
}

/// The values of one document's slot: packed, but for the publication day.
std::vector<std::uint32_t> slot_values(Dimension dimension, const std::string& slot) {
  if (dimension == Dimension::published) {
    const auto day = day_of_sort_key(slot);
    if (!day) return {};
    return {code({DateLevel::day, static_cast<std::int32_t>(day->time_since_epoch().count())})};
  }
  return unpack_set(slot).value_or(std::vector<std::uint32_t>{});
}

void append_bytes(std::string& out, std::span<const std::uint32_t> numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

}  // namespace

FacetColumns FacetColumns::from_slots(const Xapian::Database& database) {
  FacetColumns columns;
  const auto documents = database.get_lastdocid() + 1;
  columns.owned_articles_.resize(documents);
  for (auto it = database.valuestream_begin(kSlotArticle);
       it != database.valuestream_end(kSlotArticle); ++it) {
    const auto slot = *it;
    ByteReader reader(slot);
    columns.owned_articles_[it.get_docid()] = reader.varint32();
  }
  for (const auto& row : kDimensionTable) {
    auto& offsets = columns.owned_offsets_[static_cast<std::size_t>(row.dimension)];
    auto& values = columns.owned_values_[static_cast<std::size_t>(row.dimension)];
    offsets.reserve(documents + 1);
    for (auto it = database.valuestream_begin(row.slot); it != database.valuestream_end(row.slot);
         ++it) {
      offsets.resize(it.get_docid() + 1, static_cast<std::uint32_t>(values.size()));
      const auto slot = slot_values(row.dimension, *it);
      values.insert(values.end(), slot.begin(), slot.end());
    }
    offsets.resize(documents + 1, static_cast<std::uint32_t>(values.size()));
  }
  columns.view_owned();
  return columns;
}

void FacetColumns::view_owned() {
  articles_ = owned_articles_;
  for (std::size_t i = 0; i < kDimensions; ++i) columns_[i] = {owned_offsets_[i], owned_values_[i]};
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
  if (bytes.size() < sizeof(Header)) return false;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  auto expected = header_for(database);
  expected.value_counts = header.value_counts;
  if (header != expected) return false;

  std::size_t numbers = header.documents;
  for (const auto count : header.value_counts) numbers += std::size_t{header.documents} + 1 + count;
  if (bytes.size() != sizeof(Header) + numbers * sizeof(std::uint32_t)) return false;
  const auto* next = reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof(Header));
  const auto take = [&next](std::size_t count) {
    const std::span<const std::uint32_t> taken(next, count);
    next += count;
    return taken;
  };
  articles_ = take(header.documents);
  for (std::size_t i = 0; i < kDimensions; ++i) {
    columns_[i].offsets = take(std::size_t{header.documents} + 1);
    columns_[i].values = take(header.value_counts[i]);
  }
  file_ = std::move(file);
  mapped_ = true;
  return true;
}

void FacetColumns::write(const Xapian::Database& database,
                         const std::filesystem::path& sidecar) const {
  auto header = header_for(database);
  for (std::size_t i = 0; i < kDimensions; ++i)
    header.value_counts[i] = static_cast<std::uint32_t>(columns_[i].values.size());
  std::string contents(reinterpret_cast<const char*>(&header), sizeof header);
  append_bytes(contents, articles_);
  for (const auto& column : columns_) {
    append_bytes(contents, column.offsets);
    append_bytes(contents, column.values);
  }
  write_durably(sidecar, contents);
}

std::span<const std::uint32_t> FacetColumns::values(Dimension dimension, Xapian::docid id) const {
  const auto& column = columns_[static_cast<std::size_t>(dimension)];
  if (std::size_t{id} + 1 >= column.offsets.size()) return {};
  const auto begin = column.offsets[id];
  const auto end = column.offsets[id + 1];
  // A damaged sidecar must not lead outside its array.
  if (begin > end || end > column.values.size()) return {};
  return column.values.subspan(begin, end - begin);
}

bool FacetColumns::equals(const FacetColumns& other) const {
  const auto same = [](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  for (std::size_t i = 0; i < kDimensions; ++i)
    if (!same(columns_[i].offsets, other.columns_[i].offsets) ||
        !same(columns_[i].values, other.columns_[i].values))
      return false;
  return same(articles_, other.articles_);
}

}  // namespace furat::index
