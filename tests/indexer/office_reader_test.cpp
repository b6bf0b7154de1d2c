#include "indexer/readers/document_properties.hpp"
#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/readers/office/docx_reader.hpp"
#include "indexer/readers/office/odt_reader.hpp"
#include "tests/support/read_outcome.hpp"
#include "tests/support/zip_writer.hpp"

using namespace furat::test;
using furat::indexer::accepts_docx;
using furat::indexer::accepts_odt;
using furat::indexer::Article;
using furat::indexer::reader_for;
using namespace std::string_literals;
using namespace std::string_view_literals;
using Strings = std::vector<std::string>;
using Members = std::vector<std::pair<std::string, std::string>>;

namespace {

constexpr auto kContentTypes = "<Types/>";

std::string document(const std::string& body) {
  return "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\"><w:body>" +
         body + "</w:body></w:document>";
}

std::string docx(const std::string& body, Members more = {}) {
  Members members{{"[Content_Types].xml", kContentTypes}, {"word/document.xml", document(body)}};
  members.insert(members.end(), more.begin(), more.end());
  return zip_of(members);
}

/// A paragraph of one run.
std::string p(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

Strings docx_blocks(const std::string& body, Members more = {}) {
  return blocks_of(read_article("file.docx", docx(body, std::move(more))));
}

std::string odt_content(const std::string& text, const std::string& styles = {}) {
  return "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:o\" "
         "xmlns:text=\"urn:t\""
         " xmlns:table=\"urn:tab\" xmlns:draw=\"urn:d\" xmlns:style=\"urn:s\""
         " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">"
         "<office:automatic-styles>" +
         styles + "</office:automatic-styles><office:body><office:text>" + text +
         "</office:text></office:body></office:document-content>";
}

Members odt_members(const std::string& content, Members more = {}) {
  Members members{{"mimetype", "application/vnd.oasis.opendocument.text"},
                  {"content.xml", content}};
  members.insert(members.end(), more.begin(), more.end());
  return members;
}

Strings odt_blocks(const std::string& text, const std::string& styles = {}) {
  return blocks_of(read_article("file.odt", zip_of(odt_members(odt_content(text, styles)))));
}

constexpr auto kStyles =
    "<w:styles xmlns:w=\"urn:w\">"
    "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading "
    "1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn "
    "w:val=\"berschrift1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Punkt\"><w:name w:val=\"List Bullet\"/>"
    "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
    "</w:styles>"sv;

}  // namespace

TEST_CASE("office files are known by what is in them, then by their names") {
  const auto word = docx(p("Text."));
  const auto text = zip_of(odt_members(odt_content("<text:p>Text.</text:p>")));
  const auto other = zip_of({{"a.txt", "Text."}});
  CHECK(reader_for("file", word)->name == "docx");
  CHECK(reader_for("file", text)->name == "odt");
  CHECK(reader_for("file.docx", other)->name == "docx");
  CHECK(reader_for("file.odt", other)->name == "odt");
  CHECK(reader_for("file.zip", other) == nullptr);
  CHECK(reader_for("sheet.ods",
                   zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})) ==
        nullptr);
  CHECK(reader_for("file.docx", "no zip at all")->name == "text");
  CHECK(reader_for("file.docx", word)->isolated);
  CHECK(reader_for("file.odt", text)->isolated);
}

