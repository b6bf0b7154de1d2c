// Search results made by hand, friendly and hostile, for the tests of the output formats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "searcher/formats/sanitize.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/lines_of.hpp"

namespace furat::cli {

inline MentionInfo mention(const std::string& dimension, const std::string& id,
                           const std::string& name) {
  MentionInfo m;
  m.dimension = dimension;
  m.id = id;
  m.name = name;
  m.text = name;
  m.bytes = {420, 427};
  m.rule = "test";
  if (dimension == "place") m.role = "at";
  if (dimension == "date") m.first = m.last = id;
  return m;
}

inline Hit mayadin_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 7.25;
  hit.passage = "mayadin taken#2";
  hit.article = {"mayadin taken",     "news/mayadin.txt", "Army enters Mayadin", "Field Notes", "",
                 "https://x.org/a b", "2017-10-14",       "front-matter"};
  hit.text = "The army entered Mayadin on Saturday.";
  hit.bytes = {412, 870};
  hit.line = 9;
  hit.snippet = {"The army entered Mayadin on Saturday.", {{17, 24}}, true, false};
  hit.title_marks = {{12, 19}};
  hit.mentions = {mention("place", "mayadin", "Mayadin"), mention("place", "mayadin", "Mayadin"),
                  mention("date", "2017-10-14", "2017-10-14"),
                  mention("place", "dez", "Deir ez-Zor"), mention("actor", "saa", "Syrian Army")};
  return hit;
}

inline FacetValue facet_value(const std::string& id, const std::string& name, std::size_t depth,
                              std::size_t passages, std::size_t articles) {
  FacetValue value;
  value.id = id;
  value.name = name;
  value.depth = depth;
  value.passages = value.precise = passages;
  value.articles = articles;
  return value;
}

inline SearchResults mayadin_results() {
  SearchResults results;
  results.hits = {mayadin_hit()};
  results.total_passages = results.total_hits = 12;
  results.total_articles = 7;
  results.matched_as = {{"Deir Ezzor",
                         {"dez", "dez-gov"},
                         {"Deir ez-Zor", "Deir ez-Zor Governorate"},
                         "letters",
                         {"Der Ezor", "Dayrizor"}}};
  results.generation = "g1";
  FacetCounts places{"place",
                     {facet_value("sy", "Syria", 0, 12, 7),
                      facet_value("dez-gov", "Deir ez-Zor Governorate", 1, 9, 5),
                      facet_value("mayadin", "Mayadin", 2, 3, 1)},
                     14,
                     2};
  places.values[1].parent = "sy";
  places.values[2].selected = true;
  FacetCounts dates{"date",
                    {facet_value("2017", "2017", 0, 12, 7),
                     facet_value("2017-10-14", "14 October 2017", 1, 12, 7)},
                    2,
                    0};
  dates.values[0].kind = "year";
  dates.values[1].kind = "day";
  dates.values[1].precise = 3;
  results.facets = {places, dates};
  return results;
}

inline SearchRequest request_for(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

/// A hit whose every string an enemy wrote.
inline Hit hostile_hit(const std::string& text) {
  Hit hit = mayadin_hit();
  for (std::string* field : {&hit.article.id, &hit.article.title, &hit.article.source,
                             &hit.article.url, &hit.article.file, &hit.article.published,
                             &hit.heading, &hit.text, &hit.snippet.text, &hit.passage}) {
    *field = text;
  }
  hit.snippet.marks = {{0, static_cast<std::uint32_t>(text.size())}};
  hit.title_marks = {{1, 3}, {500, 600}};
  for (MentionInfo& m : hit.mentions) m.name = m.id = m.text = m.rule = text;
  return hit;
}

inline SearchResults hostile_results(const std::string& text) {
  SearchResults results = mayadin_results();
  results.hits = {hostile_hit(text), hostile_hit(text)};
  results.notes = {text};
  results.matched_as = {{text, {text}, {text}, text, {text}}};
  results.generation = text;
  for (FacetCounts& facet : results.facets) {
    facet.dimension = text;
    for (FacetValue& value : facet.values) value.name = value.kind = value.id = text;
  }
  return results;
}

inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "\x1B]0;owned\x07 \x1B[2J\x1B[31mred",
      "\xC2\x9B"
      "31mC1 \xC2\x9D"
      "0;x\xC2\x9C",
      "\u202Eevil\u202C \u2066iso\u2069",
      std::string("nul\0byte", 8),
      "bad \xFF\xC3( \xE2\x80 \xED\xA0\x80 \xF4\x90\x80\x80",
      "line\nbreak\r\ttab\u2028sep\x7F",
      "=HYPERLINK(\"http://x\",\"y\")",
      "\"quoted\", with, commas",
      "漢字かな交じり文の見出しは幅が二倍である漢字かな交じり文の見出しは幅が二倍である漢字かな交じ"
      "り文",
      "دَيْرُ الزَّوْرِ مدينة سورية تقع على نهر الفرات وهي مركز محافظة دير الزور في شرق البلاد وأكبر "
      "مدنها",
      std::string(500, 'x'),
      "e\u0301\u0301\u0301 👩\u200D👩\u200D👧 🇸🇾 \u2764\uFE0F",
      " ",
      "",
  };
  return texts;
}

using furat::test::lines_of;

/// Nothing that a terminal would obey, and valid UTF-8; line ends are ours.
inline void check_harmless(std::string text) {
  std::erase(text, '\n');
  REQUIRE(formats::sanitized(text) == text);
}

}  // namespace furat::cli
