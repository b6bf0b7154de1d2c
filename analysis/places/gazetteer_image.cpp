#include "analysis/places/gazetteer_image.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>
#include <unordered_map>

#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/tokenizer.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

std::uint64_t digest_of(std::span<const std::uint32_t> words) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a over 32-bit words
  for (const auto word : words) hash = (hash ^ word) * 1099511628211ULL;
  return hash;
}

/// Texts one after the other, equal ones once.
class TextPool {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [known, added] =
        offsets_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
    if (added) bytes_.append(text.c_str(), text.size() + 1);
    return known->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, std::uint32_t> offsets_;
  std::string bytes_;
};

/// Scripts that are not written with spaces or have no capitals are for looking names up, not for
/// finding them in running text.
bool is_found_in_text(std::string_view name) {
  constexpr char32_t kFirstOther = 0x0900, kLatinAdditional = 0x1E00, kPastIt = 0x2000;
  std::size_t i = 0;
  const auto letter = name.empty() ? kFirstOther : next_code_point(name, i);
  return letter < kFirstOther || (letter >= kLatinAdditional && letter < kPastIt);
}

void merge_into(GazetteerRow& known, GazetteerRow&& later) {
  auto names = std::move(known.names);
  if (known.name != later.name) names.push_back(known.name);
  for (auto& name : later.names) names.push_back(std::move(name));
  if (later.geonameid == 0) later.geonameid = known.geonameid;
  if (later.population == 0) later.population = known.population;
  known = std::move(later);
  known.names = std::move(names);
}

std::vector<GazetteerRow> joined(std::vector<GazetteerRow> rows) {
  std::vector<GazetteerRow> result;
  std::unordered_map<std::string, std::size_t> known;
  for (auto& row : rows) {
    auto key = row.is_area ? row.area : std::to_string(row.geonameid);
    const auto [at, added] = known.try_emplace(std::move(key), result.size());
    if (added)
      result.push_back(std::move(row));
    else
      merge_into(result[at->second], std::move(row));
  }
  for (auto& row : result) {
    std::sort(row.names.begin(), row.names.end());
    row.names.erase(std::unique(row.names.begin(), row.names.end()), row.names.end());
    std::erase(row.names, row.name);
  }
  return result;
}

bool comes_before(const GazetteerRow& a, const GazetteerRow& b) {
  const auto depth = [](const GazetteerRow& row) {
    return row.is_area ? std::count(row.area.begin(), row.area.end(), '.') : 3;
  };
  return std::tuple(depth(a), std::string_view(a.area), a.geonameid) <
         std::tuple(depth(b), std::string_view(b.area), b.geonameid);
}

using RowsByArea = std::unordered_map<std::string, std::uint32_t>;

/// The smallest area around a row that is known.
std::uint32_t parent_of(const GazetteerRow& row, const RowsByArea& areas) {
  auto path = row.area;
  if (row.is_area) path.resize(path.rfind('.') == std::string::npos ? 0 : path.rfind('.'));
  while (!path.empty()) {
    if (const auto found = areas.find(path); found != areas.end()) return found->second;
    path.resize(path.rfind('.') == std::string::npos ? 0 : path.rfind('.'));
  }
  return GazetteerImage::kNone;
}

std::vector<std::uint32_t> trie_of(const std::vector<GazetteerRow>& rows) {
  NameTrieBuilder builder;
  const auto add = [&](const std::string& name, std::uint32_t row, GazetteerNameSort sort) {
    if (!is_found_in_text(name)) return;
    const auto tokens = tokenize(name);
    builder.add(name, name_payload({row, sort, begins_with_article(tokens)}));
  };
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    add(rows[row].name, row, GazetteerNameSort::main);
    for (const auto& name : rows[row].names) add(name, row, GazetteerNameSort::alternate);
  }
  return builder.build();
}

void append(std::vector<std::uint32_t>& image, const void* data, std::size_t bytes) {
  const auto begin = image.size();
  image.resize(begin + (bytes + 3) / 4);
  if (bytes > 0) std::memcpy(image.data() + begin, data, bytes);  // an empty list has no data
}

}  // namespace

struct GazetteerImage::Header {
  static constexpr std::uint32_t kMagic = 0x335A4746;  // "FGZ3"
  std::uint32_t magic, rows, names, areas, kinds, text_bytes, trie, digest_low, digest_high;
};

std::optional<GazetteerImage> GazetteerImage::view(std::span<const std::uint32_t> image) {
  constexpr auto kHeaderSize = sizeof(Header) / sizeof(std::uint32_t);
  constexpr auto kRowSize = sizeof(Row) / sizeof(std::uint32_t);
  Header header{};
  if (image.size() < kHeaderSize) return std::nullopt;
  std::memcpy(&header, image.data(), sizeof header);
  const auto text_size = (std::size_t{header.text_bytes} + 3) / 4;
  const auto expected = kHeaderSize + kRowSize * header.rows + header.names + 1 + header.rows +
                        header.areas + header.kinds + text_size + header.trie;
  if (header.magic != Header::kMagic || image.size() != expected) return std::nullopt;
  auto at = kHeaderSize;
  const auto take = [&](std::size_t count) {
    at += count;
    return image.subspan(at - count, count);
  };
  GazetteerImage result;
  const auto rows = take(kRowSize * header.rows);
  result.rows_ = {reinterpret_cast<const Row*>(rows.data()), header.rows};
  result.names_ = take(std::size_t{header.names} + 1);
  result.by_id_ = take(header.rows);
  result.by_area_ = take(header.areas);
  const auto kinds = take(header.kinds);
  result.texts_ = reinterpret_cast<const char*>(take(text_size).data());
  for (const auto kind : kinds) result.kinds_.push_back(result.text(kind));
  const auto trie = NameTrie::view(take(header.trie));
  if (!trie) return std::nullopt;
  result.trie_ = *trie;
  result.digest_ = std::uint64_t{header.digest_high} << 32 | header.digest_low;
  return result;
}

