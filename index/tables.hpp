// The tables in an index's metadata: articles, facet values and their names. The searcher needs no
// gazetteer beside them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/schema.hpp"

namespace furat::index {

struct ArticleRecord {
  std::string id, file, title, source, author, url;
  std::optional<std::int32_t> published;  ///< days since 1970-01-01
  std::string published_method;
  std::uint64_t digest = 0;        ///< of what the index holds of it: text, metadata, mentions
  std::uint64_t input_digest = 0;  ///< of the article as it was read, before splitting
  std::uint32_t passages = 0;
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

/// A value of place, actor or source. Dates and kinds need none: node and number say it all.
struct ValueRecord {
  Dimension dimension = Dimension::place;
  std::string id, name, kind;
  std::optional<std::uint32_t> parent;  ///< ordinal
  std::optional<double> latitude, longitude;
  std::string country;                       ///< ISO 3166 alpha-2
  bool discovered = false;                   ///< found in the archive, not in the lexicon
  std::optional<std::uint32_t> successor{};  ///< actors: ordinal of what it was renamed into
  std::optional<std::int32_t> from_year{}, to_year{};  ///< actors: closed; of its existence, office
  friend bool operator==(const ValueRecord&, const ValueRecord&) = default;
};

/// No value has more above it; a damaged table may say so, or that values lie in a circle.
inline constexpr std::size_t kDeepestValue = 100;

/// A name of a place, actor or source, in an entry of a skeleton key.
struct SpelledName {
  std::string name;                     ///< as the lexicon writes it
  std::vector<std::uint32_t> ordinals;  ///< what it names, ascending
  std::vector<std::uint32_t>
      expanded;  ///< what it stands for in a query without a field, ascending
  friend bool operator==(const SpelledName&, const SpelledName&) = default;
};

[[nodiscard]] std::string encode(const ArticleRecord& record);
[[nodiscard]] std::string encode(const ValueRecord& record);
[[nodiscard]] std::string encode(const IndexCounts& counts);
[[nodiscard]] std::string encode(const std::vector<SpelledName>& names);

/// nullopt if the bytes are not such a record.
[[nodiscard]] std::optional<ArticleRecord> decode_article_record(std::string_view bytes);
[[nodiscard]] std::optional<ValueRecord> decode_value_record(std::string_view bytes);
[[nodiscard]] std::optional<IndexCounts> decode_counts(std::string_view bytes);
[[nodiscard]] std::optional<std::vector<SpelledName>> decode_spelled_names(std::string_view bytes);

/// The article number in a value of kSlotArticle; nullopt if it is none.
[[nodiscard]] std::optional<std::uint32_t> article_in(std::string_view slot);

}  // namespace furat::index
