#include "index/tables.hpp"

#include <cmath>

#include "index/varint.hpp"

namespace furat::index {
namespace {

/// Degrees are kept to a millionth, about ten centimetres.
constexpr double kDegreeUnits = 1e6;
constexpr double kMostLatitude = 90, kMostLongitude = 180;

template <class Number, class Append>
void append_optional(std::string& out, const std::optional<Number>& number, Append append) {
  out += static_cast<char>(number ? 1 : 0);
  if (number) append(*number);
}

void append_degrees(std::string& out, const std::optional<double>& degrees) {
  append_optional(out, degrees,
                  [&](double d) { append_signed(out, std::llround(d * kDegreeUnits)); });
}

template <class Number>
std::optional<Number> read_optional(ByteReader& reader, Number (ByteReader::*read)()) {
  if (!reader.flag()) return std::nullopt;
  return (reader.*read)();
}

/// False for what is on no globe.
bool read_degrees(ByteReader& reader, double most, std::optional<double>& degrees) {
  const auto units = read_optional(reader, &ByteReader::signed_varint);
  if (units) degrees = static_cast<double>(*units) / kDegreeUnits;
  return !units || std::abs(*degrees) <= most;
}

/// Those of which there are records.
bool has_records(Dimension dimension) {
  return dimension == Dimension::place || dimension == Dimension::actor ||
         dimension == Dimension::source;
}

}  // namespace

std::string encode(const ArticleRecord& record) {
  std::string out;
  for (const auto* text : {&record.id, &record.file, &record.title, &record.source, &record.author,
                           &record.url, &record.published_method})
    append_text(out, *text);
  append_optional(out, record.published, [&](std::int32_t day) { append_signed(out, day); });
  append_varint(out, record.digest);
  append_varint(out, record.input_digest);
  append_varint(out, record.passages);
  return out;
}

std::optional<ArticleRecord> decode_article_record(std::string_view bytes) {
  ByteReader reader(bytes);
  ArticleRecord record;
  for (auto* text : {&record.id, &record.file, &record.title, &record.source, &record.author,
                     &record.url, &record.published_method})
    *text = reader.text();
  record.published = read_optional(reader, &ByteReader::day);
  record.digest = reader.varint();
  record.input_digest = reader.varint();
  record.passages = reader.varint32();
  if (reader.failed() || !reader.at_end() || record.id.empty()) return std::nullopt;
  return record;
}

std::string encode(const ValueRecord& record) {
  std::string out;
  out += static_cast<char>(record.dimension);
  for (const auto* text : {&record.id, &record.name, &record.kind, &record.country})
    append_text(out, *text);
  append_optional(out, record.parent, [&](std::uint32_t ordinal) { append_varint(out, ordinal); });
  append_degrees(out, record.latitude);
  append_degrees(out, record.longitude);
  out += static_cast<char>(record.discovered ? 1 : 0);
  append_optional(out, record.successor,
                  [&](std::uint32_t ordinal) { append_varint(out, ordinal); });
  append_optional(out, record.from_year, [&](std::int32_t year) { append_signed(out, year); });
  append_optional(out, record.to_year, [&](std::int32_t year) { append_signed(out, year); });
  return out;
}

std::optional<ValueRecord> decode_value_record(std::string_view bytes) {
  ByteReader reader(bytes);
  ValueRecord record;
  const auto dimension = reader.byte();
  record.dimension = static_cast<Dimension>(dimension);
  if (!has_records(record.dimension)) return std::nullopt;
  for (auto* text : {&record.id, &record.name, &record.kind, &record.country})
    *text = reader.text();
  record.parent = read_optional(reader, &ByteReader::varint32);
  if (!read_degrees(reader, kMostLatitude, record.latitude) ||
      !read_degrees(reader, kMostLongitude, record.longitude))
    return std::nullopt;
  record.discovered = reader.flag();
  record.successor = read_optional(reader, &ByteReader::varint32);
  record.from_year = read_optional(reader, &ByteReader::signed_varint32);
  record.to_year = read_optional(reader, &ByteReader::signed_varint32);
  if (reader.failed() || !reader.at_end() || record.id.empty()) return std::nullopt;
  return record;
}

std::string encode(const IndexCounts& counts) {
  std::string out;
  for (const auto number : {counts.articles, counts.passages, counts.values})
    append_varint(out, number);
  return out;
}

std::optional<IndexCounts> decode_counts(std::string_view bytes) {
  ByteReader reader(bytes);
  IndexCounts counts;
  for (auto* number : {&counts.articles, &counts.passages, &counts.values})
    *number = reader.varint32();
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return counts;
}

std::string encode(const std::vector<SpelledName>& names) {
  std::string out;
  for (const auto& name : names) {
    append_text(out, name.name);
    append_text(out, pack_set(name.ordinals));
    append_text(out, pack_set(name.expanded));
  }
  return out;
}

std::optional<std::vector<SpelledName>> decode_spelled_names(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<SpelledName> names;
  while (!reader.at_end() && !reader.failed()) {
    const auto name = reader.text();
    auto ordinals = unpack_set(reader.text());
    auto expanded = unpack_set(reader.text());
    if (!ordinals || !expanded) return std::nullopt;
    names.push_back({std::string(name), std::move(*ordinals), std::move(*expanded)});
  }
  if (reader.failed()) return std::nullopt;
  return names;
}

std::optional<std::uint32_t> article_in(std::string_view slot) {
  ByteReader reader(slot);
  const auto number = reader.varint32();
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return number;
}

}  // namespace furat::index
