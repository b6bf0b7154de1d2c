#include "analysis/dates/feasts.hpp"
#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

TEST_CASE("holidays have their days", "[dates]") {
  const auto first = [](dates::Feast feast, int year) {
    return iso_from(dates::days_of_feast(feast, year)->first);
  };
  using dates::Feast;
  CHECK(first(Feast::easter, 1954) == "1954-04-18");
  CHECK(first(Feast::easter, 1981) == "1981-04-19");
  CHECK(first(Feast::easter, 2008) == "2008-03-23");
  CHECK(first(Feast::easter, 2019) == "2019-04-21");
  CHECK(first(Feast::good_friday, 2013) == "2013-03-29");
  CHECK(first(Feast::thanksgiving, 2016) == "2016-11-24");
  CHECK(first(Feast::memorial_day, 2017) == "2017-05-29");
  CHECK(first(Feast::labor_day, 2017) == "2017-09-04");
  CHECK(first(Feast::ramadan, 2017) == "2017-05-27");
  CHECK(first(Feast::ramadan, 2019) == "2019-05-06");
  CHECK(first(Feast::eid_al_fitr, 2018) == "2018-06-15");
  CHECK(first(Feast::ashura, 2018) == "2018-09-21");
  CHECK_FALSE(dates::days_of_feast(Feast::easter, 1500));
  CHECK_FALSE(dates::days_of_feast(Feast::ramadan, 600));
  CHECK_FALSE(dates::days_of_feast(Feast::christmas, 10000));
}

TEST_CASE("a holiday begins once or twice in every year, the first one counts", "[dates]") {
  for (int year = 700; year <= 2300; ++year)
    for (const auto feast : {dates::Feast::ramadan, dates::Feast::eid_al_adha}) {
      const auto days = dates::days_of_feast(feast, year);
      INFO(year);
      // A lunar year of 354 days may leave a year of the sun without one.
      if (!days) continue;
      CHECK(dates::year_of(days->first) == year);
    }
}

TEST_CASE("holidays in texts", "[dates]") {
  const int moon = kApproximate;
  check({
      {"in Ramadan 2017",
       "",
       {{"Ramadan 2017", "2017-05-27/2017-06-25", "2017-05-27", "2017-06-25", moon}}},
      {"on Eid al-Adha 2018, 21 August",
       "2018-09-01",
       {{"Eid al-Adha 2018", "2018-08-22/2018-08-25", "2018-08-22", "2018-08-25", moon},
        day("21 August", "2018-08-21", kYearInferred)}},
      {"on Good Friday", "2013-04-03", {day("Good Friday", "2013-03-29", kYearInferred)}},
      {"on Easter Monday", "2019-05-01", {day("Easter Monday", "2019-04-22", kYearInferred)}},
      {"by Thanksgiving Day", "2016-12-01", {day("Thanksgiving Day", "2016-11-24", 8)}},
      {"at Newroz 2018", "", {day("Newroz 2018", "2018-03-21")}},
      {"on May Day 2018", "", {day("May Day 2018", "2018-05-01")}},
      {"on Ashura", "", {{"Ashura", "XXXX", "", "", moon | kYearUnknown}}},
      {"on New Year's Eve", "", {{"New Year's Eve", "--12-31", "", "", kYearUnknown}}},
  });
}

TEST_CASE("names that begin like a holiday are none", "[dates]") {
  const auto text = GENERATE("Ramadan Shallah said", "the Thanksgiving Parade",
                             "boxing day in and day out", "the labor of the day", "White Christmas",
                             "a memorial for the day", "the eid of them");
  INFO(text);
  CHECK(found_in(text, "").empty());
}

TEST_CASE("months of other languages need a day or a year", "[dates]") {
  check({
      {"on 20 Mart 2018", "", {day("20 Mart 2018", "2018-03-20")}},
      {"le 14 juillet 2016", "", {day("14 juillet 2016", "2016-07-14")}},
      {"on 15 Temmuz", "2016-08-01", {day("15 Temmuz", "2016-07-15", kYearInferred)}},
      {"in Şubat 2018", "", {{"Şubat 2018", "2018-02", "2018-02-01", "2018-02-28", 0}}},
      {"5 mars it was; on Mars; a mart; the Nisan family", "", {}},
  });
}

}  // namespace
}  // namespace furat::analysis
