#include "indexer/metadata/dateline.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/metadata/written_date.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestDateline = 140;  // bytes
constexpr std::size_t kMostWords = 9;          // beside the date

constexpr std::array kDashes = {" - "sv, " – "sv, " — "sv, "— "sv, " —"sv, " -- "sv, "–- "sv};

// Words in lower case that names of places have.
constexpr std::array kParticles = {"al"sv,  "el"sv, "ez"sv, "de"sv, "of"sv,  "and"sv,
                                   "the"sv, "in"sv, "on"sv, "la"sv, "near"sv};

using Day = std::optional<std::chrono::sys_days>;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view kBetween = " \t,;()[]/|:";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBetween, i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

/// "BEIRUT", "SANA": three letters at least, so that "US" begins no dateline.
bool is_capitals(std::string_view word) { return word.size() >= 3 && is_all_capitals(word); }

/// True if what stands around a date is places and an agency, and is written as only datelines
/// are: in capitals, or with the agency in brackets.
bool is_dateline_around(std::string_view before, std::string_view after, bool bracketed) {
  auto words = words_of(before);
  const auto behind = words_of(after);
  words.insert(words.end(), behind.begin(), behind.end());
  const auto wordy = [](std::string_view word) { return holds_letter(word); };
  if (std::count_if(words.begin(), words.end(), wordy) > static_cast<long>(kMostWords))
    return false;
  const bool names_only = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return !holds_letter(word) || !begins_lower(word) || is_particle(word);
  });
  if (!names_only || words.empty() || is_particle(words.front())) return false;
  return bracketed || std::any_of(words.begin(), words.end(), is_capitals);
}

/// The day of a piece of text that may be a dateline without its dash.
Day day_of(std::string_view piece) {
  const auto dates = find_written_dates(piece, DayMonthOrder::unknown);
  if (dates.size() != 1) return std::nullopt;
  const std::size_t open = piece.find('(');
  const bool bracketed = open != std::string_view::npos && piece.find(')', open) < piece.size();
  return is_dateline_around(piece.substr(0, dates[0].begin), piece.substr(dates[0].end), bracketed)
             ? Day(dates[0].day)
             : std::nullopt;
}

/// The first dash from `from` on, {npos, 0} if there is none.
std::pair<std::size_t, std::size_t> dash_in(std::string_view text, std::size_t from) {
  std::pair<std::size_t, std::size_t> first{std::string_view::npos, 0};
  for (const std::string_view dash : kDashes)
    if (const std::size_t at = text.find(dash, from); at < first.first) first = {at, dash.size()};
  return first;
}

}  // namespace

Day dateline_day(std::string_view paragraph) {
  paragraph = paragraph.substr(0, kLongestDateline);
  if (paragraph.starts_with('(')) {
    const std::size_t close = paragraph.find(')');
    if (close != std::string_view::npos)
      if (const Day day = day_of(paragraph.substr(0, close + 1))) return day;
  }
  // "DAMASCUS (SANA) - 4 October 2017 - The army": the date may stand between two dashes.
  constexpr int kMostDashes = 2;
  std::size_t from = 0;
  for (int i = 0; i < kMostDashes; ++i) {
    const auto [at, size] = dash_in(paragraph, from);
    if (at == std::string_view::npos) return std::nullopt;
    if (const Day day = day_of(paragraph.substr(0, at))) return day;
    from = at + size;
  }
  return std::nullopt;
}

}  // namespace furat::indexer
