#include "indexer/readers/mail/mail.hpp"

#include "indexer/readers/mail/mail_lines.hpp"
#include "indexer/readers/mail/mbox.hpp"
#include "indexer/readers/mail/message_shape.hpp"
#include "tests/indexer/reader_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;
using namespace std::string_literals;

namespace {

constexpr std::chrono::sys_days kDay = std::chrono::year(2017) / 10 / 4;

const std::string kHeader =
    "From: Jane Doe <jane@news.test>\nTo: list@x.test\nSubject: The northern pier\n"
    "Date: Wed, 4 Oct 2017 23:30:00 -0700\nMessage-ID: <1@news.test>\nMIME-Version: 1.0\n";

const std::string kText =
    "The harbour master closed the northern pier on Monday because the swell\n"
    "had loosened several of its planks during the night.\n";

/// The header with other fields, then a text.
std::string mail(const std::string& fields, const std::string& body) {
  return kHeader + fields + "\n" + body;
}

std::string part(const std::string& type, const std::string& body, const std::string& fields = {}) {
  return "--b\nContent-Type: " + type + "\n" + fields + "\n" + body + "\n";
}

std::string multipart(const std::string& kind, const std::string& parts) {
  return mail("Content-Type: multipart/" + kind + "; boundary=\"b\"\n", parts + "--b--\n");
}

/// "> quote" and plain paragraphs of the blocks of a message.
std::vector<std::string> told(std::string_view bytes) {
  const Article article = read_article("a.eml", bytes);
  std::vector<std::string> all;
  for (const BodyBlock& block : article.blocks) {
    const char* mark = block.kind == BlockKind::quote     ? "> "
                       : block.kind == BlockKind::heading ? "# "
                                                          : "";
    all.push_back(mark + article.body.substr(block.begin, block.end - block.begin));
  }
  return all;
}

std::vector<std::string> lines_of(const std::string& text, bool flowed = false,
                                  bool of_mbox = false) {
  std::vector<std::string> all;
  for (const MailLine& line : mail_lines({MailPart::Kind::plain, text, flowed, false}, of_mbox))
    all.push_back((line.quoted ? "> " : "") + line.text);
  return all;
}

std::string problem_of(const std::string& bytes) {
  const Outcome outcome = read("a.eml", bytes);
  CHECK(outcome.articles.empty());
  REQUIRE(outcome.problems.size() == 1);
  return outcome.problems[0].message;
}

}  // namespace

TEST_CASE("mail is known by its header") {
  CHECK(reader_for("a.txt", kHeader + "\ntext")->name == "mail");
  CHECK(
      reader_for("mail", "From jane Wed Oct  4 10:00:00 2017\nReceived: x\n y: z\nTo: a\n")->name ==
      "mail");
  CHECK(reader_for("a.EML", "anything")->name == "mail");
  CHECK(reader_for("a.txt", "Date: 4 October 2017\nSource: Harbour Notes\n\ntext")->name == "text");
  CHECK(reader_for("a.txt", "From Damascus to Aleppo\nDate: today\n")->name == "text");
  CHECK(reader_for("a.txt", "Date: 1\nDate: 2\n\nFrom: text\n")->name == "text");
  CHECK(reader_for("a.txt", "Words first.\n" + kHeader)->name == "text");
}

TEST_CASE("the header states the metadata of a message") {
  const Article article = read_article("in/a.eml", mail("", kText));
  CHECK(article.id == "in/a.eml");
  CHECK(article.file == "in/a.eml");
  CHECK(article.title == "The northern pier");
  CHECK(article.author == "Jane Doe");
  CHECK(article.source == "Jane Doe");
  CHECK(article.published == kDay);  // where it was sent: in UTC it was the day after
  CHECK(article.published_method == "mail-header");
  CHECK(article.url.empty());
  CHECK(article.body == kText);
  CHECK(article.blocks.empty());
  CHECK(article.extracted);
  CHECK(article.map.to_source(4, 11) == SourceSpan{4, 11});
}

TEST_CASE("fields of lists and archives say where a message comes from") {
  const Article article =
      read_article("a.eml", mail("List-Id: \"Harbour =?utf-8?Q?N=C3=B6tes?=\" <notes.x.test>\n"
                                 "List-Archive: <mailto:a@x.test>, <https://x.test/archive>\n",
                                 kText));
  CHECK(article.source == "Harbour Nötes");
  CHECK(article.author == "Jane Doe");
  CHECK(article.url == "https://x.test/archive");
  CHECK(read_article("a.eml", mail("List-Id: <notes.x.test>\nArchived-At: <https://x.test/1>\n"
                                   "List-Archive: <https://x.test/archive>\n",
                                   kText))
            .source == "Jane Doe");
  const std::string bare =
      "From: jane@news.test\nSubject: Re: Fwd: AW: RE[2]: =?iso-8859-1?Q?Caf=E9?=\n"
      "Date: nonsense\n\n" +
      kText;
  const Article other = read_article("a.eml", bare);
  CHECK(other.title == "Café");
  CHECK(other.source == "news.test");
  CHECK(other.author.empty());
  CHECK_FALSE(other.published);
}

