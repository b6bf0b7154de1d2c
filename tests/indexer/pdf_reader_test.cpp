#include "indexer/readers/pdf/pdf_reader.hpp"

#include <fstream>
#include <sstream>

#include "indexer/readers/document_properties.hpp"
#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/readers/pdf/page_words.hpp"
#include "indexer/readers/pdf/visual_order.hpp"
#include "tests/support/pdf_writer.hpp"
#include "tests/support/read_outcome.hpp"

using namespace furat::test;
using furat::indexer::Article;
using furat::indexer::BlockKind;
using furat::indexer::reader_for;
using namespace std::string_literals;
using namespace std::string_view_literals;
using Strings = std::vector<std::string>;

namespace {

Article read(PdfWriter& pdf, std::string_view file = "file.pdf") {
  return read_article(file, pdf.bytes());
}

std::string data_file(const std::string& name) {
  std::ifstream file(std::string(FURAT_SOURCE_DIR) + "/tests/data/" + name, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// So many lines of a column that is 230 points wide in type of 10, each with its number.
Strings column(const std::string& name, int count) {
  Strings lines;
  for (int i = 1; i <= count; ++i)
    lines.push_back("line " + std::to_string(i) + " of the " + name + " goes from end to end, so");
  return lines;
}

std::string all_text(const Article& article) { return article.body; }

/// The words of the body that stand before `word`.
bool in_order(const std::string& text, const Strings& parts) {
  std::size_t at = 0;
  for (const auto& part : parts) {
    at = text.find(part, at);
    if (at == std::string::npos) {
      UNSCOPED_INFO("not found, or not in order: " << part << "\n" << text);
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a PDF is known by its mark within the first KiB, whatever its name") {
  CHECK(reader_for("report.pdf", "%PDF-1.4 ...")->name == "pdf");
  CHECK(reader_for("report", "\xEF\xBB\xBF\n%PDF-1.7\n%\xE2\xE3")->name == "pdf");
  CHECK(reader_for("mail", std::string(1000, '\n') + "%PDF-1.7")->name == "pdf");
  CHECK(reader_for("about.txt", std::string(1030, 'x') + " begins with %PDF-1.4")->name == "text");
  CHECK(reader_for("report.pdf", "%PDF-1.4")->isolated);
}

TEST_CASE("lines of a paragraph are one block, with their line ends") {
  PdfWriter pdf;
  pdf.add_page()
      .lines(72, 100, 10, 12,
             {"The first paragraph has three lines, and the last",
              "of them is not as wide as the penin-", "sula itself."})
      .lines(72, 160, 10, 12,
             {"The second one stands apart from it and has two", "lines of its own."});
  const auto article = read(pdf);
  CHECK(
      blocks_of(article) ==
      Strings{"P: The first paragraph has three lines, and the last\nof them is not as wide as the "
              "penin-\nsula itself.",
              "P: The second one stands apart from it and has two\nlines of its own."});
  CHECK(article.extracted);
  CHECK(article.id == "file.pdf");
  CHECK(!article.published);
}

TEST_CASE("an indent begins a paragraph") {
  PdfWriter pdf;
  pdf.add_page()
      .lines(72, 100, 10, 12,
             {"The first paragraph goes on and on to the end of it,",
              "where the line is full of words that are said once."})
      .text(87, 124, 10, "The second one begins with an indent and has words")
      .lines(72, 136, 10, 12,
             {"that fill its lines, as the first one has done before it,", "and it is over here."});
  CHECK(read(pdf).blocks.size() == 2);
}

TEST_CASE("two columns are read one after the other, below a heading across both") {
  PdfWriter pdf;
  auto& page = pdf.add_page();
  page.text(120, 80, 18, "A Heading That Stands Across Both of the Columns");
  page.lines(60, 120, 10, 12, column("left column", 30));
  page.lines(320, 120, 10, 12, column("right column", 30));
  const auto article = read(pdf);
  CHECK(in_order(all_text(article), {"A Heading", "line 1 of the left", "line 30 of the left",
                                     "line 1 of the right", "line 30 of the right"}));
  CHECK(article.title == "A Heading That Stands Across Both of the Columns");
  CHECK(blocks_of(article)[0] == "H: A Heading That Stands Across Both of the Columns");
}

TEST_CASE("text across the page parts the columns above it from those below") {
  PdfWriter pdf;
  auto& page = pdf.add_page();
  page.lines(60, 100, 10, 12, column("first", 12));
  page.lines(320, 100, 10, 12, column("second", 12));
  page.text(60, 270, 10,
            "This line of text goes across the whole of the page, from the very left to the right "
            "end of it, once.");
  page.lines(60, 300, 10, 12, column("third", 12));
  page.lines(320, 300, 10, 12, column("fourth", 12));
  CHECK(in_order(read(pdf).body, {"line 12 of the first", "line 1 of the second",
                                  "line 12 of the second", "goes across", "line 1 of the third",
                                  "line 12 of the third", "line 1 of the fourth"}));
}

TEST_CASE("a sentence goes on over columns and pages in one block") {
  PdfWriter pdf;
  for (int number = 0; number < 2; ++number) {
    auto& page = pdf.add_page();
    const auto side = number == 0 ? "hill, on the first page"s : "dale, on the second"s;
    page.lines(60, 100, 10, 12, column("left " + side, 30));
    page.lines(320, 100, 10, 12, column("right " + side, 30));
  }
  const auto article = read(pdf);
  CHECK(article.blocks.size() == 1);
  REQUIRE(article.pages.size() == 2);
  CHECK(article.pages[0].begin == 0);
  CHECK(article.pages[1].page == 2);
  // Where the first line of the second page begins, inside of the block.
  const auto at = article.pages[1].begin;
  CHECK(article.body.substr(at, 6) == "line 1");
  CHECK(article.body[at - 1] == '\n');
  CHECK(at > article.body.size() / 2 - 10);
}

TEST_CASE("notes at the foot of a column do not part a sentence") {
  PdfWriter pdf;
  auto& page = pdf.add_page();
  page.lines(60, 100, 10, 12, column("left side", 30));
  page.text(60, 480, 8, "1 A note in small type that stands below the text.");
  page.lines(320, 100, 10, 12, column("right side", 30));
  const auto article = read(pdf);
  CHECK(article.blocks.size() == 2);
  CHECK(in_order(article.body, {"line 30 of the left", "line 1 of the right", "A note"}));
}

TEST_CASE("short lines on pages of their own are no sentence") {
  PdfWriter pdf;
  for (const auto* word : {"water", "bread", "stone"}) pdf.add_page().text(72, 300, 10, word);
  CHECK(blocks_of(read(pdf)) == Strings{"P: water", "P: bread", "P: stone"});
}

TEST_CASE("rows of a table stay rows") {
  PdfWriter pdf;
  auto& page = pdf.add_page();
  page.text(72, 80, 10,
            "These are the figures of the years that the report is about, as they were counted.");
  const std::vector<Strings> rows{{"Year", "Tons", "Place"}, {"1990", "20", "Mosul"},
                                  {"1991", "30", "Basra"},   {"1992", "45", "Kirkuk"},
                                  {"1993", "50", "Amara"},   {"1994", "60", "Najaf"}};
  double down = 110;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      page.text(72 + 130 * static_cast<double>(i), down, 10, row[i]);
    down += 12;
  }
  const auto blocks = blocks_of(read(pdf));
  REQUIRE(blocks.size() == 7);
  CHECK(blocks[1] == "T: Year | Tons | Place");
  CHECK(blocks[6] == "T: 1994 | 60 | Najaf");
}

TEST_CASE("running heads and page numbers are left out, headings of chapters are not") {
  PdfWriter pdf;
  for (int number = 1; number <= 4; ++number) {
    auto& page = pdf.add_page();
    page.text(72, 40, 9, "Journal of Dry Rivers " + std::to_string(number));
    page.text(72, 90, 18, "Chapter " + std::to_string(number));
    page.lines(72, 120, 10, 12,
               {"What page " + std::to_string(number) + " says is said once and is not said again.",
                "It is over."});
    page.text(290, 770, 9, std::to_string(number));
  }
  const auto blocks = blocks_of(read(pdf));
  REQUIRE(blocks.size() == 8);
  CHECK(blocks[0] == "H: Chapter 1");
  CHECK(blocks[1] == "P: What page 1 says is said once and is not said again.\nIt is over.");
  CHECK(blocks[6] == "H: Chapter 4");
}

TEST_CASE("a page of text that begins like others keeps its text") {
  PdfWriter pdf;
  pdf.add_page().lines(
      72, 100, 10, 12,
      {"The council met in the morning and spoke of water.", "Nobody left early."});
  pdf.add_page().lines(
      72, 100, 10, 12,
      {"The council met in the evening and spoke of bread.", "Everybody left late."});
  const auto body = read(pdf).body;
  CHECK(body.find("morning") != std::string::npos);
  CHECK(body.find("evening") != std::string::npos);
}

TEST_CASE("numbers of lines in the margin are left out, those of the text stay") {
  PdfWriter pdf;
  auto& page = pdf.add_page();
  const Strings words{"river", "field", "tower", "house", "water",
                      "bread", "stone", "light", "grain", "horse"};
  for (int i = 0; i < 10; ++i) {
    page.text(40, 100 + 12 * i, 8, std::to_string(31 + i));
    page.text(72, 100 + 12 * i, 10,
              std::to_string(1990 + i) + " was the year of the " +
                  words[static_cast<std::size_t>(i)] + " and it went on,");
  }
  const auto article = read(pdf);
  CHECK(article.body.find("31") == std::string::npos);
  CHECK(article.body.find("1990 was the year of the river") != std::string::npos);
  CHECK(article.blocks.size() == 1);
}

TEST_CASE("headings and items of lists are known") {
  PdfWriter pdf;
  pdf.add_page()
      .text(72, 100, 10, "2. Where the water went", PdfFont::bold)
      .lines(72, 124, 10, 12,
             {"The river was lower than in any year that anybody in the",
              "town could remember, they said:"})
      .text(84, 148, 10, "\x95 the upper dam held most of it back;")
      .text(84, 160, 10, "\x95 the rest went into the fields.")
      .text(72, 190, 10, "WHAT CAME AFTER")
      .lines(72, 210, 10, 12,
             {"Nobody knows what came after, or nobody who was there", "has told it."});
  CHECK(blocks_of(read(pdf)) ==
        Strings{"H: 2. Where the water went",
                "P: The river was lower than in any year that anybody in the\ntown could remember, "
                "they said:",
                "L: \u2022 the upper dam held most of it back;",
                "L: \u2022 the rest went into the fields.", "H: WHAT CAME AFTER",
                "P: Nobody knows what came after, or nobody who was there\nhas told it."});
}

TEST_CASE("a page on its side is read as it is meant") {
  PdfWriter pdf;
  pdf.add_page(600, 800).turn().lines(
      72, 100, 10, 12,
      {"The first line of a page on its side is this one,", "and this is the second."});
  CHECK(blocks_of(read(pdf)) ==
        Strings{"P: The first line of a page on its side is this one,\nand this is the second."});
}

TEST_CASE("of a page cut to a part, what is shown is read") {
  PdfWriter pdf;
  pdf.add_page()
      .crop(100, 500, 500, 700)
      .text(120, 600, 10, "This stands in the part that is shown.")
      .text(20, 50, 10, "This does not.");
  CHECK(read(pdf).body == "This stands in the part that is shown.");
}

TEST_CASE("a page of nothing but a repeated line, or a number, keeps it") {
  PdfWriter pdf;
  for (int i = 0; i < 4; ++i) pdf.add_page().text(72, 60, 24, i < 3 ? "Again" : "4");
  CHECK(read(pdf).body == "Again\n\nAgain\n\nAgain\n\n4");
}

TEST_CASE("ligatures become letters, and other characters stay") {
  PdfWriter pdf;
  pdf.add_page().unicode(72, 100, 10, u"\uFB01rst o\uFB03ce m\u00B2");
  CHECK(read(pdf).body == "first office m\u00B2");
}

TEST_CASE("Arabic comes out in the order it is read, letters of one word together") {
  PdfWriter pdf;
  // Seen from left to right: the year, then two words whose first letters are at the right.
  pdf.add_page().unicode(200, 100, 12, u"2017 \u0627\u064A\u0631\u0648\u0633 \u0641\u064A\u0631");
  CHECK(read(pdf).body == "\u0631\u064A\u0641 \u0633\u0648\u0631\u064A\u0627 2017");
}

TEST_CASE("brackets in Arabic lines open before words, whichever way a program tells them") {
  using furat::indexer::pdf::as_read;
  CHECK(as_read("(Su-34) \u0631\u064A\u0641", true) == "\u0641\u064A\u0631 (Su-34)");
  CHECK(as_read(")Su-34( \u0631\u064A\u0641", true) == "\u0641\u064A\u0631 (Su-34)");
}

TEST_CASE("text of a PDF is clean whatever code units it has") {
  using furat::indexer::pdf::clean_text;
  const auto clean = [](std::vector<unsigned short> units) { return clean_text(units); };
  CHECK(clean({'a', 0, 1, 0x85, 'b', 0x2028, 'c'}) == "a b c");
  CHECK(clean({0xD83D, 0xDE00}) == "\U0001F600");
  CHECK(clean({0xD83D, 'x', 0xDC00}) == "\uFFFDx\uFFFD");
  CHECK(clean({0xF0B7, ' ', 'x', 0xE000, 0xFFFF}) == "\u2022 x");
  CHECK(clean({0xFEDF, 0xFE8E}) == "\u0644\u0627");
}

TEST_CASE("properties count if they say something") {
  PdfWriter pdf;
  pdf.set("Title", "Water and Bread");
  pdf.set("Author", "A. Writer");
  pdf.set("CreationDate", "D:20010203040506Z");
  pdf.add_page().text(72, 100, 10, "Some words that are here.");
  const auto article = read(pdf);
  CHECK(article.title == "Water and Bread");
  CHECK(article.author == "A. Writer");
  CHECK(!article.published);
}

TEST_CASE("titles that programs put there are none") {
  const auto title =
      GENERATE("Microsoft Word - report_final.doc"s, "untitled"s, "Untitled-1"s, "report.indd"s,
               "C:\\texts\\report"s, "the-file"s, "Document1"s, "12345"s, ""s,
               "PowerPoint Presentation"s, "sag-39-3-4-0902"s, "Slide 1"s);
  CHECK(furat::indexer::sane_title(title, "folder/The-File.pdf").empty());
}

TEST_CASE("titles that writers put there are kept") {
  const auto title = GENERATE("COVID-19"s, "Annual Report 2017"s, "The Layout of Cities"s,
                              "Catch-22"s, "\u0631\u064A\u0641"s);
  CHECK(furat::indexer::sane_title(title, "file.pdf") == title);
  CHECK(furat::indexer::sane_author("Administrator").empty());
  CHECK(furat::indexer::sane_author("Microsoft Office User").empty());
  CHECK(furat::indexer::sane_author(" Ada Writer ") == "Ada Writer");
}

TEST_CASE("a PDF without text may be a scan") {
  PdfWriter pdf;
  pdf.add_page();
  CHECK(read_with_reader("scan.pdf", pdf.bytes()).refusal() ==
        "The PDF has no text; it may be a scan.");
}

TEST_CASE("a PDF that needs a password says so, one that does not is read") {
  CHECK(read_with_reader("a.pdf", data_file("needs-password.pdf")).refusal() ==
        "The PDF is encrypted and needs a password.");
  CHECK(read_article("b.pdf", data_file("encrypted-without-password.pdf")).body ==
        "Anybody may read this sentence.");
}

TEST_CASE("too many pages are refused, with the limit") {
  PdfWriter pdf;
  for (int i = 0; i < 5001; ++i) pdf.add_page().text(72, 100, 10, "Again.");
  CHECK(read_with_reader("long.pdf", pdf.bytes()).refusal() ==
        "The PDF has 5001 pages; the limit is 5000.");
}

TEST_CASE("a damaged PDF is one clear problem, or what can be saved") {
  CHECK(read_with_reader("a.pdf", "%PDF-1.4\nand nothing of it").refusal() ==
        "The PDF is damaged and cannot be opened.");
  PdfWriter pdf;
  pdf.add_page().lines(72, 100, 10, 12, column("page", 20));
  const auto whole = pdf.bytes();
  for (std::size_t size = 10; size < whole.size(); size += 97) {
    auto outcome = read_with_reader("cut.pdf", std::string_view(whole).substr(0, size));
    CHECK(outcome.articles.size() + outcome.problems.size() == 1);
  }
}

TEST_CASE("a PDF with any byte changed gives an article, a message or both, in its own process") {
  PdfWriter pdf;
  pdf.add_page().lines(72, 100, 10, 12, column("page", 5));
  const auto whole = pdf.bytes();
  const auto* reader = reader_for("x.pdf", whole);
  for (std::size_t i = 9; i < whole.size(); i += 41) {
    auto damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x15);
    ReadOutcome outcome;
    furat::indexer::read_isolated(*reader, "damaged.pdf", damaged, outcome.sink());
    CHECK(outcome.articles.size() + outcome.problems.size() >= 1);
  }
}

TEST_CASE("thousands of words in one place are read in time") {
  PdfWriter pdf;
  auto& page = pdf.add_page();
  for (int i = 0; i < 8'000; ++i)
    page.text(72 + i % 400, 100 + i % 13, 0.5 + i % 7, "w" + std::to_string(i));
  ReadOutcome outcome;
  const auto bytes = pdf.bytes();
  furat::indexer::read_isolated(*reader_for("x.pdf", bytes), "x.pdf", bytes, outcome.sink());
  CHECK(outcome.articles.size() + outcome.problems.size() == 1);
}