GazetteerImage::Place GazetteerImage::place(std::uint32_t row) const {
  const auto& r = rows_[row];
  return {r.geonameid,    text(r.name), kinds_[r.kind], area(row), latitude(row),
          longitude(row), r.parent,     r.population,   r.kind};
}

std::vector<std::string_view> GazetteerImage::names(std::uint32_t row) const {
  const auto end = row + 1 < rows_.size() ? rows_[row + 1].names_begin
                                          : static_cast<std::uint32_t>(names_.size() - 1);
  std::vector<std::string_view> result;
  for (auto i = rows_[row].names_begin; i < end; ++i) result.push_back(text(names_[i]));
  return result;
}

std::optional<std::uint32_t> GazetteerImage::with_geonameid(std::uint32_t id) const {
  const auto found = std::lower_bound(
      by_id_.begin(), by_id_.end(), id,
      [&](std::uint32_t row, std::uint32_t wanted) { return rows_[row].geonameid < wanted; });
  if (id == 0 || found == by_id_.end() || rows_[*found].geonameid != id) return std::nullopt;
  return *found;
}

std::optional<std::uint32_t> GazetteerImage::with_area(std::string_view area) const {
  const auto found = std::lower_bound(
      by_area_.begin(), by_area_.end(), area,
      [&](std::uint32_t row, std::string_view wanted) { return text(rows_[row].area) < wanted; });
  if (found == by_area_.end() || text(rows_[*found].area) != area) return std::nullopt;
  return *found;
}

std::vector<GazetteerRow> GazetteerImage::rows() const {
  std::vector<GazetteerRow> result;
  result.reserve(size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    const auto known = place(i);
    GazetteerRow row;
    row.geonameid = known.geonameid;
    row.name = known.name;
    for (const auto name : names(i)) row.names.emplace_back(name);
    row.kind = known.kind;
    row.latitude = known.latitude;
    row.longitude = known.longitude;
    row.is_area = !known.area.empty();
    row.area = text(rows_[i].area);  // all of it: another dump may know areas that this one lacks
    row.population = known.population;
    result.push_back(std::move(row));
  }
  return result;
}

std::vector<std::uint32_t> compile_gazetteer(std::vector<GazetteerRow> given) {
  auto rows = joined(std::move(given));
  std::sort(rows.begin(), rows.end(), comes_before);
  RowsByArea areas;
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    if (rows[i].is_area) areas.emplace(rows[i].area, i);

  TextPool texts;
  std::map<std::string, std::uint32_t> kind_numbers;
  for (const auto& row : rows) kind_numbers.emplace(row.kind, 0);
  std::vector<std::uint32_t> kinds;
  for (auto& [kind, number] : kind_numbers) {
    number = static_cast<std::uint32_t>(kinds.size());
    kinds.push_back(texts.add(kind));
  }

  std::vector<GazetteerImage::Row> packed;
  std::vector<std::uint32_t> names, by_area;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    GazetteerImage::Row to;
    to.geonameid = row.geonameid;
    to.name = texts.add(row.name);
    to.names_begin = static_cast<std::uint32_t>(names.size());
    for (const auto& name : row.names) names.push_back(texts.add(name));
    to.latitude = static_cast<std::int32_t>(std::lround(row.latitude / GazetteerImage::kUnit));
    to.longitude = static_cast<std::int32_t>(std::lround(row.longitude / GazetteerImage::kUnit));
    to.parent = parent_of(row, areas);
    to.population = row.population;
    to.kind = kind_numbers.at(row.kind);
    if (row.is_area)
      to.area_level =
          1 + static_cast<std::uint32_t>(std::count(row.area.begin(), row.area.end(), '.'));
    to.area = texts.add(row.area);
    if (row.is_area) by_area.push_back(i);
    packed.push_back(to);
  }
  names.push_back(0);
  std::vector<std::uint32_t> by_id(rows.size());
  std::iota(by_id.begin(), by_id.end(), 0U);
  std::stable_sort(by_id.begin(), by_id.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rows[a].geonameid < rows[b].geonameid;
  });
  std::sort(by_area.begin(), by_area.end(),
            [&](std::uint32_t a, std::uint32_t b) { return rows[a].area < rows[b].area; });
  const auto trie = trie_of(rows);

  GazetteerImage::Header header{};
  header.magic = GazetteerImage::Header::kMagic;
  header.rows = static_cast<std::uint32_t>(rows.size());
  header.names = static_cast<std::uint32_t>(names.size() - 1);
  header.areas = static_cast<std::uint32_t>(by_area.size());
  header.kinds = static_cast<std::uint32_t>(kinds.size());
  header.text_bytes = static_cast<std::uint32_t>(texts.bytes().size());
  header.trie = static_cast<std::uint32_t>(trie.size());
  std::vector<std::uint32_t> image(sizeof header / sizeof(std::uint32_t));
  append(image, packed.data(), packed.size() * sizeof(GazetteerImage::Row));
  for (const auto* numbers : {&names, &by_id, &by_area, &kinds})
    append(image, numbers->data(), numbers->size() * sizeof(std::uint32_t));
  append(image, texts.bytes().data(), texts.bytes().size());
  append(image, trie.data(), trie.size() * sizeof(std::uint32_t));
  const auto digest = digest_of(image);
  header.digest_low = static_cast<std::uint32_t>(digest);
  header.digest_high = static_cast<std::uint32_t>(digest >> 32);
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

}  // namespace furat::analysis