TEST_CASE("a clock that was never set states no day") {
  const auto date = GENERATE("Thu, 1 Jan 1970 00:00:00 +0000"s, "Tue, 1 Jan 1980 00:00:00 +0000"s,
                             "Wed, 32 Oct 2017 10:00:00 +0000"s, ""s);
  CHECK_FALSE(read_article("a.eml", "Subject: s\nTo: x\nDate: " + date + "\n\n" + kText).published);
}

TEST_CASE("encodings of texts are undone, and what cannot be is replaced") {
  struct Case {
    std::string fields, body, text;
  };
  const auto c = GENERATE(
      Case{"Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n",
           "Q2Fmw6kgw6AgQWxlcC4K\n", "Café à Alep.\n"},
      Case{"Content-Transfer-Encoding: quoted-printable\n"
           "Content-Type: text/plain; charset=\"ISO-8859-1\"\n",
           "Caf=E9 =\n=E0 Alep.\n", "Café à Alep.\n"},
      Case{"Content-Type: text/plain; charset=windows-1251\n", "\xCC\xEE\xF1\xEA\xE2\xE0\n",
           "Москва\n"},
      Case{"Content-Type: text/plain; charset=iso-2022-jp\n", "\x1B$B$3$s\x1B(B\n", "こん\n"},
      Case{"Content-Type: text/plain; charset=iso-8859-1\n", "Café à Alep.\n", "Café à Alep.\n"},
      Case{"Content-Type: text/plain; charset=no-such-set\n", "Café à Alep.\n", "Café à Alep.\n"},
      Case{"", "Café à Alep.\n", "Café à Alep.\n"});
  CAPTURE(c.fields);
  CHECK(read_article("a.eml", mail(c.fields, c.body)).body == c.text);

  const Outcome broken =
      read("a.eml", mail("Content-Type: text/plain; charset=utf-8\n", "Café \xFF Alép é.\n"));
  REQUIRE(broken.articles.size() == 1);
  CHECK(broken.articles[0].body == "Café \uFFFD Alép é.\n");
  REQUIRE(broken.problems.size() == 1);
  CHECK(broken.problems[0].message == "1 undecodable byte was replaced by U+FFFD.");
}

TEST_CASE("of alternatives the plain text is read, of a page alone its words") {
  const std::string page = "<p>The <b>pier</b></p><p>was closed.</p>";
  CHECK(read_article("a.eml", multipart("alternative", part("text/plain", "The pier was closed.") +
                                                           part("text/html", page)))
            .body == "The pier was closed.\n");
  CHECK(told(multipart("alternative", part("text/plain", " ") + part("text/html", page))) ==
        std::vector{"The pier"s, "was closed."s});
  CHECK(told(mail("Content-Type: text/html\n", page)) == std::vector{"The pier"s, "was closed."s});
  CHECK(told(multipart("related", part("text/html", page) + part("text/html", "<p>frame</p>"))) ==
        std::vector{"The pier"s, "was closed."s});
}

TEST_CASE("attachments are left out with their names") {
  const std::string bytes =
      multipart("mixed", part("text/plain", "The pier was closed.") +
                             part("text/plain; name=secret.txt", "attached words",
                                  "Content-Disposition: attachment; filename=\"secret.txt\"\n") +
                             part("application/pdf; name=secret.pdf",
                                  "JVBERi0=", "Content-Transfer-Encoding: base64\n") +
                             part("text/calendar", "BEGIN:VCALENDAR") + part("image/png", "x"));
  CHECK(read_article("a.eml", bytes).body == "The pier was closed.\n");
}

TEST_CASE("forwarded messages follow the outer one, under their subjects") {
  const std::string inner =
      "From: John Roe <j@x.test>\nSubject: The old quay\nDate: Tue, 3 Oct 2017 10:00:00 +0000\n\n"
      "Two ferries came.";
  const std::string bytes = multipart(
      "mixed", part("message/rfc822", inner) + part("text/plain", "See the message below."));
  CHECK(told(bytes) ==
        std::vector{"See the message below."s, "# The old quay"s, "Two ferries came."s});
  CHECK(read_article("a.eml", bytes).published == kDay);
}

TEST_CASE("forwards are followed to a depth") {
  std::string bytes = kHeader;
  for (int i = 0; i < 10; ++i)
    bytes += "Content-Type: message/rfc822\n\nSubject: level " + std::to_string(i) + "\nTo: x\n";
  const Outcome outcome = read("a.eml", bytes + "\n" + kText);
  CHECK(outcome.articles.empty());  // the text is deeper
  std::string four = kHeader;
  for (int i = 0; i < 4; ++i)
    four += "Content-Type: message/rfc822\n\nSubject: level " + std::to_string(i) + "\nTo: x\n";
  CHECK(told(four + "\n" + kText).size() == 5);
}

