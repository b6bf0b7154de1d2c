#include "index/schema.hpp"

namespace furat::index {
namespace {

/// Below Xapian's 245: a NUL counts double in the key of a posting list.
constexpr std::size_t kMaxTermBytes = 200;
constexpr std::size_t kMaxKeyBytes = 200;

std::string numbered(std::string_view kind, std::uint32_t number) {
  std::string key(kind);
  for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>((number >> shift) & 0xFFU);
  return key;
}

std::string bounded(std::string key, std::size_t limit) {
  if (key.size() <= limit) return key;
  const auto digest = hex(stable_hash(key));
  key.resize(limit - digest.size());
  return key + digest;
}

std::string of_dimension(std::string_view kind, Dimension dimension) {
  return std::string(kind) + std::string(info(dimension).name) + ':';
}

}  // namespace

std::optional<Dimension> dimension_named(std::string_view name) {
  for (const auto& row : kDimensionTable)
    if (row.name == name) return row.dimension;
  return std::nullopt;
}

std::vector<std::string> dimension_names() {
  std::vector<std::string> names;
  for (const auto& row : kDimensionTable) names.emplace_back(row.name);
  return names;
}

namespace key {

std::string value(std::uint32_t ordinal) { return numbered(kValues, ordinal); }
std::string article(std::uint32_t number) { return numbered(kArticles, number); }

std::uint32_t number_in(std::string_view key) {
  std::uint32_t number = 0;
  for (const char byte : key.substr(kArticles.size()))
    number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

std::string value_id(Dimension dimension, std::string_view id) {
  return bounded(of_dimension(kIds, dimension) + std::string(id), kMaxKeyBytes);
}

std::string name_prefix(Dimension dimension) { return of_dimension(kNames, dimension); }

std::string value_name(Dimension dimension, std::string_view folded) {
  return bounded(name_prefix(dimension) + std::string(folded), kMaxKeyBytes);
}

std::string expansion(std::string_view folded) {
  return bounded(std::string(kExpansions) + std::string(folded), kMaxKeyBytes);
}

std::string skeleton(std::string_view skeleton) {
  return bounded(std::string(kSkeletons) + std::string(skeleton), kMaxKeyBytes);
}

}  // namespace key

std::string bounded_term(std::string_view prefix, std::string_view text) {
  return bounded(std::string(prefix) + std::string(text), kMaxTermBytes);
}

std::string name_terms(std::string_view skeleton) {
  return std::string(prefix::kName) + std::string(skeleton) + '\t';
}

std::string name_part_terms(std::string_view key) {
  constexpr char kUnitSeparator = '\x1F';
  return std::string(prefix::kName) + std::string(key) + kUnitSeparator;
}

std::string order_key(std::string_view article_id, std::uint32_t passage) {
  constexpr std::size_t kMostBytes = 40;
  std::string key(article_id.substr(0, kMostBytes));
  if (article_id.size() > kMostBytes) key += hex(stable_hash(article_id));
  key += '\0';
  // As many bytes as the number needs, and their count before them: most numbers take two.
  std::string digits;
  for (auto rest = passage; rest != 0; rest >>= 8U)
    digits.insert(digits.begin(), static_cast<char>(rest));
  key += static_cast<char>(digits.size());
  return key + digits;
}

std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

std::string hex(std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; number >>= 4U) text[i] = kDigits[number & 15U];
  return text;
}

}  // namespace furat::index
