#include "analysis/rule_sentences.hpp"

#include <algorithm>
#include <array>

namespace furat::analysis {
namespace {

struct RuleSentence {
  std::string_view rule, sentence;
};

constexpr std::array kSentences{
    RuleSentence{"actor.acronym",
                 "The article says what this acronym is short for, and the actor is that."},
    RuleSentence{"actor.acronym-defined",
                 "The text says what this acronym stands for: the long form beside it has its "
                 "letters."},
    RuleSentence{"actor.acronym-foreign",
                 "The acronym stands beside the name of a body, whose letters it does not have: it "
                 "comes from the name in another language."},
    RuleSentence{"actor.again", "The article has given this name before, or gives it later."},
    RuleSentence{"actor.body-arabic-head",
                 "No list has the name; it begins with an Arabic word for a body."},
    RuleSentence{"actor.body-head",
                 "No list has the name; it is capitalised and ends in a word for a body."},
    RuleSentence{"actor.body-number",
                 "No list has the name; it is numbered and ends in a word for a body."},
    RuleSentence{"actor.community",
                 "A people or faith and a word for its forces or leaders name them."},
    RuleSentence{"actor.country",
                 "The name belongs to bodies of several countries, and the article speaks of this "
                 "one's country."},
    RuleSentence{"actor.name", "This is one of the actor's names."},
    RuleSentence{"actor.national", "A country and a word for one of its bodies name that body."},
    RuleSentence{"actor.office",
                 "An office is named; its holder where the article names one, else the office."},
    RuleSentence{"actor.people", "A country's people are named by its name or adjective."},
    RuleSentence{"actor.person-kunya",
                 "No list has the name; it is a kunya, a person called after a child."},
    RuleSentence{
        "actor.person-name",
        "No list has the name; it has a given name, or its bearer speaks or is described."},
    RuleSentence{"actor.person-title", "No list has the name; a title stands before it."},
    RuleSentence{"actor.seat",
                 "The capital stands for its government: it speaks, decides or is a party."},
    RuleSentence{"actor.short-name",
                 "The article has named one coalition, and this short form means it."},
    RuleSentence{"actor.spelling",
                 "The lexicon does not list this spelling, but one actor has a name that sounds "
                 "like it."},
    RuleSentence{"actor.state", "The country does what states do, and stands for its government."},
    RuleSentence{"actor.surname",
                 "The article has given this person's full name, and this is the surname."},
    RuleSentence{"date.century", "A century is named."},
    RuleSentence{"date.day-month", "A day and a month are named, the day first."},
    RuleSentence{"date.day-of-month",
                 "A day alone is named; its month is that of the text before it."},
    RuleSentence{"date.decade", "A decade is named."},
    RuleSentence{"date.fiscal-year",
                 "A business year is named; it is taken for the year of the calendar."},
    RuleSentence{"date.holiday", "A holiday is named that has its day in the calendar."},
    RuleSentence{"date.iso", "A day is written as year-month-day."},
    RuleSentence{"date.iso-month", "A month is written as year-month."},
    RuleSentence{"date.month", "A month is named."},
    RuleSentence{"date.month-day", "A month and a day are named, the month first."},
    RuleSentence{"date.month-day-year", "A month, a day and a year are named."},
    RuleSentence{"date.numeric", "Day, month and year are written as numbers."},
    RuleSentence{"date.quarter", "A quarter or a half of a year is named."},
    RuleSentence{"date.season", "A season is named."},
    RuleSentence{"date.time",
                 "A time of day is named; its day is the last one that the passage named."},
    RuleSentence{"date.weekday-day",
                 "A day of the week and its number in the month are named; the nearest such day "
                 "is meant."},
    RuleSentence{"date.year", "A year is written as a number."},
    RuleSentence{"date.year-anniversary",
                 "A month or day is named without its year, which is that of the anniversary in "
                 "its sentence."},
    RuleSentence{"date.year-bc", "A year before Christ is named."},
    RuleSentence{"date.year-narrative",
                 "A month or day is named without its year; the text is a history, and this is the "
                 "year it has got to."},
    RuleSentence{"date.year-neighbour",
                 "A month or day is named without its year, which is that of the date listed "
                 "before it."},
    RuleSentence{"date.year-retold",
                 "A month or day is named without its year; the text around it tells of this past "
                 "year."},
    RuleSentence{"date.year-shortened", "A year is written in two figures behind another."},
    RuleSentence{"date.year-window",
                 "A month or day is named without its year; this is the latest one not long after "
                 "the publication."},
    RuleSentence{"duration", "A length of time is given, which has no place in the calendar."},
    RuleSentence{"place.contained", "The name is followed by the name of what the place lies in."},
    RuleSentence{"place.context",
                 "Of the places with this name, this one lies where the article's other places "
                 "are."},
    RuleSentence{"place.cue",
                 "A word beside the name, such as town, province or oil field, says which kind of "
                 "place is meant."},
    RuleSentence{"place.demonym", "This is the adjective or the people's name of the country."},
    RuleSentence{"place.governorate-cue",
                 "A word beside the name says that the governorate is meant, not the town."},
    RuleSentence{"place.name", "This is one of the place's names, and nothing spoke against it."},
    RuleSentence{"place.one-sense",
                 "The article means this place elsewhere by the same name, and a name means one "
                 "place in an article."},
    RuleSentence{"place.spelling",
                 "No list has this spelling; it sounds like one of the place's names."},
    RuleSentence{"place.unlisted",
                 "The words around the name say that it is a place, but no list knows it."},
    RuleSentence{"range.days", "Several days of a month are named, from one until another."},
    RuleSentence{"reference", "The text refers to now, the past or the future without a date."},
    RuleSentence{"relative.elapsed", "A time is given that reaches up to the day of publication."},
    RuleSentence{"relative.month",
                 "A month is named without its year, counted from the reference day."},
    RuleSentence{"relative.published", "The time is counted from the day of publication."},
    RuleSentence{"relative.same-period",
                 "The part of the year that was told of before is meant, in another year."},
    RuleSentence{"relative.season",
                 "A season is named without its year, counted from the reference day."},
    RuleSentence{"relative.text", "The time is counted from the date that the text gave before."},
    RuleSentence{"relative.units-ago",
                 "A number of days, weeks, months or years is counted back from the day of "
                 "publication."},
    RuleSentence{"relative.units-later",
                 "A number of days, weeks, months or years is counted from the date that the text "
                 "gave before."},
    RuleSentence{
        "relative.weekday",
        "A day of the week is named; which one is counted from the day of publication or the date "
        "that the text gave before."},
    RuleSentence{"set", "A time is named that comes back, and has no place in the calendar."},
};

}  // namespace

std::string_view sentence_of_rule(std::string_view rule) {
  const auto* found = std::lower_bound(
      kSentences.begin(), kSentences.end(), rule,
      [](const RuleSentence& row, std::string_view name) { return row.rule < name; });
  return found != kSentences.end() && found->rule == rule ? found->sentence : std::string_view();
}

}  // namespace furat::analysis
