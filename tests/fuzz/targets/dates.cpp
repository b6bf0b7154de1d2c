// Any bytes as an article of one passage a line; the first byte chooses the day of publication.
#include <chrono>
#include <optional>

#include "analysis/dates/date_recognizer.hpp"
#include "index/passage_dates.hpp"
#include "indexer/passage_document.hpp"
#include "tests/fuzz/invariants.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;
using analysis::DateMention;

void check_passage(const std::vector<DateMention>& mentions, std::string_view text) {
  std::vector<analysis::ByteSpan> spans;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const DateMention& mention = mentions[i];
    spans.push_back(mention.span);
    require(!mention.value.empty() && !mention.rule.empty(), "a date has a value and a rule");
    require(!mention.first || !mention.last || *mention.first <= *mention.last,
            "a date ends after its beginning");
    require((mention.flags & analysis::kBeginsRange) == 0 || i + 1 < mentions.size(),
            "a range has an end");
  }
  require_ascending<analysis::ByteSpan>(spans, text);
}

/// What the index makes of them.
void check_nodes(const std::vector<DateMention>& mentions,
                 std::optional<std::chrono::sys_days> published) {
  std::vector<index::MentionRecord> records;
  for (const auto& mention : mentions)
    if (indexer::is_calendar_date(mention)) records.push_back(indexer::record_of(mention));
  for (const auto& date : index::dates_of(records, published)) {
    require(!date.nodes.empty(), "a date has calendar nodes");
    require(!date.days || date.days->first <= date.days->last, "days ascend");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto day = input.byte();
  std::optional<std::chrono::sys_days> published;
  if (day % 2 == 1) published = std::chrono::sys_days{std::chrono::days{day * 97}};
  const auto text = cleaned(input.rest());
  const auto lines = pieces_of(text, '\n');
  std::vector<analysis::TokenizedText> passages;
  for (const auto line : lines) passages.push_back(analysis::tokenize(line));
  const auto mentions = analysis::recognize_dates({passages, published});
  require(mentions.size() == lines.size(), "each passage has its mentions");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_passage(mentions[i], lines[i]);
    check_nodes(mentions[i], published);
  }
  return 0;
}
