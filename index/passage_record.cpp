#include "index/passage_record.hpp"

#include <algorithm>
#include <limits>

#include "index/date_nodes.hpp"
#include "index/place_roles.hpp"
#include "index/varint.hpp"

namespace furat::index {
namespace {

constexpr char kRecordVersion = 4;

/// What is stored of a date besides its mention.
enum DateParts : std::uint8_t { kHasFirst = 1, kHasLast = 2, kPlainTimex = 4 };

// analysis::Granularity, which the index must not know by name.
constexpr std::uint8_t kDay = 0;
constexpr std::uint8_t kMonth = 2;
constexpr std::uint8_t kYear = 5;

/// A flipped bit in a text is no error to any decoder: this tells it.
constexpr std::size_t kChecksumSize = 4;

std::string checksum_of(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  std::string checksum;
  for (std::size_t i = 0; i < kChecksumSize; ++i)
    checksum += static_cast<char>(hash >> (8 * i) & 0xFFU);
  return checksum;
}

std::string name_above(std::int32_t day, DateLevel level) {
  std::optional node(DateNode{DateLevel::day, day});
  while (node && node->level != level) node = parent(*node);
  return node ? name(*node) : std::string();
}

/// The TIMEX3 value that most dates have, which need not be stored: the name of their calendar
/// node.
std::string plain_timex(const MentionRecord& mention) {
  if (!mention.first_day) return {};
  switch (mention.granularity) {
    case kDay:
      return name_above(*mention.first_day, DateLevel::day);
    case kMonth:
      return name_above(*mention.first_day, DateLevel::month);
    case kYear:
      return name_above(*mention.first_day, DateLevel::year);
    default:
      return {};
  }
}

std::size_t kept(const std::vector<CandidateRecord>& rejected) {
  return std::min(rejected.size(), MentionRecord::kMostRejected);
}

void append_rejected(std::string& out, const std::vector<CandidateRecord>& rejected) {
  for (std::size_t i = 0; i < kept(rejected); ++i) {
    append_varint(out, rejected[i].value);
    append_signed(out, rejected[i].score);
  }
}

void encode_place(std::string& out, const MentionRecord& mention) {
  out += static_cast<char>(mention.role);
  append_signed(out, mention.score);
  append_varint(out, kept(mention.rejected));
  append_rejected(out, mention.rejected);
}

/// Most actors were not chosen among several, and many have nothing around their names: those take
/// one byte.
void encode_actor(std::string& out, const MentionRecord& mention) {
  const bool whole = mention.before_name == 0 && mention.behind_name == 0;
  append_varint(out, 2 * kept(mention.rejected) + (whole ? 0 : 1));
  if (!whole) {
    append_varint(out, mention.before_name);
    append_varint(out, mention.behind_name);
  }
  if (mention.rejected.empty()) return;
  append_signed(out, mention.score);
  append_rejected(out, mention.rejected);
}

void encode_mention(std::string& out, const MentionRecord& mention, std::uint32_t previous_begin,
                    std::size_t rule) {
  append_varint(out, mention.begin - previous_begin);
  append_varint(out, mention.end - mention.begin);
  out += static_cast<char>(mention.kind);
  append_varint(out, rule);
  if (mention.kind != MentionKind::date) {
    append_varint(out, mention.value);
    mention.kind == MentionKind::place ? encode_place(out, mention) : encode_actor(out, mention);
    return;
  }
  out += static_cast<char>(mention.granularity);
  out += static_cast<char>(mention.flags);
  const bool plain = !mention.timex.empty() && mention.timex == plain_timex(mention);
  out += static_cast<char>((mention.first_day ? kHasFirst : 0) | (mention.last_day ? kHasLast : 0) |
                           (plain ? kPlainTimex : 0));
  if (mention.first_day) append_signed(out, *mention.first_day);
  if (mention.last_day)
    append_signed(out, std::int64_t{*mention.last_day} - mention.first_day.value_or(0));
  if (!plain) append_text(out, mention.timex);
}

/// The rules a passage's mentions name, each once: most mentions share theirs.
std::vector<std::string_view> distinct_rules(const std::vector<MentionRecord>& mentions) {
  std::vector<std::string_view> rules;
  for (const auto& mention : mentions)
    if (std::find(rules.begin(), rules.end(), mention.rule) == rules.end())
      rules.push_back(mention.rule);
  return rules;
}

void encode_mentions(std::string& out, const std::vector<MentionRecord>& mentions) {
  const auto rules = distinct_rules(mentions);
  append_varint(out, rules.size());
  for (const auto rule : rules) append_text(out, rule);
  append_varint(out, mentions.size());
  std::uint32_t previous = 0;
  for (const auto& mention : mentions) {
    const auto rule = std::find(rules.begin(), rules.end(), mention.rule) - rules.begin();
    encode_mention(out, mention, previous, static_cast<std::size_t>(rule));
    previous = mention.begin;
  }
}

bool read_rejected(ByteReader& reader, std::uint64_t count, MentionRecord& mention) {
  if (count > MentionRecord::kMostRejected) return false;
  for (auto left = count; left > 0; --left) {
    CandidateRecord rejected;
    rejected.value = reader.varint32();
    rejected.score = reader.signed_varint32();
    mention.rejected.push_back(rejected);
  }
  return true;
}

bool decode_place(ByteReader& reader, MentionRecord& mention) {
  mention.role = reader.byte();
  mention.score = reader.signed_varint32();
  return mention.role < kPlaceRoles && read_rejected(reader, reader.varint(), mention);
}

bool decode_actor(ByteReader& reader, MentionRecord& mention) {
  const auto parts = reader.varint();
  if (parts % 2 != 0) {
    mention.before_name = reader.varint32();
    mention.behind_name = reader.varint32();
    const auto around = std::uint64_t{mention.before_name} + mention.behind_name;
    if (around >= mention.end - mention.begin) return false;
  }
  const auto count = parts / 2;
  if (count == 0) return true;
  mention.score = reader.signed_varint32();
  return read_rejected(reader, count, mention);
}

/// The last day is stored as its distance from the first.
bool decode_days(ByteReader& reader, std::uint8_t parts, MentionRecord& mention) {
  if ((parts & kHasFirst) != 0) mention.first_day = reader.day();
  if ((parts & kHasLast) != 0) mention.last_day = reader.day(mention.first_day.value_or(0));
  return !mention.first_day || !mention.last_day || *mention.first_day <= *mention.last_day;
}

bool decode_date(ByteReader& reader, MentionRecord& mention) {
  mention.granularity = reader.byte();
  mention.flags = reader.byte();
  const auto parts = reader.byte();
  if (mention.granularity >= MentionRecord::kGranularities ||
      (parts & ~(kHasFirst | kHasLast | kPlainTimex)) != 0 || !decode_days(reader, parts, mention))
    return false;
  const bool plain = (parts & kPlainTimex) != 0;
  mention.timex = plain ? plain_timex(mention) : std::string(reader.text());
  return !plain || !mention.timex.empty();
}

bool decode_value(ByteReader& reader, MentionRecord& mention) {
  switch (mention.kind) {
    case MentionKind::date:
      return decode_date(reader, mention);
    case MentionKind::place:
      mention.value = reader.varint32();
      return decode_place(reader, mention);
    case MentionKind::actor:
      mention.value = reader.varint32();
      return decode_actor(reader, mention);
  }
  return false;
}

std::optional<MentionRecord> decode_mention(ByteReader& reader, std::uint32_t previous_begin,
                                            const std::vector<std::string_view>& rules) {
  MentionRecord mention;
  const auto begin = std::uint64_t{previous_begin} + reader.varint32();
  const auto end = begin + reader.varint32();
  if (end > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  mention.begin = static_cast<std::uint32_t>(begin);
  mention.end = static_cast<std::uint32_t>(end);
  mention.kind = static_cast<MentionKind>(reader.byte());
  const auto rule = reader.varint();
  if (rule >= rules.size()) return std::nullopt;
  mention.rule = rules[rule];
  if (!decode_value(reader, mention)) return std::nullopt;
  return mention;
}

bool decode_source(ByteReader& reader, PassageRecord& record) {
  constexpr std::uint64_t kFurthest = std::uint64_t{1} << 62U;  // bytes of any file
  std::uint64_t covered = 0;
  std::uint64_t file_end = 0;
  for (auto left = reader.count(); left > 0 && !reader.failed(); --left) {
    SourceRun run;
    run.text_size = reader.varint32();
    run.file_begin = file_end + static_cast<std::uint64_t>(reader.signed_varint());
    run.file_size = run.text_size + static_cast<std::uint64_t>(reader.signed_varint());
    if (run.file_begin > kFurthest || run.file_size > kFurthest) return false;
    file_end = run.file_begin + run.file_size;
    covered += run.text_size;
    record.source.push_back(run);
  }
  return covered == record.text.size();
}

bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// A mention that stands in the text, behind the one before.
bool is_sound(const MentionRecord& mention, const PassageRecord& record) {
  if (mention.begin >= mention.end || mention.end > record.text.size()) return false;
  if (!record.mentions.empty() &&
      std::pair(mention.begin, mention.kind) <
          std::pair(record.mentions.back().begin, record.mentions.back().kind))
    return false;
  for (const auto at : {mention.begin, mention.end, mention.name_begin(), mention.name_end()})
    if (!begins_character(record.text, at)) return false;
  return true;
}

bool decode_mentions(ByteReader& reader, PassageRecord& record) {
  std::vector<std::string_view> rules;
  for (auto left = reader.count(); left > 0 && !reader.failed(); --left)
    rules.push_back(reader.text());
  std::uint32_t previous = 0;
  for (auto left = reader.count(); left > 0; --left) {
    auto mention = decode_mention(reader, previous, rules);
    if (!mention || !is_sound(*mention, record)) return false;
    previous = mention->begin;
    record.mentions.push_back(std::move(*mention));
  }
  return true;
}

}  // namespace

std::string encode(const PassageRecord& record) {
  std::string out;
  out.reserve(record.text.size() + 64 + record.mentions.size() * 12);
  out += kRecordVersion;
  out.append(kChecksumSize, '\0');
  append_varint(out, record.article);
  append_varint(out, record.number);
  append_varint(out, record.line);
  append_varint(out, record.page);
  append_varint(out, record.heading_size);
  append_text(out, record.heading_size == 0 ? record.heading : std::string());
  append_text(out, record.text);
  append_varint(out, record.source.size());
  std::uint64_t file_end = 0;
  for (const auto& run : record.source) {
    append_varint(out, run.text_size);
    append_signed(out, static_cast<std::int64_t>(run.file_begin - file_end));
    append_signed(out, static_cast<std::int64_t>(run.file_size - run.text_size));
    file_end = run.file_begin + run.file_size;
  }
  encode_mentions(out, record.mentions);
  const auto checksum = checksum_of(std::string_view(out).substr(1 + kChecksumSize));
  out.replace(1, kChecksumSize, checksum);
  return out;
}

std::optional<PassageRecord> decode_passage_record(std::string_view bytes) {
  constexpr auto kHead = 1 + kChecksumSize;
  if (bytes.size() < kHead || bytes.front() != kRecordVersion) return std::nullopt;
  bytes.remove_prefix(1);
  if (bytes.substr(0, kChecksumSize) != checksum_of(bytes.substr(kChecksumSize)))
    return std::nullopt;
  ByteReader reader(bytes.substr(kChecksumSize));
  PassageRecord record;
  record.article = reader.varint32();
  record.number = reader.varint32();
  record.line = reader.varint();
  record.page = reader.varint32();
  record.heading_size = reader.varint32();
  record.heading = reader.text();
  record.text = reader.text();
  if (record.number == 0) return std::nullopt;
  if (record.heading_size >= record.text.size() && record.heading_size != 0) return std::nullopt;
  if (record.heading_size != 0) record.heading = record.text.substr(0, record.heading_size);
  if (!decode_source(reader, record) || !decode_mentions(reader, record)) return std::nullopt;
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return record;
}

std::string section_heading(std::string_view heading, std::string_view title) {
  const bool title_above = !title.empty() && heading.size() > title.size() &&
                           heading.starts_with(title) && heading[title.size()] == '\n';
  return std::string(title_above ? heading.substr(title.size() + 1) : heading);
}

FileRange file_range(const PassageRecord& record, std::uint32_t begin, std::uint32_t end) {
  FileRange range;
  bool found = false;
  std::uint64_t position = 0;
  for (const auto& run : record.source) {
    const auto run_end = position + run.text_size;
    if (run_end > begin && position < end) {
      const bool identity = run.text_size == run.file_size;
      const auto skip = identity && begin > position ? begin - position : 0;
      const auto cut = identity && run_end > end ? run_end - end : 0;
      if (!found) range.begin = run.file_begin + skip;
      range.end = run.file_begin + run.file_size - cut;
      found = true;
    }
    position = run_end;
  }
  return range;
}

}  // namespace furat::index
