// Lists, tables and Markdown of results made by hand, and right-to-left names beside columns.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/cli/bidi_isolation.hpp"
#include "searcher/cli/markdown_format.hpp"
#include "searcher/cli/name_list.hpp"
#include "searcher/cli/text_format.hpp"
#include "searcher/formats/csv_format.hpp"
#include "tests/searcher/handmade_results.hpp"

namespace furat::cli {

using namespace formats;

namespace {

SearchResults with_title(const std::string& title) {
  SearchResults results = mayadin_results();
  results.hits[0].article.title = title;
  return results;
}

TEST_CASE("a list names each article and file once, in the order of the hits") {
  SearchResults results = mayadin_results();
  results.hits.push_back(mayadin_hit());
  results.hits.push_back(mayadin_hit());
  results.hits[0].article.file = "b.txt";
  results.hits[0].article.id = "b";
  CHECK(article_ids(results) == std::vector<std::string>{"b", "mayadin taken"});
  CHECK(file_names(results) == std::vector<std::string>{"b.txt", "news/mayadin.txt"});
}

TEST_CASE("names are harmless in lines and in JSON, and as they are before a NUL") {
  const std::vector<std::string> names{"a\nb\x1B[31m", "c"};
  CHECK(format_lines(names) == "a b[31m\nc\n");
  CHECK(format_null(names) == std::string("a\nb\x1B[31m\0c\0", 11));
  CHECK(nlohmann::json::parse(format_names_json(names)) == nlohmann::json(names));
  CHECK(lines_of(format_names_jsonl(names)).size() == 2);
}

TEST_CASE("TSV has neither quotes nor tabs in cells and runs no formula") {
  const auto cells_of = [](const std::string& title) {
    const auto lines = lines_of(format_csv(with_title(title), Separator::tab));
    REQUIRE(lines.size() == 2);
    std::vector<std::string> cells(1);
    for (const char c : lines[1])
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    return cells;
  };
  for (const std::string title : {"say \"no\", twice", "two\r\nlines", "a\tb", "=1+1", " @SUM"}) {
    const auto cells = cells_of(title);
    REQUIRE(cells.size() == 15);
    CHECK(cells[4].find_first_of("\t\r\n") == std::string::npos);
  }
  CHECK(cells_of("say \"no\", twice")[4] == "say \"no\", twice");
  CHECK(cells_of("=1+1")[4] == "'=1+1");
  CHECK(cells_of(" @SUM")[4] == "' @SUM");
}

TEST_CASE("the values of facets are a table of their own") {
  const auto lines = lines_of(format_facets_csv(mayadin_results(), Separator::tab));
  CHECK(lines[0] ==
        "dimension\tid\tname\tkind\tparent\tdepth\tpassages\tarticles\tprecise\tselected\tstories");
  CHECK(lines[2] == "place\tdez-gov\tDeir ez-Zor Governorate\t\tsy\t1\t9\t5\t9\tno\t0");
  CHECK(lines[3].ends_with("\tyes\t0"));
}

TEST_CASE("Markdown shows text as it is, whatever the archive holds") {
  CHECK(markdown_text("a*b_c [x](y) <i> `c` \\") == "a\\*b\\_c \\[x\\](y) \\<i\\> \\`c\\` \\\\");
  CHECK(markdown_text("# no heading") == "\\# no heading");
  CHECK(markdown_text("1986. A year") == "1986\\. A year");
  CHECK(markdown_text("2017-10-05") == "2017-10-05");
  const std::string& text = GENERATE(from_range(hostile_texts()));
  INFO(text);
  check_harmless(format_markdown(hostile_results(text), request_for(text)));
}

TEST_CASE("Markdown has marks in bold, links and tables") {
  const auto out = format_markdown(mayadin_results(), request_for("Mayadin"));
  CHECK(out.find("12 passages in 7 articles, number 1 shown") == 0);
  CHECK(out.find("1. [**Army enters Mayadin**](<https://x.org/a%20b>)\n") != std::string::npos);
  CHECK(out.find("   > … The army entered **Mayadin** on Saturday.\n") != std::string::npos);
  CHECK(out.find("| place: 3 of 14 values | passages | articles |\n") != std::string::npos);
  CHECK(out.find("| – – **Mayadin** | 3 | 1 |\n") != std::string::npos);
  CHECK(out.find("| none | 2 | |\n") != std::string::npos);
}

TEST_CASE("text in right-to-left letters is isolated in its own direction, other text is not") {
  const TextStyle terminal{.isolates = true};
  CHECK(isolated("دير الزور", terminal) == "\u2067دير الزور\u2069");
  CHECK(isolated("Raqqa (الرقة)", terminal) == "\u2066Raqqa (الرقة)\u2069");
  CHECK(isolated("12 ירושלים", terminal) == "\u206712 ירושלים\u2069");
  CHECK(isolated("Raqqa 12", terminal) == "Raqqa 12");
  CHECK(isolated("دير الزور", TextStyle{}) == "دير الزور");
}

TEST_CASE("the indent of a name that runs to the left stays at its left") {
  SearchResults results = mayadin_results();
  results.facets[0].values[1].name = "دير الزور";
  const auto lines = lines_of(format_text(results, request_for("x"), TextStyle{.isolates = true}));
  CHECK(std::any_of(lines.begin(), lines.end(), [](const auto& line) {
    return line.starts_with("    \u2067دير الزور\u2069 ");
  }));
}

TEST_CASE("in a narrow terminal names stay readable and other columns go") {
  SearchResults results = mayadin_results();
  for (auto& value : results.facets[1].values) value.precise = 3;
  const auto rows = [&](std::size_t width) {
    return format_text(results, request_for("x"), TextStyle{.width = width});
  };
  CHECK(rows(80).find("(3 ") != std::string::npos);
  const auto narrow = rows(36);
  CHECK(narrow.find("14 October 20") != std::string::npos);
  CHECK(narrow.find("(3 ") == std::string::npos);
  CHECK(narrow.find("place: 3 of 14 values, 2 passages\n  without\n") != std::string::npos);
  CHECK(rows(26).find("12  7 articles") == std::string::npos);
}

}  // namespace
}  // namespace furat::cli
