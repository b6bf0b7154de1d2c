// The words around dates: function words, what numbers count, and hints at the time of a sentence.
#include "analysis/dates/feasts.hpp"
#include "analysis/dates/word_table.hpp"

namespace furat::analysis::dates {

namespace {

using Table = WordTable;
using Names = WordNames;

void add_counted(Table& table) {
  add_all(table, {.kind = Kind::quantity},
          {"people",    "persons",     "civilians",  "soldiers", "troops",    "fighters",
           "militants", "rebels",      "men",        "women",    "children",  "km",
           "kms",       "kilometers",  "kilometres", "miles",    "mile",      "meters",
           "metres",    "feet",        "tons",       "tonnes",   "tanks",     "vehicles",
           "percent",   "pct",         "million",    "billion",  "trillion",  "thousand",
           "hundred",   "dollars",     "euros",      "pounds",   "lira",      "bodies",
           "houses",    "homes",       "families",   "cases",    "deaths",    "injured",
           "wounded",   "dead",        "killed",     "refugees", "prisoners", "aircraft",
           "planes",    "missiles",    "shells",     "members",  "villages",  "times",
           "points",    "votes",       "seats",      "hostages", "barrels",   "mm",
           "cm",        "kg",          "mph",        "hectares", "acres",     "degrees",
           "personnel", "others",      "rockets",    "bombs",    "hp",        "calibre",
           "caliber",   "rounds",      "casualties", "guns",     "metric",    "square",
           "cubic",     "nautical",    "yards",      "inches",   "employees", "students",
           "residents", "inhabitants", "police",     "officers"});
  for (const std::string_view name : {"people", "civilians", "soldiers", "troops", "fighters",
                                      "militants", "rebels", "men", "women", "children", "refugees",
                                      "prisoners", "students", "residents", "police", "officers"})
    table.at(name).value = kPersons;
  add_all(table, {.kind = Kind::formation},
          {"brigade",    "brigades",   "division", "divisions",    "regiment",      "regiments",
           "battalion",  "battalions", "corps",    "legion",       "squadron",      "fleet",
           "bridge",     "street",     "avenue",   "boulevard",    "stadium",       "hospital",
           "university", "mosque",     "airport",  "neighborhood", "neighbourhood", "movement",
           "martyrs",    "coalition",  "district", "checkpoint"});
}

void add_place_words(Table& table) {
  add_word(table, Word::the, {"the"});
  add_all(table, {.kind = Kind::word, .word = Word::a, .value = 1}, {"a", "an"});
  add_word(table, Word::in, {"in", "within", "في"});
  add_word(table, Word::on, {"on"});
  add_word(table, Word::of, {"of", "من"});
  add_word(table, Word::at, {"at"});
  add_word(table, Word::by, {"by"});
  add_word(table, Word::from, {"from"});
  add_word(table, Word::to, {"to"});
  add_word(table, Word::until, {"until", "till", "til", "حتي"});
  add_word(table, Word::through, {"through", "thru"});
  add_word(table, Word::since, {"since", "منذ"});
  add_word(table, Word::during, {"during", "throughout"});
  add_word(table, Word::over, {"over"});
  add_word(table, Word::before, {"before"});
  add_word(table, Word::after, {"after"});
  add_word(table, Word::between, {"between"});
  add_word(table, Word::and_, {"and", "or"});
  add_word(table, Word::for_, {"for"});
}

void add_deictic_words(Table& table) {
  add_word(table, Word::last, {"last"});
  add_word(table, Word::past, {"past"});
  add_word(table, Word::previous, {"previous", "preceding"});
  add_word(table, Word::next, {"next"});
  add_word(table, Word::this_, {"this"});
  add_word(table, Word::that, {"that"});
  add_word(table, Word::same, {"same"});
  add_word(table, Word::following, {"following"});
  add_word(table, Word::coming, {"coming", "upcoming"});
  add_word(table, Word::current, {"current"});
  add_word(table, Word::closing, {"final", "opening"});
  add_word(table, Word::ago, {"ago"});
  add_word(table, Word::earlier, {"earlier", "previously"});
  add_word(table, Word::later, {"later", "afterwards", "afterward"});
  add_word(table, Word::onwards, {"onwards", "onward"});
  add_word(table, Word::now, {"now", "currently", "nowadays", "presently"});
  add_word(table, Word::recently, {"recently", "lately"});
  add_word(table, Word::recent, {"recent"});
  add_word(table, Word::today, {"today"});
  add_word(table, Word::yesterday, {"yesterday"});
  add_word(table, Word::tomorrow, {"tomorrow"});
  add_word(table, Word::tonight, {"tonight"});
}

void add_part_words(Table& table) {
  add_word(table, Word::early, {"early"});
  add_word(table, Word::mid, {"mid"});
  add_word(table, Word::late, {"late"});
  add_word(table, Word::beginning, {"beginning", "start", "outset"});
  add_word(table, Word::ending, {"end", "close"});
  add_word(table, Word::middle, {"middle"});
  add_word(table, Word::part, {"part", "portion"});
  add_word(table, Word::half, {"half"});
  add_word(table, Word::latter, {"latter"});
  add_word(table, Word::about, {"about", "around", "approximately", "circa", "ca", "roughly", "c"});
  add_word(table, Word::more, {"more", "plus"});
  add_word(table, Word::less, {"less", "fewer", "under"});
  add_word(table, Word::than, {"than"});
  add_word(table, Word::nearly, {"nearly", "almost"});
  add_word(table, Word::least, {"least"});
  add_word(table, Word::most, {"most"});
  add_word(table, Word::only, {"only", "just", "merely", "some", "exactly", "mere"});
  add_word(table, Word::bc, {"bc", "bce"});
  add_word(table, Word::ad, {"ad", "ce"});
  add_word(table, Word::every, {"every", "each"});
  add_word(table, Word::am, {"am"});
  add_word(table, Word::pm, {"pm"});
  add_word(table, Word::oclock, {"oclock"});
  add_word(table, Word::zone, {"gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "bst"});
  add_word(table, Word::another, {"another"});
  add_word(table, Word::aged, {"aged"});
  add_word(table, Word::old, {"old"});
  add_word(
      table, Word::numbered,
      {"resolution", "resolutions", "res",      "unscr",   "pp",        "paragraphs", "mirage",
       "windows",    "no",          "number",   "flight",  "route",     "highway",    "article",
       "page",       "section",     "room",     "chapter", "law",       "decree",     "order",
       "protocol",   "hill",        "unit",     "figure",  "table",     "model",      "type",
       "mark",       "channel",     "post",     "box",     "exceeding", "totaling",   "totalling",
       "numbering",  "numbered",    "estimated"});
  add_word(table, Word::named_day,
           {"good", "black", "bloody", "palm", "ash", "holy", "fat", "super"});
  table.at("good").value = static_cast<int>(Feast::good_friday);
  table.at("palm").value = static_cast<int>(Feast::palm_sunday);
  add_word(table, Word::present, {"present"});
  add_word(table, Word::christmas, {"christmas"});
  add_word(table, Word::eve, {"eve"});
  add_word(table, Word::new_, {"new"});
  add_word(table, Word::clause,
           {"it", "he", "she", "they", "when", "which", "with", "but", "as", "while", "where",
            "has", "his", "its", "their"});
  add_word(table, Word::be, {"is", "are"});
  add_word(table, Word::past_verb, {"was", "were", "had"});
  add_word(table, Word::campaign,
           {"offensive", "offensives", "campaign", "counteroffensive", "fighting"});
}

/// Words that say something about a date beside them, and are ordinary words otherwise.
void add_hints(Table& table) {
  const auto add = [&table](Word word, Names names) { add_all(table, {.word = word}, names); };
  add(Word::future, {"future"});
  add(Word::latest, {"latest"});
  add(Word::period, {"period"});
  add(Word::fiscal, {"fiscal"});
  add(Word::twice, {"once", "twice"});
  add(Word::lasts, {"take", "takes", "taking", "taken", "spend", "spends", "spending", "lasts",
                    "lasting", "waiting"});
  add_all(table, {.word = Word::lasts, .value = kPast}, {"took", "spent", "lasted", "waited"});
  add(Word::will,
      {"aims",     "deadline", "due",       "expected", "expects", "hoped",   "hopes",
       "intends",  "plan",     "planned",   "planning", "plans",   "pledged", "promised",
       "proposed", "shall",    "scheduled", "should",   "slated",  "vowed",   "will",
       "would",    "ends",     "begins",    "opens",    "starts",  "leaves",  "resumes",
       "expires",  "decides",  "decide",    "meets"});
  add(Word::said,
      {"said", "told", "added", "announced", "confirmed", "reported", "stressed", "warned"});
  add(Word::past_verb,
      {"became", "began", "broke", "brought", "came",  "did",  "fell", "fled", "fought",
       "found",  "gave",  "got",   "held",    "kept",  "left", "lost", "made", "met",
       "sent",   "shot",  "stood", "struck",  "swept", "went", "won",  "wrote"});
  add(Word::be, {"be"});
  add(Word::set, {"set"});
  add(Word::anniversary, {"anniversary"});
  add(Word::then, {"then"});
}

}  // namespace

void add_function_words(WordTable& table) {
  add_counted(table);
  add_part_words(table);
  add_place_words(table);
  add_deictic_words(table);
  add_hints(table);
}

}  // namespace furat::analysis::dates