TEST_CASE("quotes are kept as quotes, wrapped lines as paragraphs") {
  const std::string bytes =
      mail("",
           "That is not what the keeper of the maps has told us in the library, where\n"
           "four hundred maps were shown to anyone who asked for them politely, and\n"
           "to a few who did not.\n\n"
           "On Tue, 3 Oct 2017 at 10:00, John Roe\n<j@x.test> wrote:\n\n"
           "> The harbour master closed the northern pier on Monday because the\n"
           "> swell had loosened several of its planks during the night, it is\n"
           "> said.\n>\n> > Was it?\n\nNo.\n");
  CHECK(told(bytes) ==
        std::vector{"That is not what the keeper of the maps has told us in the library, where\n"
                    "four hundred maps were shown to anyone who asked for them politely, and\n"
                    "to a few who did not."s,
                    "> On Tue, 3 Oct 2017 at 10:00, John Roe\n<j@x.test> wrote:"s,
                    "> The harbour master closed the northern pier on Monday because the\n"
                    "swell had loosened several of its planks during the night, it is\nsaid."s,
                    "> Was it?"s, "No."s});
}

TEST_CASE("lines of a mail are sorted") {
  CHECK(lines_of("a\n> b\n>> c\n> > d\n") == std::vector{"a"s, "> b"s, "> c"s, "> d"s});
  CHECK(lines_of("a\n-- \nJane Doe\nHarbour\n") == std::vector{"a"s});
  CHECK(lines_of("a\n--\nb\n") == std::vector{"a"s, "--"s, "b"s});
  CHECK(lines_of("a\n-- \nJane\n\nOn Monday John wrote:\n> b\n") ==
        std::vector{"a"s, "> On Monday John wrote:"s, "> b"s});
  CHECK(lines_of("a\n\n-----Original Message-----\nFrom: John\n\nb\n") ==
        std::vector{"a"s, ""s, "> -----Original Message-----"s, "> From: John"s, "> "s, "> b"s});
  CHECK(lines_of("He wrote:\nno quote\n") == std::vector{"He wrote:"s, "no quote"s});
  CHECK(lines_of("a\n>From the sea\nb\n") == std::vector{"a"s, "From the sea"s, "b"s});
  CHECK(lines_of("> a\n>From the sea\n") == std::vector{"> a"s, "> From the sea"s});
  CHECK(lines_of(">>From a\n", false, true) == std::vector{"> From a"s});
  CHECK(lines_of("a\n" + std::string(47, '_') + "\nA mailing list\nhttps://x.test\n") ==
        std::vector{"a"s});
}

TEST_CASE("flowed lines are joined within their depth") {
  CHECK(lines_of("one \ntwo \nthree\nfour\n", true) == std::vector{"one two three"s, "four"s});
  CHECK(lines_of("> one \n> two\n>> three \nfour\n", true) ==
        std::vector{"> one two"s, "> three "s, "four"s});
  CHECK(lines_of(" >no quote\n  spaced\n", true) == std::vector{">no quote"s, " spaced"s});
  CHECK(lines_of("one \n\ntwo\n", true) == std::vector{"one "s, ""s, "two"s});
  CHECK(lines_of("one \n-- \nJane \nDoe\n", true) == std::vector{"one "s});
  const std::string bytes =
      mail("Content-Type: text/plain; format=Flowed; DelSp=Yes\n", "The pi \ner was closed.\n");
  CHECK(read_article("a.eml", bytes).body == "The pier was closed.\n");
}

TEST_CASE("an mbox has as many articles as messages") {
  const std::string from = "From jane@x.test Wed Oct  4 10:00:00 2017\n";
  const std::string bytes = from + kHeader + "\nFrom the sea it came.\n>From: the land too.\n\n" +
                            "From 10:00 on, no text.\n\n" + from +
                            "Subject: Two\nTo: x\n\nTwo.\n\n" + from + "Subject: Three\nTo: x\n\n";
  const Outcome outcome = read("box", bytes);
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0].id == "box#1");
  CHECK(outcome.articles[0].file == "box");
  CHECK(outcome.articles[0].body.starts_with("From the sea it came.\n"));
  CHECK(outcome.articles[0].title == "The northern pier");
  CHECK(outcome.articles[1].id == "box#2");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].where == "box#3");
  CHECK(read_article("a.eml", from + "Subject: Two\nTo: x\n\nTwo.\n").id == "a.eml");
}

