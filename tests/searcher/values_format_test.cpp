// Lists of actors and places in print: that they fit, and that no name commands a terminal or a
// spreadsheet.
#include <string>
#include <vector>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/values_text.hpp"
#include "searcher/formats/values_data.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/lines_of.hpp"

namespace furat::cli {

using namespace formats;

namespace {

using furat::test::lines_of;

const std::string kHostile = "=cmd|' /C calc'!A1\x1B]0;gone\x07,\"\u202Eright\xFF";

ValueInfo nusra() {
  ValueInfo value;
  value.id = "jabhat-al-nusra";
  value.name = "Jabhat al-Nusra";
  value.kind = "political_militia";
  value.country = "SY";
  value.from_year = 2012;
  value.to_year = 2016;
  value.counted = {14, 9};
  value.named = {12, 8};
  value.first_date = "2013";
  value.last_date = "2017-09-05";
  value.first_published = value.last_published = "2017-09-06";
  value.path = {{"al-qaeda", "al-Qaeda"}};
  value.succession = {{"jabhat-al-nusra", "Jabhat al-Nusra", 2012, 2016, 0, {14, 9}},
                      {"jfs", "Jabhat Fatah al-Sham", 2016, 2017, 1, {1, 1}},
                      {"hts", "Hayat Tahrir al-Sham", 2017, {}, 2, {0, 0}}};
  value.spellings = {{"Nusra Front", 8}, {"جبهة النصرة", 5}};
  value.total_spellings = 4;
  value.actors = {{"isis", "Islamic State", "rebels", 6, 2.25, 12.5}};
  value.places = {{"sy-idlib", "إدلب", "city", 10, 12.0, 9.5}};
  return value;
}

ValueInfo hostile() {
  auto value = nusra();
  value.name = value.id = value.kind = value.country = kHostile;
  value.discovered = true;
  value.spellings = {{kHostile, 3}};
  value.actors.front().name = value.actors.front().id = kHostile;
  value.path.front().name = value.path.front().id = kHostile;
  value.succession.front().name = value.succession.front().id = kHostile;
  return value;
}

ValuesResults results_of(std::vector<ValueInfo> values) {
  ValuesResults results;
  results.matched.total_passages = 100;
  results.matched.total_articles = results.matched.total_stories = 40;
  results.total_values = values.size();
  results.values = std::move(values);
  return results;
}

ValuesRequest request_for(const std::string& name) {
  ValuesRequest request;
  request.name = name;
  return request;
}

std::string text_of(const ValuesResults& results, const std::string& name, std::size_t width = 80) {
  TextStyle style;
  style.width = width;
  return format_values_text(results, request_for(name), style);
}

}  // namespace

TEST_CASE("a value that a name means alone is told in full") {
  CHECK(text_of(results_of({nusra()}), "nusra") == R"(100 passages in 40 articles

Jabhat al-Nusra (jabhat-al-nusra)
  political militia · SY · 2012-2016
  14 passages in 9 articles; 12 in 8 name it itself
  dates 2013 to 2017-09-05
  published 2017-09-06
  belongs to al-Qaeda
  succession Jabhat al-Nusra (2012-2016), 14 passages > Jabhat Fatah al-Sham
    (2016-2017), 1 passage > Hayat Tahrir al-Sham (2017-), 0 passages
  spellings, by passages: 2 of 4
    8  Nusra Front
    5  جبهة النصرة
  actors named together with it: passages, times as many as by chance
       6   2.2  Islamic State
  places named together with it: passages, times as many as by chance
      10  12.0  إدلب
)");
}

TEST_CASE("several values are a line each, names last") {
  auto other = nusra();
  other.name = "جيش الإسلام";
  other.kind = "rebels";
  other.discovered = true;
  auto results = results_of({nusra(), other});
  results.tier = "words";
  results.total_values = 5;
  results.others = {{"x", "Y"}};
  CHECK(text_of(results, "nus") == R"(100 passages in 40 articles
actors with 'nus' in a name: 2 of 5

passages articles dates      kind              name
      14        9 2013..2017 political militia Jabhat al-Nusra
      14        9 2013..2017 rebels            جيش الإسلام (discovered)

these words are in a name of: Y (x)
)");
}

TEST_CASE("lists fit whatever the width and the names are, and are harmless") {
  for (const std::size_t width : {40U, 60U, 80U, 120U})
    for (const auto& text : {text_of(results_of({hostile()}), "x", width),
                             text_of(results_of({hostile(), nusra()}), kHostile, width)}) {
      for (const auto& line : lines_of(text)) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
      }
      CHECK(text.find('\x1B') == std::string::npos);
      CHECK(text.find("\u202E") == std::string::npos);
    }
  const auto csv = format_values_csv(results_of({hostile(), nusra()}));
  CHECK(csv.find("\n=cmd") == std::string::npos);
  CHECK(csv.find('\x1B') == std::string::npos);
  const auto json = format_values_json(results_of({hostile()}), request_for(kHostile));
  CHECK(json.find('\x1B') == std::string::npos);
}

TEST_CASE("many groups that became one are told by the first few") {
  auto value = nusra();
  value.succession.clear();
  for (int i = 0; i < 9; ++i) value.succession.push_back({"g", "Group", {}, {}, -1, {1, 1}});
  value.succession.push_back({"nlf", "NLF", 2018, {}, 0, {3, 2}});
  const auto text = text_of(results_of({value}), "nlf", 120);
  CHECK(text.find("Group, 1 passage + Group, 1 passage + Group, 1 passage + Group, 1 passage + 5 "
                  "more") != std::string::npos);
}

}  // namespace furat::cli
