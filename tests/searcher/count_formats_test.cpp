// Timelines and tables in print: what they look like, that they fit, and that no name commands a
// terminal or a spreadsheet.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/pivot_text.hpp"
#include "searcher/cli/timeline_text.hpp"
#include "searcher/formats/pivot_data.hpp"
#include "searcher/formats/timeline_data.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/lines_of.hpp"

namespace furat::cli {

using namespace formats;

namespace {

using furat::test::lines_of;

const std::string kHostile = "=cmd|' /C calc'!A1\x1B]0;gone\x07,\"\u202Eright\xFF";

void check_fits(const std::string& text, std::size_t width) {
  for (const auto& line : lines_of(text)) {
    CAPTURE(line);
    CHECK(display_width(line) <= width);
  }
}

void check_harmless(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    CHECK((byte >= 0x20 || byte == '\n' || byte == '\r'));
    CHECK(byte != 0x7F);
  }
  CHECK(text.find("\u202E") == std::string::npos);
}

bool is_ascii(const std::string& text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

TimelineRow row(TimelineRow::Kind kind, const std::string& id, const std::string& level,
                Counted counted, std::size_t buckets = 1) {
  return {kind, id, id, level, id + "-01", id + "-28", buckets, counted};
}

TimelineResults timeline() {
  using Kind = TimelineRow::Kind;
  TimelineResults results;
  results.matched.total_passages = 1240;
  results.matched.total_articles = 310;
  results.by = TimeUnit::month;
  results.rows = {row(Kind::coarser, "2016", "year", {12, 9}),
                  row(Kind::bucket, "2016-02", "month", {40, 21}),
                  row(Kind::gap, "2016-03..2017-01", "month", {}, 11),
                  row(Kind::bucket, "2017-02", "month", {1024, 200}),
                  row(Kind::bucket, "2017-03", "month", {}),
                  row(Kind::bucket, "2017-04", "month", {1, 1})};
  results.in_rows = {1077, 231};
  results.open = {64, 60};
  results.undated = {99, 80};
  return results;
}

PivotRow pivot_row(const std::string& id, const std::string& name,
                   std::vector<PivotRow::Cell> cells, Counted total) {
  PivotRow result;
  result.value = {id, name, total};
  result.cells = std::move(cells);
  return result;
}

PivotResults pivot() {
  PivotResults results;
  results.matched.total_passages = 70;
  results.matched.total_articles = 30;
  results.columns = {{"2017-09", "2017-09", {40, 22}}, {"2017-10", "2017-10", {30, 19}}};
  results.rows = {
      pivot_row("sy-deir-ez-zor", "Deir ez-Zor", {{0, {31, 20}}, {1, {7, 7}}}, {44, 28}),
      pivot_row("sy-mayadin", "al-Mayadin", {{1, {20, 12}}}, {20, 12})};
  results.other_rows = pivot_row("", "", {{0, {12, 9}}}, {12, 9});
  results.all_passages = pivot_row("", "", {{0, {40, 22}}, {1, {30, 19}}}, {70, 30});
  results.all_passages.without = results.rows[0].without = {6, 5};
  results.total_rows = 9;
  results.total_columns = 2;
  return results;
}

PivotRequest pivot_request() {
  PivotRequest request;
  request.rows = "place";
  request.columns = "month";
  return request;
}

/// Many columns with long and wide names.
PivotResults wide_pivot() {
  auto results = pivot();
  results.columns.clear();
  for (const char* name : {"Government of the United Arab Republic", "قوات سوريا الديمقراطية",
                           "東京都庁舎前広場", "Donaudampfschifffahrtsgesellschaft", "X",
                           "👩‍👩‍👧 family", "Tiger Forces", "a b c d e f g"})
    results.columns.push_back({name, name, {1, 1}});
  results.rows[0].value.name = "الرقة والطبقة ومنبج وعين العرب وتل أبيض";
  return results;
}

}  // namespace

TEST_CASE("a timeline reads well at eighty columns") {
  CHECK(format_timeline_text(timeline(), {}, {}) == R"(1240 passages in 310 articles
by the month they speak of; 1077 of them have a bar

                      passages  articles
2016, no month given        12         9  ▌
2016-02                     40        21  █▌
... 11 months without
2017-02                   1024       200  ██████████████████████████████████████
2017-03                      0         0
2017-04                      1         1  ▏

open ("since 2014")         64        60
no date                     99        80
)");
}

TEST_CASE("a timeline reads well at forty columns and in ASCII") {
  TextStyle style;
  style.width = 40;
  style.ascii = true;
  CHECK(format_timeline_text(timeline(), {}, style) == R"(1240 passages in 310 articles
by the month they speak of; 1077 of them
have a bar

                pass  art
2016, no month    12    9  #
2016-02           40   21  #
... 11 months without
2017-02         1024  200  #############
2017-03            0    0
2017-04            1    1  #

open ("since")    64   60
no date           99   80
)");
}

TEST_CASE("a timeline that chose its time says what it leaves out") {
  auto results = timeline();
  results.narrowed = true;
  results.shown_first = "2016-01-01";
  results.shown_last = "2017-12-31";
  results.outside = {5, 4};
  const auto text = format_timeline_text(results, {}, {});
  CHECK(text.find("before 2016, after 2017") != std::string::npos);
  CHECK(text.find("--by decade") != std::string::npos);
  results.narrowed = false;
  CHECK(format_timeline_text(results, {}, {}).find("outside of --date") != std::string::npos);
}

TEST_CASE("a timeline as CSV has a line a row and one for all that has none") {
  CHECK(format_timeline_csv(timeline()) ==
        "bucket,level,first,last,passages,articles\r\n"
        "2016,year,2016-01,2016-28,12,9\r\n"
        "2016-02,month,2016-02-01,2016-02-28,40,21\r\n"
        "2016-03..2017-01,gap,2016-03..2017-01-01,2016-03..2017-01-28,0,0\r\n"
        "2017-02,month,2017-02-01,2017-02-28,1024,200\r\n"
        "2017-03,month,2017-03-01,2017-03-28,0,0\r\n"
        "2017-04,month,2017-04-01,2017-04-28,1,1\r\n"
        ",outside,,,0,0\r\n"
        "'--,unknown-year,,,0,0\r\n"
        ",open,,,64,60\r\n"
        ",unplaced,,,0,0\r\n"
        "none,undated,,,99,80\r\n"
        ",all,,,1240,310\r\n");
}

TEST_CASE("a table reads well at eighty columns") {
  CHECK(format_pivot_text(pivot(), pivot_request(), {}) == R"(70 passages in 30 articles
place (2 of 9) by month (2), counted in passages

            2017-09 2017-10 none all
Deir ez-Zor      31       7    6  44
al-Mayadin        .      20    .  20
others           12       .    .  12
all              40      30    6  70
)");
}

TEST_CASE("a table as CSV has the counts it is ordered by") {
  auto request = pivot_request();
  request.order = CountOf::articles;
  CHECK(format_pivot_csv(pivot(), request) ==
        "id,name,2017-09,2017-10,others,none,all\r\n"
        "sy-deir-ez-zor,Deir ez-Zor,20,7,0,5,28\r\n"
        "sy-mayadin,al-Mayadin,0,12,0,0,12\r\n"
        ",others,9,0,0,0,9\r\n"
        ",none,0,0,0,0,0\r\n"
        ",all,22,19,0,5,30\r\n");
}

TEST_CASE("columns of the same name are told apart in CSV") {
  auto results = pivot();
  results.columns = {{"sy-1", "Safsafah", {1, 1}}, {"sy-2", "Safsafah", {1, 1}}};
  CHECK(format_pivot_csv(results, pivot_request()).find("Safsafah (sy-1),Safsafah (sy-2)") !=
        std::string::npos);
}

TEST_CASE("no line of a table is wider than the terminal, whatever the names") {
  for (const auto width : std::vector<std::size_t>{40, 60, 80, 120})
    for (const bool ascii : {false, true}) {
      TextStyle style;
      style.width = width;
      style.ascii = ascii;
      CAPTURE(width);
      check_fits(format_pivot_text(wide_pivot(), pivot_request(), style), width);
      check_fits(format_pivot_text(pivot(), pivot_request(), style), width);
      check_fits(format_timeline_text(timeline(), {}, style), width);
    }
}

TEST_CASE("in ASCII all signs of our own are ASCII") {
  TextStyle style;
  style.width = 40;
  style.ascii = true;
  auto results = pivot();
  for (int i = 0; i < 9; ++i)
    results.columns.push_back({"x", "Donaudampfschifffahrtsgesellschaft", {1, 1}});
  results.rows[0].value.name = "A name that is longer than its column can be";
  CHECK(is_ascii(format_pivot_text(results, pivot_request(), style)));
  CHECK(is_ascii(format_timeline_text(timeline(), {}, style)));
}

TEST_CASE("a hostile name commands neither a terminal nor a spreadsheet") {
  auto results = pivot();
  results.columns[0].name = results.rows[0].value.name = results.rows[0].value.id = kHostile;
  results.matched.notes = {kHostile};
  auto request = pivot_request();
  request.search.query = kHostile;
  check_harmless(format_pivot_text(results, request, {}));
  const auto csv = format_pivot_csv(results, request);
  check_harmless(csv);
  CHECK(csv.starts_with("id,name,\"'=cmd"));
  CHECK(csv.find("\n\"'=cmd") != std::string::npos);
  CHECK(csv.find("\n=") == std::string::npos);
  CHECK(csv.find(",=") == std::string::npos);
  const auto json = format_pivot_json(results, request);
  check_harmless(json);
  CHECK(nlohmann::json::parse(json)["rows"][0]["cells"][1]["passages"] == 7);

  auto time = timeline();
  time.matched.notes = {kHostile};
  TimelineRequest time_request;
  time_request.search.query = kHostile;
  check_harmless(format_timeline_text(time, time_request, {}));
  const auto time_json = format_timeline_json(time, time_request);
  check_harmless(time_json);
  CHECK(nlohmann::json::parse(time_json)["rows"][3]["passages"] == 1024);
}

TEST_CASE("an answer without passages says what was asked for, not a table") {
  CHECK(format_timeline_text({}, {}, {}) == "No passage has what was asked for.\n");
  CHECK(format_pivot_text({}, pivot_request(), {}) == "No passage has what was asked for.\n");
}

}  // namespace furat::cli