TEST_CASE("paragraphs of a DOCX are blocks of the kind that their styles say") {
  CHECK(docx_blocks(p("The title", "<w:pStyle w:val=\"Titel\"/>") +
                        p("A heading", "<w:pStyle w:val=\"berschrift1\"/>") +
                        p("Another", "<w:pStyle w:val=\"Own\"/>") +
                        p("By level", "<w:outlineLvl w:val=\"2\"/>") + p("Text.") +
                        p("One", "<w:pStyle w:val=\"Punkt\"/>") +
                        p("Two", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") +
                        p("Not numbered",
                          "<w:pStyle w:val=\"Punkt\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                        p("Said", "<w:pStyle w:val=\"Zitat\"/>") +
                        p("In a ring", "<w:pStyle w:val=\"A\"/>") +
                        p("Body level", "<w:outlineLvl w:val=\"9\"/>"),
                    {{"word/styles.xml", std::string(kStyles)}}) ==
        Strings{"H: The title", "H: A heading", "H: Another", "H: By level", "P: Text.", "L: One",
                "L: Two", "P: Not numbered", "Q: Said", "P: In a ring", "P: Body level"});
}

TEST_CASE("changes of a DOCX are accepted, codes and hidden text left out") {
  CHECK(docx_blocks("<w:p><w:r><w:t xml:space=\"preserve\">It was "
                    "</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                    "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></"
                    "w:r></w:moveFrom>"
                    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish "
                    "w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r></w:p>") == Strings{"P: It was new."});
  CHECK(docx_blocks("<w:p><w:r><w:fldChar "
                    "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK</"
                    "w:instrText><w:t>code</w:t></w:r>"
                    "<w:r><w:fldChar "
                    "w:fldCharType=\"separate\"/></w:r><w:r><w:t>result</w:t></w:r><w:r><w:fldChar "
                    "w:fldCharType=\"end\"/></w:r>"
                    "<w:hyperlink><w:r><w:t xml:space=\"preserve\"> and "
                    "link</w:t></w:r></w:hyperlink></w:p>") == Strings{"P: result and link"});
}

TEST_CASE("a text box of a DOCX is read once, after its paragraph") {
  CHECK(docx_blocks("<w:p><w:r><w:t xml:space=\"preserve\">Before "
                    "</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
                    p("In the box.") +
                    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                    p("In the box.") +
                    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></"
                    "w:r><w:r><w:t>and after.</w:t></w:r></w:p>") ==
        Strings{"P: Before and after.", "P: In the box."});
}

TEST_CASE("tabs, line ends and large first letters of a DOCX") {
  CHECK(docx_blocks(
            "<w:p><w:pPr><w:tabs><w:tab "
            "w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
            "<w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>") == Strings{"P: a b\nc-d"});
  CHECK(docx_blocks(p("T", "<w:framePr w:dropCap=\"drop\"/>") + p("he river.")) ==
        Strings{"P: The river."});
}

TEST_CASE("a row of a DOCX table is one block; a table for the layout gives its paragraphs") {
  const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
  const auto row = [](const std::string& content) { return "<w:tr>" + content + "</w:tr>"; };
  CHECK(docx_blocks("<w:tbl>" + row(cell(p("Year")) + cell(p("Tons"))) +
                    row(cell(p("1990")) + cell(p("20") + p("or 21"))) +
                    row(cell(p("")) + cell(p("alone"))) + "</w:tbl>" + p("After.")) ==
        Strings{"T: Year | Tons", "T: 1990 | 20 or 21", "P: alone", "P: After."});
  CHECK(docx_blocks("<w:tbl>" +
                    row(cell(p("One.") + p("Two.") + p("Three.") + p("Four.")) + cell(p("Side."))) +
                    "</w:tbl>") ==
        Strings{"P: One.", "P: Two.", "P: Three.", "P: Four.", "P: Side."});
  CHECK(docx_blocks("<w:tbl>" +
                    row(cell(p("Outer")) +
                        cell("<w:tbl>" + row(cell(p("a")) + cell(p("b"))) + "</w:tbl>" + p(""))) +
                    "</w:tbl>") == Strings{"T: Outer | a b"});
}

TEST_CASE("notes of a DOCX come at the end") {
  const auto notes = "<w:footnotes xmlns:w=\"urn:w\"><w:footnote w:type=\"separator\">" +
                     p("----") + "</w:footnote><w:footnote w:id=\"2\">" + p("The note.") +
                     "</w:footnote></w:footnotes>";
  CHECK(docx_blocks(p("The text."), {{"word/footnotes.xml", notes}}) ==
        Strings{"P: The text.", "P: The note."});
}

TEST_CASE("a DOCX whose document has another name is found by its relations") {
  const auto bytes =
      zip_of({{"_rels/.rels",
               "<Relationships><Relationship Type=\"http://x/relationships/officeDocument\" "
               "Target=\"/word/document2.xml\"/></Relationships>"},
              {"word/document2.xml", document(p("Found."))}});
  CHECK(blocks_of(read_article("a.docx", bytes)) == Strings{"P: Found."});
}

TEST_CASE("properties of a DOCX: title, author, and only a stated day of publication") {
  const auto core =
      "<c:coreProperties xmlns:c=\"urn:c\" xmlns:dc=\"urn:dc\" "
      "xmlns:dcterms=\"urn:dt\"><dc:title>Dry Rivers</dc:title><dc:creator>A. Writer</dc:creator>"
      "<dcterms:created>2001-02-03T04:05:06Z</dcterms:created><dcterms:modified>2002-02-03T04:05:06Z</dcterms:modified></c:coreProperties>"s;
  const auto article = read_article("a.docx", docx(p("Text."), {{"docProps/core.xml", core}}));
  CHECK(article.title == "Dry Rivers");
  CHECK(article.author == "A. Writer");
  CHECK(!article.published);
  const auto custom =
      "<Properties xmlns:vt=\"urn:vt\"><property name=\"Date "
      "completed\"><vt:filetime>2001-01-01T00:00:00Z</vt:filetime></property>"
      "<property name=\"Publication date\"><vt:filetime>2017-10-04T00:00:00Z</vt:filetime></property></Properties>"s;
  const auto dated = read_article("a.docx", docx(p("Text."), {{"docProps/custom.xml", custom}}));
  REQUIRE(dated.published);
  CHECK(*dated.published == std::chrono::sys_days(std::chrono::year(2017) / 10 / 4));
  CHECK(dated.published_method == "document-property");
}

TEST_CASE("the paragraph in the style of titles is the title where no property says one") {
  const auto article =
      read_article("a.docx", docx(p("Shown as a title", "<w:pStyle w:val=\"Titel\"/>") + p("Text."),
                                  {{"word/styles.xml", std::string(kStyles)}}));
  CHECK(article.title == "Shown as a title");
}

TEST_CASE("paragraphs of an ODT are blocks of their kinds") {
  CHECK(odt_blocks(
            "<text:p text:style-name=\"P1\">The title</text:p><text:h text:outline-level=\"1\">A "
            "heading</text:h><text:p>Some<text:s text:c=\"3\"/>text<text:tab/>with"
            "<text:line-break/>a line "
            "end.</text:p><text:list><text:list-item><text:p>One</text:p></"
            "text:list-item><text:list-item><text:h>A heading in a list</text:h>"
            "</text:list-item></text:list><text:p text:style-name=\"Quotations\">Said.</text:p>",
            "<style:style style:name=\"P1\" style:family=\"paragraph\" "
            "style:parent-style-name=\"Title\"/>") ==
        Strings{"H: The title", "H: A heading", "P: Some text with\na line end.", "L: One",
                "H: A heading in a list", "Q: Said."});
}

TEST_CASE(
    "deletions, comments and pictures' descriptions of an ODT are left out, notes come last") {
  CHECK(odt_blocks("<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</"
                   "text:p></text:deletion></text:changed-region></text:tracked-changes>"
                   "<text:p>Kept<office:annotation><text:p>A comment</text:p></office:annotation> "
                   "and <draw:frame><svg:title>t</svg:title><svg:desc>d</svg:desc><draw:text-box>"
                   "<text:p>Boxed.</text:p></draw:text-box></"
                   "draw:frame>noted<text:note><text:note-citation>1</"
                   "text:note-citation><text:note-body><text:p>The note.</text:p>"
                   "</text:note-body></text:note>: "
                   "<text:title>Field</text:title>.</text:p><text:p>Last.</text:p>") ==
        Strings{"P: Kept and noted: Field.", "P: Boxed.", "P: Last.", "P: The note."});
}

TEST_CASE("a row of an ODT table is one block") {
  CHECK(odt_blocks("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:"
                   "p>Year</text:p></table:table-cell><table:table-cell><text:p>Tons</text:p>"
                   "</table:table-cell></table:table-row></"
                   "table:table-header-rows><table:table-row><table:table-cell><text:p>1990</"
                   "text:p></table:table-cell><table:table-cell>"
                   "<text:p>20</text:p></table:table-cell></table:table-row></"
                   "table:table><text:p>After.</text:p>") ==
        Strings{"T: Year | Tons", "T: 1990 | 20", "P: After."});
}

TEST_CASE("properties of an ODT: the author is who began it") {
  const auto meta =
      "<m xmlns:dc=\"urn:dc\" xmlns:meta=\"urn:m\"><dc:title>Dry "
      "Rivers</dc:title><meta:initial-creator>A. Writer</meta:initial-creator><dc:creator>An "
      "Editor</dc:creator>"
      "<dc:date>2001-02-03T04:05:06</dc:date><meta:creation-date>2000-02-03T04:05:06</meta:creation-date></m>"s;
  const auto article = read_article(
      "a.odt", zip_of(odt_members(odt_content("<text:p>Text.</text:p>"), {{"meta.xml", meta}})));
  CHECK(article.title == "Dry Rivers");
  CHECK(article.author == "A. Writer");
  CHECK(!article.published);
}

TEST_CASE("encrypted office files say so") {
  const auto manifest =
      "<manifest:manifest xmlns:manifest=\"urn:m\"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"s;
  CHECK(read_with_reader(
            "a.odt", zip_of(odt_members("\x01\x02 no xml", {{"META-INF/manifest.xml", manifest}})))
            .refusal() == "The document is encrypted and needs a password.");
  const auto compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(500, '\0');
  CHECK(read_with_reader("a.docx", compound + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s)
            .refusal() == "The document is encrypted and needs a password.");
  CHECK(read_with_reader("a.doc", compound).refusal() ==
        "The document is in the format of Word before 2007, which cannot be read.");
}

TEST_CASE("damaged office files are one clear problem each") {
  const auto whole = docx(p("Some text that is long enough to be packed, packed, packed."));
  CHECK(read_with_reader("a.docx", whole.substr(0, whole.size() / 2)).refusal() ==
        "The file is a damaged zip archive.");
  CHECK(read_with_reader("a.docx", zip_of({{"other.xml", "<x/>"}})).refusal() ==
        "The zip archive holds no Word document.");
  CHECK(read_with_reader("a.odt", zip_of({{"other.xml", "<x/>"}})).refusal() ==
        "The zip archive holds no OpenDocument text.");
  CHECK(read_with_reader("a.docx", zip_of({{"word/document.xml", "<w:document"}})).refusal() ==
        "Its XML is damaged.");
  CHECK(read_with_reader("a.docx", docx("")).refusal() == "The document has no text.");
  auto flipped =
      zip_of({{"word/document.xml", document(p("A sentence that is stored as it is."))}}, false);
  flipped[flipped.find("stored")] = 'S';
  CHECK(read_with_reader("a.docx", flipped).refusal() ==
        "The part word/document.xml of the document is damaged.");
}

TEST_CASE("what comes before damaged XML is kept, with a warning") {
  std::string xml = "<d>";  // long: the parser reads ahead
  for (int i = 0; i < 1000; ++i) xml += "<p><t>Good.</t></p>";
  xml += "<p><t>Also</t></q></d>";
  const auto outcome = read_with_reader("a.docx", zip_of({{"word/document.xml", xml}}));
  REQUIRE(outcome.articles.size() == 1);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == furat::indexer::ReadProblem::Severity::warning);
  CHECK(outcome.problems[0].message == "Its XML is damaged. What comes before was read.");
  CHECK(blocks_of(outcome.articles[0])[0] == "P: Good.");
}

