#include "indexer/readers/html/html_decode.hpp"

#include <string>

#include "tests/support/catch.hpp"

using furat::indexer::declared_charset;
using furat::indexer::decode_page;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("the encoding is declared in a meta element or an XML declaration") {
  CHECK(declared_charset("<meta charset=\"windows-1256\">") == "windows-1256");
  CHECK(declared_charset("<META CharSet = 'KOI8-R' />") == "koi8-r");
  CHECK(declared_charset("<meta http-equiv=Content-Type content=\"text/html; charset=Big5\">") ==
        "big5");
  CHECK(declared_charset("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><html>") == "euc-jp");
  CHECK(declared_charset("<meta name=description content=charset><meta charset=utf8>") == "utf-8");
}

TEST_CASE("labels are read as the web means them") {
  CHECK(declared_charset("<meta charset=iso-8859-1>") == "windows-1252");
  CHECK(declared_charset("<meta charset=gb2312>") == "gb18030");
  CHECK(declared_charset("<meta charset=Shift_JIS>") == "windows-31j");
  CHECK(declared_charset("<meta charset=utf-16>") == "utf-8");
}

TEST_CASE("a declaration that is none, unknown, or too far down does not count") {
  CHECK(declared_charset("charset=windows-1256").empty());
  CHECK(declared_charset("<meta charset>").empty());
  CHECK(declared_charset("<meta charset=").empty());
  CHECK(declared_charset("<meta charset=utf-7>").empty());
  CHECK(declared_charset("<meta charset=ibm-037>").empty());
  CHECK(declared_charset(std::string(5000, ' ') + "<meta charset=koi8-r>").empty());
}

TEST_CASE("pages are read in the encoding that they declare") {
  const auto arabic = decode_page("<meta charset=windows-1256><p>\xE3\xCF\xED\xE4\xC9</p>");
  CHECK(arabic.text == "<meta charset=windows-1256><p>مدينة</p>");
  CHECK(arabic.encoding == "windows-1256");
  CHECK(decode_page("<meta charset=iso-8859-1><p>caf\xE9 \x93q\x94</p>").text ==
        "<meta charset=iso-8859-1><p>café “q”</p>");
  CHECK(decode_page("<meta charset=Shift_JIS><p>\x93\x8C\x8B\x9E</p>").text ==
        "<meta charset=Shift_JIS><p>東京</p>");
  CHECK(decode_page("<meta charset=iso-2022-jp><p>\x1B$BEl5~\x1B(B</p>").text ==
        "<meta charset=iso-2022-jp><p>東京</p>");
}

TEST_CASE("valid UTF-8 is UTF-8 whatever the page declares") {
  const auto page = decode_page("<meta charset=iso-8859-1><p>Öl für Zürich</p>");
  CHECK(page.text == "<meta charset=iso-8859-1><p>Öl für Zürich</p>");
  CHECK(page.encoding == "UTF-8");
}

TEST_CASE("a byte-order mark decides and is no text") {
  CHECK(decode_page("\xEF\xBB\xBF<meta charset=koi8-r><p>ü").text == "<meta charset=koi8-r><p>ü");
  CHECK(decode_page("\xFF\xFE<\0p\0>\0\xFC\0"sv).text == "<p>ü");
  CHECK(decode_page("\xFE\xFF\0<\0p\0>\0\xFC"sv).text == "<p>ü");
}

TEST_CASE("an encoding that nobody declares is guessed") {
  std::string page = "<html><body>";
  for (int i = 0; i < 40; ++i)
    page += "<p>caf\xE9, d\xE9j\xE0 vu, \xE0 la fin du mois d'ao\xFBt</p>";
  CHECK(decode_page(page).text.find("café, déjà vu, à la fin du mois d'août") != std::string::npos);
}

TEST_CASE("damage in UTF-8 is replaced and counted, controls become spaces") {
  const auto page = decode_page("<meta charset=utf-8><p>für \xFC für\0x</p>"s);
  CHECK(page.replaced == 1);
  CHECK(page.text.find('\0') == std::string::npos);
}
