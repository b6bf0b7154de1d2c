#include "analysis/dates/date_words.hpp"

#include <array>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/feasts.hpp"
#include "analysis/dates/word_table.hpp"

namespace furat::analysis::dates {

namespace {

using Table = WordTable;
using Names = WordNames;

/// Consecutive values for consecutive names.
void add_series(Table& table, Kind kind, int first, Names names) {
  for (const auto name : names) table[name] = WordEntry{.kind = kind, .value = first++};
}

void mark_ambiguous(Table& table, Names names) {
  for (const auto name : names) table.at(name).ambiguous = true;
}

/// Written as texts come folded. تشرين and كانون need a second word, see Lexemes.
void add_arabic_months(Table& table) {
  add_series(table, Kind::month, 1,
             {"يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر",
              "اكتوبر", "نوفمبر", "ديسمبر"});
  add_series(table, Kind::month, 2,
             {"شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول"});
  mark_ambiguous(table, {"مارس", "اب"});  // "exercised", "father"
}

/// As they stand in English texts and names of events: "20 Mart 2018", "14 juillet".
void add_foreign_months(Table& table) {
  const auto add = [&table](int month, Names names) {
    add_all(table, {.kind = Kind::month, .value = month, .ambiguous = true, .foreign = true},
            names);
  };
  add(1, {"ocak", "janvier", "januar"});
  add(2, {"subat", "fevrier", "februar", "shubat"});
  add(3, {"mart", "mars", "marz", "adhar"});
  add(4, {"nisan", "avril"});
  add(5, {"mayis", "mai", "ayyar"});
  add(6, {"haziran", "juin", "juni", "huzayran"});
  add(7, {"temmuz", "juillet", "juli", "tammuz", "tammouz"});
  add(8, {"agustos", "aout"});
  add(9, {"eylul", "septembre", "aylul"});
  add(10, {"ekim", "octobre", "oktober"});
  add(11, {"kasim", "novembre"});
  add(12, {"aralik", "decembre", "dezember"});
}

void add_months(Table& table) {
  add_series(table, Kind::month, 1,
             {"january", "february", "march", "april", "may", "june", "july", "august", "september",
              "october", "november", "december"});
  int month = 1;
  for (const std::string_view name :
       {"jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}) {
    if (!name.empty())
      table[name] = {.kind = Kind::month, .value = month, .abbreviated = true, .ambiguous = true};
    ++month;
  }
  table["sept"] = table["sep"];
  mark_ambiguous(table, {"march", "may", "august", "april", "june"});
  add_arabic_months(table);
  add_foreign_months(table);
}

void add_weekdays(Table& table) {
  add_series(table, Kind::weekday, 1,
             {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  int day = 1;
  for (const Names& names :
       {Names{"mon"}, Names{"tue", "tues"}, Names{"wed"}, Names{"thu", "thur", "thurs"},
        Names{"fri"}, Names{"sat"}, Names{"sun"}}) {
    add_all(table, {.kind = Kind::weekday, .value = day, .abbreviated = true, .ambiguous = true},
            names);
    ++day;
  }
  add_series(table, Kind::weekday, 1,
             {"الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد"});
}

void add_numbers(Table& table) {
  add_series(table, Kind::number, 1,
             {"one",     "two",     "three",     "four",     "five",     "six",      "seven",
              "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
              "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});
  int tens = 30;
  for (const std::string_view name :
       {"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}) {
    table[name] = {.kind = Kind::number, .value = tens};
    tens += 10;
  }
  add_all(table, {.kind = Kind::number, .value = kIndefinite},
          {"few", "several", "many", "couple", "numerous"});
  add_all(table, {.kind = Kind::number, .value = 12}, {"dozen"});
  add_series(table, Kind::ordinal, 1,
             {"first",     "second",      "third",      "fourth",     "fifth",
              "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
              "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
              "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"});
  table["thirtieth"] = {.kind = Kind::ordinal, .value = 30};
  add_series(table, Kind::ordinal, 1,
             {"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن",
              "التاسع", "العاشر"});
}

void add_day_parts(Table& table) {
  const auto add = [&table](DayPart part, Names names) {
    add_all(table, {.kind = Kind::day_part, .value = static_cast<int>(part)}, names);
  };
  add(DayPart::morning, {"morning", "dawn"});
  add(DayPart::afternoon, {"afternoon"});
  add(DayPart::evening, {"evening", "dusk"});
  add(DayPart::night, {"night", "nightfall"});
  add(DayPart::noon, {"noon", "midday"});
  add(DayPart::midnight, {"midnight"});
  add(DayPart::overnight, {"overnight"});
}

/// How often something comes back.
void add_frequencies(Table& table) {
  const auto add = [&table](Unit unit, Names names) {
    add_all(table, {.kind = Kind::frequency, .value = static_cast<int>(unit)}, names);
  };
  add(Unit::hour, {"hourly"});
  add(Unit::day, {"daily", "nightly"});
  add(Unit::week, {"weekly"});
  add(Unit::month, {"monthly"});
  add(Unit::quarter, {"quarterly"});
  add(Unit::year, {"yearly", "annual", "annually"});
}

void add_units(Table& table) {
  struct Name {
    Unit unit;
    std::string_view one, several;
  };
  for (const auto& [unit, one, several] :
       {Name{Unit::second, "", "seconds"}, Name{Unit::minute, "minute", "minutes"},
        Name{Unit::hour, "hour", "hours"}, Name{Unit::day, "day", "days"},
        Name{Unit::week, "week", "weeks"}, Name{Unit::weekend, "weekend", "weekends"},
        Name{Unit::month, "month", "months"}, Name{Unit::quarter, "quarter", "quarters"},
        Name{Unit::year, "year", "years"}, Name{Unit::decade, "decade", "decades"},
        Name{Unit::century, "century", "centuries"}}) {
    const WordEntry entry{.kind = Kind::unit, .value = static_cast<int>(unit)};
    if (!one.empty()) table[one] = entry;
    table[several] = entry;
    table[several].plural = true;
  }
  add_series(table, Kind::season, 0, {"winter", "spring", "summer", "autumn"});
  table["fall"] = {.kind = Kind::season, .value = 3, .ambiguous = true};
  table["spring"].ambiguous = true;
  add_series(table, Kind::quarter, 1, {"q1", "q2", "q3", "q4"});
  add_series(table, Kind::half_year, 1, {"h1", "h2"});
  add_day_parts(table);
}

void add_feasts(Table& table) {
  const auto add = [&table](Feast feast, Names names, bool before_day = false) {
    add_all(table, {.kind = Kind::feast, .value = static_cast<int>(feast), .ambiguous = before_day},
            names);
  };
  add(Feast::easter, {"easter"});
  add(Feast::thanksgiving, {"thanksgiving"});
  add(Feast::halloween, {"halloween"});
  add(Feast::nowruz, {"nowruz", "newroz", "nawroz", "nevruz", "noruz"});
  add(Feast::ramadan, {"ramadan", "ramadhan", "ramazan", "رمضان"});
  add(Feast::ashura, {"ashura", "ashoura", "عاشوراء"});
  add(Feast::mawlid, {"mawlid"});
  add(Feast::boxing_day, {"boxing"}, true);
  add(Feast::valentines_day, {"valentine"}, true);
  add(Feast::memorial_day, {"memorial"}, true);
  add(Feast::labor_day, {"labor", "labour"}, true);
  add(Feast::veterans_day, {"veterans"}, true);
  add_word(table, Word::eid, {"eid"});
  for (const std::string_view name : {"fitr", "adha"})
    table[name] = {.kind = Kind::word, .word = Word::eid_name};
  table.at("fitr").value = static_cast<int>(Feast::eid_al_fitr);
  table.at("adha").value = static_cast<int>(Feast::eid_al_adha);
}

Table all_words() {
  Table table;
  add_months(table);
  add_weekdays(table);
  add_numbers(table);
  add_units(table);
  add_frequencies(table);
  add_function_words(table);
  add_feasts(table);
  return table;
}

/// The table, and which lengths the words have that begin with a byte: most words of a text are
/// known not to be in the table without a hash of them.
struct WordIndex {
  Table table = all_words();
  std::array<std::uint64_t, 256> lengths{};

  WordIndex() {
    for (const auto& [word, entry] : table) lengths[first_byte(word)] |= length_bit(word);
  }
  [[nodiscard]] bool may_hold(std::string_view word) const {
    return !word.empty() && word.size() < 64 && (lengths[first_byte(word)] & length_bit(word)) != 0;
  }

 private:
  static std::size_t first_byte(std::string_view word) {
    return static_cast<unsigned char>(word.front());
  }
  static std::uint64_t length_bit(std::string_view word) { return std::uint64_t{1} << word.size(); }
};

}  // namespace

bool is_regular_past(std::string_view folded) {
  constexpr std::size_t kShortest = 5;
  return folded.size() >= kShortest && folded.ends_with("ed") && !folded.ends_with("eed") &&
         !folded.ends_with("dred");
}

WordEntry word_entry(std::string_view folded) {
  static const WordIndex words;
  if (!words.may_hold(folded)) return {};
  const auto found = words.table.find(folded);
  return found == words.table.end() ? WordEntry{} : found->second;
}

}  // namespace furat::analysis::dates
