#include "indexer/passages/header_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "indexer/metadata/written_date.hpp"
#include "indexer/passages/line.hpp"
#include "indexer/readers/record_values.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

using namespace std::string_view_literals;

constexpr std::size_t kMostLines = 10;

// As long as this, or a sentence as long as that, a line is text.
constexpr std::size_t kWordsOfText = 20;
constexpr std::size_t kWordsOfSentence = 8;

constexpr std::size_t kLongestLabel = 40;  // bytes

enum class Field { title, source, author, url, published, photo };

struct Label {
  std::string_view text;
  Field field;
};

constexpr std::array kLabels = {Label{"title", Field::title},
                                Label{"headline", Field::title},
                                Label{"source", Field::source},
                                Label{"news source", Field::source},
                                Label{"publisher", Field::source},
                                Label{"publication", Field::source},
                                Label{"outlet", Field::source},
                                Label{"quelle", Field::source},
                                Label{"fuente", Field::source},
                                Label{"المصدر", Field::source},
                                Label{"author", Field::author},
                                Label{"authors", Field::author},
                                Label{"author(s)", Field::author},
                                Label{"by", Field::author},
                                Label{"byline", Field::author},
                                Label{"written by", Field::author},
                                Label{"autor", Field::author},
                                Label{"auteur", Field::author},
                                Label{"بقلم", Field::author},
                                Label{"الكاتب", Field::author},
                                Label{"url", Field::url},
                                Label{"link", Field::url},
                                Label{"original url", Field::url},
                                Label{"source url", Field::url},
                                Label{"original link", Field::url},
                                Label{"permalink", Field::url},
                                Label{"الرابط", Field::url},
                                Label{"date", Field::published},
                                Label{"published", Field::published},
                                Label{"published on", Field::published},
                                Label{"posted", Field::published},
                                Label{"posted on", Field::published},
                                Label{"publication date", Field::published},
                                Label{"date published", Field::published},
                                Label{"publish date", Field::published},
                                Label{"datum", Field::published},
                                Label{"fecha", Field::published},
                                Label{"publié le", Field::published},
                                Label{"veröffentlicht", Field::published},
                                Label{"التاريخ", Field::published},
                                Label{"تاريخ النشر", Field::published},
                                Label{"photo", Field::photo},
                                Label{"photos", Field::photo},
                                Label{"image", Field::photo},
                                Label{"picture", Field::photo},
                                Label{"caption", Field::photo},
                                Label{"video", Field::photo}};

constexpr std::array kParticles = {"al"sv,  "el"sv,  "de"sv,  "del"sv, "der"sv,  "den"sv,
                                   "van"sv, "von"sv, "bin"sv, "ibn"sv, "bint"sv, "abu"sv,
                                   "da"sv,  "di"sv,  "la"sv,  "le"sv,  "du"sv};

constexpr std::array kNoNames = {
    "monday"sv,  "tuesday"sv,   "wednesday"sv, "thursday"sv, "friday"sv,   "saturday"sv, "sunday"sv,
    "january"sv, "february"sv,  "march"sv,     "april"sv,    "may"sv,      "june"sv,     "july"sv,
    "august"sv,  "september"sv, "october"sv,   "november"sv, "december"sv, "the"sv,      "a"sv,
    "an"sv,      "this"sv,      "that"sv,      "all"sv,      "our"sv,      "their"sv,    "his"sv,
    "her"sv,     "its"sv,       "then"sv,      "now"sv};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

bool holds_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_short(std::string_view value, std::size_t most_words, std::size_t most_bytes) {
  return value.size() <= most_bytes && holds_letter(value) && count_words(value) <= most_words;
}

/// "Jane", "al-Khatib", "O'Neill", "J."; no day of the week and no word that begins a phrase.
bool is_name_word(std::string_view word) {
  const std::string lower = lower_ascii(word);
  if (holds(kParticles, lower)) return true;
  return !begins_lower(word) && holds_letter(word) && !holds_digit(word) &&
         !holds(kNoNames, lower) && word.find_first_of(":;!?/()\"") == std::string_view::npos;
}

/// A name of two to four words.
bool is_full_name(std::string_view text) {
  const auto words = words_of(text);
  return words.size() >= 2 && words.size() <= 4 &&
         std::all_of(words.begin(), words.end(), is_name_word) &&
         !holds(kParticles, lower_ascii(words.back()));
}