TEST_CASE("a saved web page is its page: when and by whom it was saved says nothing") {
  const std::string bytes =
      "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.test/pier\n"
      "Subject: The pier\nDate: Wed, 4 Oct 2017 10:00:00 +0000\nMIME-Version: 1.0\n"
      "Content-Type: multipart/related; boundary=\"b\"\n\n" +
      part("text/html",
           "<html><body><h1>The pier</h1><p>The harbour master closed the northern "
           "pier on Monday, because of the swell.</p></body></html>") +
      part("image/png", "x") + "--b--\n";
  const Article article = read_article("page.mhtml", bytes);
  CHECK(article.url == "https://x.test/pier");
  CHECK_FALSE(article.published);
  CHECK(article.source.empty());
  CHECK(article.body.find("closed the northern pier") != std::string::npos);
}

TEST_CASE("a message that cannot be read says why") {
  CHECK(problem_of(mail("", " \n")) == "The message holds no text.");
  CHECK(problem_of(multipart("encrypted", part("text/plain", "x"))) ==
        "The message holds no text.");
  CHECK(problem_of(kHeader + "X: " + std::string(300'000, 'x') + "\n\ntext") ==
        "A header of the message is larger than 256 KiB.");
  std::string parts;
  for (int i = 0; i < 2500; ++i) parts += part("text/plain", "x");
  CHECK(problem_of(multipart("mixed", parts)) == "The message has more than 2000 parts.");
}

TEST_CASE("a file that is called a mail and is none is read as text") {
  const Article article = read_article("a.eml", "Just words.\n");
  CHECK(article.body == "Just words.\n");
  CHECK_FALSE(article.extracted);
}

TEST_CASE("messages made to overflow a parser are refused before it sees them") {
  // GMime 3.2.13 overflowed its stack on the last of these.
  std::string nested = kHeader;
  for (int i = 0; i < 1000; ++i)
    nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
              std::to_string(i) + "\n";
  CHECK(problem_of(nested + "\ntext") == "The message is nested too deeply.");
  std::string messages = kHeader;
  for (int i = 0; i < 1000; ++i) messages += "Content-Type: message/rfc822\n\n";
  CHECK(problem_of(messages + "text") == "The message is nested too deeply.");
  std::string hidden = kHeader + "Content-Type: multipart/mixed; boundary*=us-ascii''b\n\n";
  for (int i = 0; i < 3000; ++i) hidden += "--b\n\nx\n";
  CHECK(problem_of(hidden) == "The message has more than 2000 parts.");
  std::string groups = "Subject: s\nFrom: ";
  for (int i = 0; i < 100'000; ++i) groups += "g:";
  CHECK(problem_of(groups + "\n\ntext") ==
        "A field of addresses in the message is nested too deeply.");
}

TEST_CASE("the shape of a message counts parts, depth and headers") {
  const std::string bytes =
      multipart("mixed", part("multipart/alternative; boundary=c", "--c\n\nx\n--c\n\ny\n--c--") +
                             part("text/plain", "z"));
  const MessageShape shape = message_shape(bytes);
  CHECK(shape.parts == 5);
  CHECK(shape.depth == 2);
  CHECK(shape.largest_header >= kHeader.size());
  CHECK(message_shape("").parts == 1);
}

TEST_CASE("any bytes below a mail's header are no crash") {
  constexpr std::string_view kPieces[] = {"--b\n",
                                          "--b--\n",
                                          "--c\n",
                                          "Content-Type: ",
                                          "multipart/mixed; boundary=b\n",
                                          "multipart/alternative; boundary=\"c\"\n",
                                          "text/plain; charset=",
                                          "utf-8\n",
                                          "x-none\n",
                                          "message/rfc822\n",
                                          "text/html\n",
                                          "\n",
                                          "\n\n",
                                          "Subject: =?utf-8?B?w6k=?= x\n",
                                          "From: a <b@c>, \"d\n",
                                          "To: g: a, b;;\n",
                                          "Content-Transfer-Encoding: base64\n",
                                          "QUJD\n",
                                          "quoted-printable\n",
                                          "=E9=\n",
                                          "<p>x</p>",
                                          "> q\n",
                                          "-- \n",
                                          "\xFF\xFE",
                                          " folded\n",
                                          "; format=flowed",
                                          "begin 644 x\n",
                                          "\r\n",
                                          "Date: Wed, 4 Oct 2017 10:00:00 +0300\n",
                                          "\0"};
  std::uint32_t state = 4711;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = kHeader;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += kPieces[(state >> 16U) % std::size(kPieces)];
    }
    const Outcome outcome = read("a.eml", bytes);
    CHECK(outcome.articles.size() + outcome.problems.size() > 0);
    for (const Article& article : outcome.articles) {
      CHECK(article.map.derived_size() == article.body.size());
      for (const BodyBlock& block : article.blocks) CHECK(block.end <= article.body.size());
    }
  }
}
