// Any bytes as the stored record of a passage, with the checksum that belongs to them: without it
// hardly a mutation would get further.
#include "index/passage_record.hpp"
#include "index/passage_dates.hpp"
#include "index/seen_spellings.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

/// As the record has it, see index/passage_record.cpp.
std::string with_checksum(std::string_view content) {
  std::uint32_t hash = 2166136261U;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  std::string bytes(1, '\4');
  for (std::size_t i = 0; i < 4; ++i) bytes += static_cast<char>(hash >> (8 * i) & 0xFFU);
  return bytes += content;
}

void check_mentions(const index::PassageRecord& record) {
  std::uint32_t begin = 0;
  for (const auto& mention : record.mentions) {
    require(mention.begin >= begin, "mentions ascend");
    require(mention.begin <= mention.end && mention.end <= record.text.size(),
            "a mention lies within the text");
    require(mention.name_begin() <= mention.name_end(), "a mention holds its name");
    require(mention.rejected.size() <= index::MentionRecord::kMostRejected, "few are rejected");
    const auto text =
        std::string_view(record.text).substr(mention.begin, mention.end - mention.begin);
    require(index::seen_spelling(text).size() <= 80, "a spelling is short");
    begin = mention.begin;
  }
}

void check_dates(const index::PassageRecord& record) {
  for (const auto published : {std::optional<std::chrono::sys_days>(),
                               std::optional(std::chrono::sys_days(std::chrono::days(17000)))}) {
    const auto dates = index::dates_of(record.mentions, published);
    for (const auto& date : dates) require(!date.nodes.empty(), "a date has calendar nodes");
    (void)index::cover_entries(dates);
    (void)index::scope_entries(dates);
    for (const auto& term : index::terms_of(dates))
      require(term.size() <= 245, "a term fits into the database");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto bytes = with_checksum(input.rest());
  const auto record = index::decode_passage_record(bytes);
  if (!record) return 0;
  require(index::decode_passage_record(index::encode(*record)) == record,
          "a record is what it was stored as");
  require(record->heading_size == 0 || record->heading_size < record->text.size(),
          "a heading is part of its passage");
  check_mentions(*record);
  check_dates(*record);
  for (const auto at : {std::uint32_t{0}, static_cast<std::uint32_t>(record->text.size() / 2)})
    (void)index::file_range(*record, at, static_cast<std::uint32_t>(record->text.size()));
  return 0;
}