/// "Jane Doe", "Jane Doe and John Roe", "Jane Doe, Field Notes".
bool are_names(std::string_view text) {
  bool first = true;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t joint = 0;
    for (const std::string_view between : {", "sv, " and "sv, " & "sv, " AND "sv, " with "sv}) {
      if (const std::size_t at = text.find(between); at < end) {
        end = at;
        joint = between.size();
      }
    }
    const std::string_view part = trimmed(text.substr(0, end));
    const bool after_comma = !first && words_of(part).size() == 1 && is_name_word(part);
    if (!is_full_name(part) && !after_comma) return false;
    first = false;
    text.remove_prefix(std::min(end + joint, text.size()));
  }
  return !first;
}

/// The one date that a labelled value states. Besides weekday and time zone it has no words.
std::optional<std::chrono::sys_days> labelled_day(std::string_view value) {
  constexpr std::size_t kLongestDate = 80;
  if (value.size() > kLongestDate) return std::nullopt;
  const auto dates = find_written_dates(value, DayMonthOrder::unknown);
  if (dates.size() != 1) return std::nullopt;
  const auto wordy = [](std::string_view part) {
    const auto words = words_of(part);
    return std::count_if(words.begin(), words.end(),
                         [](std::string_view word) { return holds_letter(word); });
  };
  const bool only_date =
      wordy(value.substr(0, dates[0].begin)) <= 1 && wordy(value.substr(dates[0].end)) <= 2;
  return only_date ? std::optional(dates[0].day) : std::nullopt;
}

bool is_text(std::string_view line) {
  const std::size_t words = count_words(line);
  return words >= kWordsOfText || (words >= kWordsOfSentence && ends_sentence(line));
}

bool same_words(std::string_view a, std::string_view b) {
  return analysis::fold_name(a) == analysis::fold_name(b);
}

}  // namespace

bool HeaderLines::is_over() const { return text_begun_ || count_ >= kMostLines; }

bool HeaderLines::take(std::string_view line, std::string_view below) {
  if (is_over()) return false;
  line = trimmed(line);
  const std::size_t colon = line.substr(0, kLongestLabel).find(':');
  const bool below_photo = std::exchange(below_photo_, false);
  Answer answer = Answer::none;
  if (colon != std::string_view::npos)
    answer =
        take_labelled(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)), below_photo);
  else if (line.starts_with("By ") || line.starts_with("BY "))
    answer = take_byline(line, below);
  ++count_;
  if (answer != Answer::none) return answer == Answer::taken;
  ++others_;
  text_begun_ = is_text(line);
  return false;
}

void HeaderLines::pass_other(std::string_view text) {
  ++count_;
  ++others_;
  below_photo_ = false;
  text_begun_ = is_text(text);
}

HeaderLines::Answer HeaderLines::take_labelled(std::string_view label, std::string_view value,
                                               bool below_photo) {
  const std::string lower = lower_ascii(label);
  const auto found = std::find_if(kLabels.begin(), kLabels.end(),
                                  [&lower](const Label& known) { return known.text == lower; });
  if (found == kLabels.end() || value.empty()) return Answer::none;
  switch (found->field) {
    case Field::title: {
      const bool another = !known_title_.empty() && !same_words(known_title_, value);
      return set(found_.title, value, others_ == 0 && is_short(value, 40, 300) && !another);
    }
    case Field::source:
      if (is_web_address(value)) return set(found_.url, value, !below_photo);
      return set(found_.source, value,
                 !below_photo && is_short(value, 8, 80) && !ends_sentence(value));
    case Field::author:
      return set(found_.author, value,
                 is_short(value, 12, 120) && !holds_digit(value) && !ends_sentence(value));
    case Field::url:
      return set(found_.url, value, is_web_address(value));
    case Field::published: {
      const auto day = labelled_day(value);
      if (!day || found_.published) return Answer::none;
      found_.published = day;
      return Answer::taken;
    }
    case Field::photo:
      below_photo_ = true;
  }
  return Answer::none;
}

HeaderLines::Answer HeaderLines::set(std::string& field, std::string_view value, bool fits) {
  if (!fits || !field.empty()) return Answer::none;
  field = one_line(value);
  return Answer::taken;
}

HeaderLines::Answer HeaderLines::take_byline(std::string_view line, std::string_view below) {
  // What begins a text may be its title: "By Popular Demand".
  if ((count_ == 0 && known_title_.empty()) || !found_.author.empty()) return Answer::none;
  std::string_view names = trimmed(line.substr(3));
  if (const std::size_t in = names.find(" in "); in != std::string_view::npos)
    names = names.substr(0, in);  // "in Beirut"
  if (!is_short(names, 10, 120) || ends_sentence(line) || !are_names(names)) return Answer::none;
  found_.author = one_line(names);
  // An office or a town below belongs to the line, and the headings know what to do with both.
  const bool office = !below.empty() && count_words(below) < kWordsOfSentence &&
                      below.find(':') == std::string_view::npos;
  return office ? Answer::kept : Answer::taken;
}

}  // namespace furat::indexer