TEST_CASE("XML with a document type is refused before an entity grows") {
  std::string bomb = "<!DOCTYPE d [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'z'; ++c)
    bomb += "<!ENTITY "s + c + " \"&" + static_cast<char>(c - 1) + ";&" + static_cast<char>(c - 1) +
            ";&" + static_cast<char>(c - 1) + ";\">";
  bomb += "]><d><p><t>&y;</t></p></d>";
  CHECK(read_with_reader("a.docx", zip_of({{"word/document.xml", bomb}})).refusal() ==
        "Its XML declares a document type, which office files never do.");
  CHECK(read_with_reader("a.odt", zip_of(odt_members(bomb))).refusal() ==
        "Its XML declares a document type, which office files never do.");
}

TEST_CASE("deep nesting ends in a fault, not in a crash") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<p>";
  ReadOutcome outcome = read_with_reader("a.docx", zip_of({{"word/document.xml", deep}}));
  CHECK(outcome.refusal() == "Its XML is damaged.");
}

TEST_CASE("members that grow without bound are refused") {
  const auto large = "<d><p><t>" + std::string(std::size_t{70} << 20U, 'x') + "</t></p></d>";
  CHECK(
      read_with_reader("a.docx", zip_of({{"word/document.xml", large}})).refusal() ==
      "The part word/document.xml of the document grows more than 200 times when it is inflated.");
}

TEST_CASE(
    "an office file with any byte changed gives an article, a message or both, in its own "
    "process") {
  const auto whole = GENERATE(docx(p("Some text.") + p("Some more.")),
                              zip_of(odt_members(odt_content("<text:p>Text.</text:p>"))));
  const auto* reader = reader_for("x", whole);
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    auto damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x2A);
    ReadOutcome outcome;
    furat::indexer::read_isolated(*reader, "damaged", damaged, outcome.sink());
    CHECK(outcome.articles.size() + outcome.problems.size() >= 1);
  }
}
