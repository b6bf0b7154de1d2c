#include "indexer/metadata/written_date.hpp"

#include <string>

#include "tests/support/catch.hpp"

using furat::indexer::DayMonthOrder;
using furat::indexer::find_written_dates;
using furat::indexer::parse_written_date;
using furat::indexer::shown_day_month_order;
using namespace std::chrono;

namespace {

constexpr sys_days kDay = year(2017) / 10 / 4;

std::optional<sys_days> parsed(std::string_view text) {
  return parse_written_date(text, DayMonthOrder::unknown);
}

}  // namespace

TEST_CASE("a field states its day in the notations of programs") {
  const std::string text =
      GENERATE("2017-10-04", "2017-10-04T23:59:59Z", "2017-10-04T00:10:00+03:00",
               "2017-10-04T09:30:00.000-0500", "2017-10-04 09:30:00", "2017/10/04", "2017.10.04",
               "20171004", "20171004T093000Z", "20171004093000", "201710040930",
               "Wed, 04 Oct 2017 09:30:00 GMT", "Wed, 4 Oct 2017 23:30:00 -0700",
               "04-Oct-2017 09:30", "04-Oct-17", "Wed Oct 04 09:30:00 UTC 2017",
               "Wed Oct  4 09:30:00 2017", "Wednesday, October 4, 2017 - 9:30am", "2017-Oct-04",
               "1507109400", "1507109400000", "D:20171004");
  INFO(text);
  CHECK((text.starts_with("D:") ? !parsed(text) : parsed(text) == kDay));
}

TEST_CASE("seconds of a century that is not read state no day") {
  CHECK(parsed("4102444800") == sys_days(year(2100) / 1 / 1));
  CHECK_FALSE(parsed("7771010033"));  // fuzz_written_dates found it
  CHECK_FALSE(parsed("7771010033000"));
}

TEST_CASE("a field states its day in the languages of articles") {
  const std::string text = GENERATE(
      "4 October 2017", "October 4, 2017", "Oct. 4th, 2017", "OCTOBER 4TH 2017",
      "4th of October, 2017", "Oct 4 '17", "4. Oktober 2017", "Mittwoch, 4. Okt. 2017, 9.30 Uhr",
      "4 octobre 2017 à 9h30", "Publié le 4 oct. 2017", "4 de octubre de 2017", "4 ottobre 2017",
      "4º de outubro de 2017", "4 oktober 2017", "4 Ekim 2017", "04 października 2017",
      "4. října 2017", "4 октября 2017 г.", "4 жовтня 2017", "4 lokakuuta 2017", "2017. október 4.",
      "2017 m. spalio 4 d.", "4 Oktober 2017 09:30 WIB", "2017年10月4日", "2017년 10월 4일",
      "4 أكتوبر 2017", "٤ أكتوبر ٢٠١٧", "4 تشرين الأول 2017", "٤ تشرين الأول/أكتوبر ٢٠١٧",
      "الأربعاء 4 أكتوبر، 2017", "۴ اکتبر ۲۰۱۷");
  INFO(text);
  CHECK(parsed(text) == kDay);
}

TEST_CASE("Levantine names of months are told apart by their second word") {
  CHECK(parsed("4 تشرين الثاني 2017") == sys_days(year(2017) / 11 / 4));
  CHECK(parsed("4 كانون الأول 2017") == sys_days(year(2017) / 12 / 4));
  CHECK(parsed("4 كانون الثاني 2017") == sys_days(year(2017) / 1 / 4));
  CHECK(parsed("4 آب 2017") == sys_days(year(2017) / 8 / 4));
  CHECK_FALSE(parsed("4 تشرين 2017"));
}

TEST_CASE("the order of day and month decides only what is open") {
  CHECK_FALSE(parse_written_date("10/04/2017", DayMonthOrder::unknown));
  CHECK(parse_written_date("04/10/2017", DayMonthOrder::day_first) == kDay);
  CHECK(parse_written_date("10/04/2017", DayMonthOrder::month_first) == kDay);
  CHECK(parse_written_date("10-04-2017", DayMonthOrder::month_first) == kDay);
  CHECK(parse_written_date("4.10.17", DayMonthOrder::month_first) == kDay);
  CHECK(parse_written_date("31/10/2017", DayMonthOrder::month_first) ==
        sys_days(year(2017) / 10 / 31));
  CHECK(parse_written_date("10/31/2017", DayMonthOrder::day_first) ==
        sys_days(year(2017) / 10 / 31));
}

TEST_CASE("what is no day, or more than one, is none") {
  const std::string text = GENERATE(
      "", "yesterday", "2017", "October 2017", "2017-10", "2017-13-04", "31.2.2017",
      "31 September 2017", "4 Octopus 2017", "10.0.4.2017", "192.168.10.04", "v1.4.10.2017",
      "4 October", "October 4, 17:30", "2-4 October 2017", "2.-4. Oktober 2017",
      "2. – 4. Oktober 2017", "1/4/10/2017", "4 October 2017 to 5 October 2017", "00000000",
      "99999999999999999999", "1441-02-05", "4.10.2017.5",
      "He was born on 4 October 2017 in a house by the river, and never left it");
  INFO(text);
  CHECK_FALSE(parsed(text));
}

TEST_CASE("dates in a text come with their bytes") {
  const std::string text = "Am 12.11.2017 um 10:30 - 04.10.2017, dann 4. Oktober 2017.";
  const auto found = find_written_dates(text, DayMonthOrder::unknown);
  REQUIRE(found.size() == 3);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "12.11.2017");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "04.10.2017");
  CHECK(text.substr(found[2].begin, found[2].end - found[2].begin) == "4. Oktober 2017");
  CHECK(found[2].day == kDay);
}

TEST_CASE("numbers above 12 show the order of a text") {
  CHECK(shown_day_month_order("1/2/2017, 31/10/2017") == DayMonthOrder::day_first);
  CHECK(shown_day_month_order("1/2/2017, 10/31/2017") == DayMonthOrder::month_first);
  CHECK(shown_day_month_order("1/2/2017") == DayMonthOrder::unknown);
  CHECK(shown_day_month_order("31/10/2017 10/31/2017") == DayMonthOrder::unknown);
}

TEST_CASE("broken UTF-8 and long runs of digits and marks are read in linear time") {
  CHECK(parsed("\xFF\xFE 4 October 2017 \xC3") == kDay);
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "1.";
  CHECK(find_written_dates(text, DayMonthOrder::day_first).empty());
  CHECK(find_written_dates(std::string(1'000'000, '7'), DayMonthOrder::day_first).empty());
  std::string years;
  for (int i = 0; i < 200'000; ++i) years += "2017 ";
  CHECK(find_written_dates(years, DayMonthOrder::day_first).empty());
}
