// The record of a passage: everything a hit shows, as stored in its Xapian document's data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace furat::index {

enum class MentionKind : std::uint8_t {
  place = 0,
  actor = 1,
  date = 2
};  // stored: do not renumber

/// A value that a name could have meant, and how much spoke for it.
struct CandidateRecord {
  std::uint32_t value = 0;  ///< ordinal in the value table
  std::int32_t score = 0;   ///< hundredths
  friend bool operator==(const CandidateRecord&, const CandidateRecord&) = default;
};

struct MentionRecord {
  static constexpr std::size_t kMostRejected = 3;
  static constexpr std::uint8_t kGranularities = 11;  ///< numbers of granularities are below this

  MentionKind kind = MentionKind::place;
  std::uint32_t begin = 0, end = 0;  ///< bytes of PassageRecord::text
  std::uint32_t before_name = 0;     ///< actors: bytes of article and title
  std::uint32_t behind_name = 0;     ///< actors: bytes of nouns behind the name
  std::uint32_t value = 0;           ///< places, actors: ordinal in the value table
  std::uint8_t role = 0;             ///< places: analysis::PlaceRole
  std::int32_t score = 0;            ///< hundredths; places: 0: none; actors: 0 without `rejected`
  std::vector<CandidateRecord> rejected;  ///< places, actors: at most kMostRejected, best first
  std::uint8_t granularity = 0;           ///< dates: analysis::Granularity
  std::uint8_t flags = 0;                 ///< dates: analysis::DateFlag bits
  std::string timex;                      ///< dates: TIMEX3 value
  std::optional<std::int32_t> first_day, last_day;  ///< dates: days since 1970-01-01, closed
  std::string rule;                                 ///< name of the rule that decided
  /// Bytes of the name proper: what is marked, and counted as a spelling.
  [[nodiscard]] std::uint32_t name_begin() const { return begin + before_name; }
  [[nodiscard]] std::uint32_t name_end() const { return end - behind_name; }
  friend bool operator==(const MentionRecord&, const MentionRecord&) = default;
};

/// A run of text bytes that stands for a run of file bytes; equal sizes: byte for byte.
struct SourceRun {
  std::uint32_t text_size = 0;
  std::uint64_t file_begin = 0;
  std::uint64_t file_size = 0;
  friend bool operator==(const SourceRun&, const SourceRun&) = default;
};

struct PassageRecord {
  std::uint32_t article = 0;  ///< number in the article table
  std::uint32_t number = 0;   ///< of the passage in its article, from 1
  std::uint64_t line = 0;     ///< 1-based line of the file where the body begins
  std::uint32_t page = 0;
  std::uint32_t heading_size =
      0;                ///< bytes of the heading at the start of `text`; a line end follows it
  std::string heading;  ///< heading of the section, also where `text` does not begin with it
  std::string text;
  std::vector<SourceRun> source;        ///< cover `text` in order
  std::vector<MentionRecord> mentions;  ///< ascending by (begin, kind)
  friend bool operator==(const PassageRecord&, const PassageRecord&) = default;
};

[[nodiscard]] std::string encode(const PassageRecord& record);

/// The record, every length, span and number checked but those of articles and values; nullopt if
/// the bytes are not one.
[[nodiscard]] std::optional<PassageRecord> decode_passage_record(std::string_view bytes);

/// The heading of a passage's section without its article's title, which may stand above it in the
/// article's first passage.
[[nodiscard]] std::string section_heading(std::string_view heading, std::string_view title);

/// Bytes of the file that text bytes [begin, end) stand for.
struct FileRange {
  std::uint64_t begin = 0, end = 0;
};
[[nodiscard]] FileRange file_range(const PassageRecord& record, std::uint32_t begin,
                                   std::uint32_t end);

}  // namespace furat::index
