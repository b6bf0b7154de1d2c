#include "indexer/readers/decode.hpp"

#include <chrono>
#include <random>
#include <string>

#include "tests/support/catch.hpp"

using furat::indexer::decode;
using furat::indexer::DecodedText;
using furat::indexer::SourceSpan;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

/// UTF-16 of text that is ASCII or given as code units.
std::string utf16(std::u16string_view units, bool little_endian, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  };
  if (mark) put(u'\uFEFF');
  for (const char16_t unit : units) put(unit);
  return bytes;
}

}  // namespace

TEST_CASE("text in UTF-8 is taken as it is") {
  const DecodedText decoded = decode("Café on the Euphrates\n\tand العراق");
  CHECK(decoded.text == "Café on the Euphrates\n\tand العراق");
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.replaced == 0);
  CHECK(decoded.map.runs().size() == 1);
}

TEST_CASE("a UTF-8 mark is left out and the map begins behind it") {
  const DecodedText decoded = decode("\xEF\xBB\xBFHello", 10);
  CHECK(decoded.text == "Hello");
  CHECK(decoded.map.to_source(0, 5) == SourceSpan{13, 18});
}

TEST_CASE("UTF-16 is read by its mark or by its shape") {
  const bool little_endian = GENERATE(true, false);
  const bool mark = GENERATE(true, false);
  const std::string bytes = utf16(u"The dam at Tabqa\r\nwas é \U0001F600", little_endian, mark);
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.text == "The dam at Tabqa\nwas é \U0001F600");
  CHECK(decoded.encoding == (little_endian ? "UTF-16LE" : "UTF-16BE"));
  const std::uint64_t shift = mark ? 2 : 0;
  CHECK(decoded.map.to_source(0, 3) == SourceSpan{shift, shift + 6});
  const auto face = static_cast<std::uint32_t>(decoded.text.find("\U0001F600"));
  CHECK(decoded.map.to_source(face, face + 4) == SourceSpan{bytes.size() - 4, bytes.size()});
}

TEST_CASE("half a UTF-16 pair and an odd last byte become U+FFFD") {
  const std::string bytes = utf16(u"ab\xD800 c", true, true) + "x";
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.text == "ab\uFFFD c\uFFFD");
  CHECK(decoded.replaced == 2);
}

TEST_CASE("Latin-1 text is known by its bytes") {
  const DecodedText decoded = decode(
      "Les troupes sont arriv\xE9"
      "es \xE0 l'a\xE9roport apr\xE8s la r\xE9union; la d\xE9"
      "cision a \xE9t\xE9 annonc\xE9"
      "e hier.");
  CHECK(decoded.encoding == "windows-1252");
  CHECK(
      decoded.text ==
      "Les troupes sont arrivées à l'aéroport après la réunion; la décision a été annoncée hier.");
  const auto at = static_cast<std::uint32_t>(decoded.text.find("é"));
  CHECK(decoded.map.to_source(at, at + 2) == SourceSpan{22, 23});
}

TEST_CASE("what is no encoding at all is read as windows-1252") {
  const DecodedText decoded = decode("a \x93quoted\x94 word");
  CHECK(decoded.encoding == "windows-1252");
  CHECK(decoded.text == "a “quoted” word");
}

TEST_CASE("Arabic in windows-1256 is read as Arabic") {
  // "the army announced that its forces entered the city from the western side" and more, in
  // windows-1256
  const std::string bytes =
      "\xC3\xDA\xE1\xE4 \xC7\xE1\xCC\xED\xD4 \xC3\xE4 \xDE\xE6\xC7\xCA\xE5 \xCF\xCE\xE1\xCA "
      "\xC7\xE1\xE3\xCF\xED\xE4\xC9 \xE3\xE4 \xC7\xE1\xCC\xE5\xC9 \xC7\xE1\xDB\xD1\xC8\xED\xC9 "
      "\xE6\xC3\xE4 \xC7\xE1\xE3\xDA\xC7\xD1\xDF \xE3\xD3\xCA\xE3\xD1\xC9 \xDD\xED "
      "\xC7\xE1\xC3\xCD\xED\xC7\xC1 \xC7\xE1\xD4\xE3\xC7\xE1\xED\xC9";
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.encoding == "windows-1256");
  CHECK(decoded.text.starts_with("أعلن الجيش أن قواته دخلت المدينة"));
}

TEST_CASE("a few bad bytes in UTF-8 become U+FFFD one by one") {
  const DecodedText decoded = decode("Résumé of \xFF the “battle” and caf\xC3");
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.text == "Résumé of \uFFFD the “battle” and caf\uFFFD");
  CHECK(decoded.replaced == 2);
}

TEST_CASE("every kind of line end becomes one") {
  const DecodedText decoded = decode("a\r\nb\rc\nd\u2028e\u2029f\u0085g\r");
  CHECK(decoded.text == "a\nb\nc\nd\ne\nf\ng\n");
  CHECK(decoded.map.to_source(1, 2) == SourceSpan{1, 3});
  CHECK(decoded.map.to_source(7, 8) == SourceSpan{8, 11});
}

TEST_CASE("control characters become spaces, tabs and line ends stay") {
  const DecodedText decoded = decode("a\0b\x1B[31m\x7F\tc\n\u0090\fd"sv);
  CHECK(decoded.text == "a b [31m \tc\n  d");
  CHECK(decoded.controls == 5);
}

TEST_CASE("nothing decodes to nothing") {
  CHECK(decode("").text.empty());
  CHECK(decode("\xEF\xBB\xBF").text.empty());
  CHECK(decode("\xFF\xFE").text.empty());
}

TEST_CASE("any bytes decode to valid text with a map that covers it") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 200, ' ');
    for (char& byte : bytes) {
      const auto kind = random() % 4;
      if (kind == 0) byte = static_cast<char>(random() % 256);
      if (kind == 1) byte = "\r\n\xC3\xA9"[random() % 4];
      if (kind > 1) byte = "abcdefgh"[random() % 8];
    }
    const DecodedText decoded = decode(bytes, 1000);
    REQUIRE(decoded.map.derived_size() == decoded.text.size());
    REQUIRE(decode(decoded.text).replaced == 0);
    std::uint64_t last = 1000;
    for (const auto& run : decoded.map.runs()) {
      REQUIRE(run.source_begin >= last);
      last = run.source_begin + run.source_size;
    }
    REQUIRE(last <= 1000 + bytes.size());
  }
}

TEST_CASE("fifty megabytes in one line decode in linear time and one run") {
  std::string bytes;
  while (bytes.size() < 50'000'000) bytes += "the village of Suwaydān on the river ";
  const auto begin = std::chrono::steady_clock::now();
  const DecodedText decoded = decode(bytes);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  CHECK(decoded.text.size() == bytes.size());
  CHECK(decoded.map.runs().size() == 1);
  CHECK(seconds.count() < 20);  // a second or so, unless the time is quadratic
}
