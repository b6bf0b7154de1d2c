#include "searcher/query/date_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/dates/date_recognizer.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat {
namespace {

using analysis::DateMention;
using analysis::TokenizedText;
using std::chrono::sys_days;

constexpr std::size_t kMostBytes = 200;

/// Words beside or between the parts of a date that do not change what it means.
constexpr std::array<std::string_view, 12> kNeutral{
    "in", "on", "at", "during", "of", "the", "from", "to", "between", "and", "until", "till"};
/// Words that make a date open: they are no part of the mention, which says so itself.
constexpr std::array<std::string_view, 5> kOpening{"since", "until", "till", "from", "onwards"};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

index::MentionRecord record_of(const DateMention& mention) {
  index::MentionRecord record;
  record.kind = index::MentionKind::date;
  record.granularity = static_cast<std::uint8_t>(mention.granularity);
  record.flags = mention.flags;
  record.timex = mention.value;
  const auto number = [](sys_days day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
  };
  if (mention.first) record.first_day = number(*mention.first);
  if (mention.last) record.last_day = number(*mention.last);
  return record;
}

bool is_open(const DateMention& mention) {
  return (mention.flags & (analysis::kOpenStart | analysis::kOpenEnd)) != 0;
}

/// Every word belongs to a mention, or may stand beside these.
bool covers(const TokenizedText& words, const std::vector<DateMention>& mentions) {
  const bool open = std::any_of(mentions.begin(), mentions.end(), is_open);
  for (const auto& word : words.tokens()) {
    const bool inside =
        std::any_of(mentions.begin(), mentions.end(), [&](const DateMention& mention) {
          return mention.span.begin <= word.span.begin && word.span.end <= mention.span.end;
        });
    const auto folded = words.folded(word);
    if (!inside && !(open && is_among(folded, kOpening)) && !is_among(folded, kNeutral))
      return false;
  }
  return true;
}

/// A day that is counted from another one, which is not known: "last week", "October of last year".
bool is_unplaced(const DateMention& mention) {
  return !mention.first && !mention.last &&
         ((mention.flags & analysis::kYearUnknown) == 0 ||
          (mention.flags & analysis::kRelative) != 0 ||
          !index::node_named(mention.value.substr(0, mention.value.find('/'))));
}

DateWords read_as_written(const std::string& text, std::optional<sys_days> now) {
  const std::array<TokenizedText, 1> passages{analysis::tokenize(text)};
  const auto mentions = analysis::recognize_dates({passages, now}).front();
  if (mentions.empty() || !covers(passages.front(), mentions)) return {};
  if (std::any_of(mentions.begin(), mentions.end(), is_unplaced)) return {};
  std::vector<index::MentionRecord> records;
  for (const auto& mention : mentions) records.push_back(record_of(mention));
  const auto dates = index::dates_of(records, std::nullopt);
  if (dates.empty()) return {};
  if (dates.size() > 1) return {WordsOutcome::several};
  return {WordsOutcome::read, dates.front()};
}

/// "may 2017" to "May 2017": in a text a small letter says that it is no month.
std::string with_capitals(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] >= 'a' && text[i] <= 'z' && (i == 0 || text[i - 1] == ' '))
      text[i] = static_cast<char>(text[i] - 'a' + 'A');
  return text;
}

/// The text as it is, and with what a text would have around it.
DateWords read_in_some_way(const std::string& text, std::optional<sys_days> now) {
  DateWords best;
  for (const auto& words : {text, with_capitals(text)})
    for (const auto* before : {"", "in "}) {
      auto reading = read_as_written(before + words, now);
      if (reading.outcome == WordsOutcome::read) return reading;
      if (reading.outcome == WordsOutcome::several) best = reading;
    }
  return best;
}

}  // namespace

DateWords read_date_words(std::string_view text, std::optional<sys_days> now) {
  if (text.size() > kMostBytes) return {};
  const std::string words(text);
  auto reading = read_in_some_way(words, now);
  if (reading.outcome == WordsOutcome::no_date && !now) {
    // Any present tells whether one would help.
    constexpr sys_days kSomeDay = std::chrono::year{2000} / 6 / 15;
    if (read_in_some_way(words, kSomeDay).outcome != WordsOutcome::no_date)
      reading.outcome = WordsOutcome::needs_present;
  }
  return reading;
}

}  // namespace furat
