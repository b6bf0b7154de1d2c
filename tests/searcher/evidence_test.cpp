#include "furat/evidence.hpp"

#include "index/sha256.hpp"
#include "searcher/evidence/archive_files.hpp"
#include "searcher/evidence/same_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;

namespace {

struct TextCase {
  std::string source, text;
};

std::string utf16(const std::u16string& text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("bytes say a text whatever unwrapping did to it") {
  const auto c = GENERATE(
      TextCase{"The army\nentered  May-\nadin.", "The army entered Mayadin."},
      TextCase{"دخل الجيش\r\nالميادين", "دخل الجيش الميادين"},
      TextCase{"He said: \\\"no\\\".\\nThen \\u062f\\u064a\\u0631.", "He said: \"no\". Then دير."},
      TextCase{"\\ud83d\\ude00 fell", "😀 fell"},
      TextCase{"He said: \"\"no\"\".", "He said: \"no\"."},
      TextCase{"The army entered\n- 12 -\nMayadin.", "The army entered Mayadin."},
      TextCase{"L\x92"
               "arm\xe9"
               "e",
               "L’armée"});
  CAPTURE(c.source);
  CHECK(says_text(c.source, c.text, c.source));
}

TEST_CASE("bytes do not say another text") {
  const std::string source = "The army entered Mayadin on Saturday.\nIt stayed there.";
  for (const auto* text : {"The army entered Mayadin on Sunday. It stayed there.",
                           "The army entered Mayadin on Saturday.", "It stayed there.", "",
                           "The army entered Mayadin on Saturday. It stayed there. Not long."}) {
    CAPTURE(text);
    CHECK(!says_text(source, text, source));
  }
}

TEST_CASE("a text in another encoding is read, and another text than its bytes say is none") {
  const auto c = GENERATE(TextCase{"L\x92"
                                   "arm\xe9"
                                   "e \x80",
                                   "L’armée €"},
                          TextCase{"\xe3\xe4\xe5", "где"},       // windows-1251
                          TextCase{"\xc7\xc4\xc5", "где"},       // KOI8-R
                          TextCase{"\xcf\xce\xe1", "دخل"},       // windows-1256
                          TextCase{"\xbe\xfc\xb6\xd3", "军队"},  // GB18030
                          TextCase{"\x8c\x52\x91\xe0", "軍隊"},  // Shift_JIS
                          TextCase{"\\\"L'arm\xe9"
                                   "e\\\"",
                                   "\"L'armée\""});
  CAPTURE(c.text);
  CHECK(says_text(c.source, c.text, ""));
  CHECK(!says_text(c.source, c.text + "x", ""));
  CHECK(!says_text(c.source, "Invented.", ""));
}

TEST_CASE("invented text in a file of another encoding is told") {
  const test::TemporaryFolder folder;
  const std::string bytes =
      "L'arm\xe9"
      "e est entr\xe9"
      "e \xe0 Palmyre.";
  folder.write("latin.txt", bytes);
  EvidenceCheck check({folder.path()});
  const auto digest = index::shown_sha256(index::sha256(bytes));
  const auto proof_of = [&](const std::string& text) {
    return check.check({"a#1", "latin.txt", digest, {0, bytes.size()}, text});
  };
  CHECK(proof_of("L'armée est entrée à Palmyre.") == Proof::text);
  CHECK(proof_of("L'armée a quitté Palmyre.") == Proof::other_text);
  CHECK(proof_of("L'arme est entre à Palmyre.") == Proof::other_text);
}

TEST_CASE("UTF-16 is read by its byte order mark") {
  for (const bool big_endian : {false, true}) {
    const auto head = utf16(u"\uFEFF", big_endian);
    const auto source = utf16(u"Der Fluß 😀", big_endian);
    CHECK(says_text(source, "Der Fluß 😀", head));
    CHECK(!says_text(source, "Der Fluss 😀", head));
    CHECK(says_text(source + "x", "Der Fluß 😀", head));  // an odd byte
  }
}

TEST_CASE("names that lead out of the archive are told") {
  for (const auto* name : {"a.txt", "a/b.txt", "a..b", "..a/b", "./a"}) CHECK(stays_inside(name));
  for (const auto* name : {"", "/a", "..", "../a", "a/../b", "a/.."}) CHECK(!stays_inside(name));
}

TEST_CASE("the first root that has the file is read") {
  const test::TemporaryFolder folder;
  folder.write("one/a.txt", "one");
  folder.write("two/a.txt", "two");
  folder.write("two/b.txt", "The army entered Mayadin.");
  EvidenceCheck check({folder.path() / "one", folder.path() / "two"});
  const auto digest = [](const std::string& bytes) {
    return index::shown_sha256(index::sha256(bytes));
  };
  CHECK(check.check({"a#1", "a.txt", digest("one"), {0, 3}, "one"}) == Proof::text);
  CHECK(check.check({"a#1", "a.txt", digest("two"), {0, 3}, "two"}) == Proof::other_file);
  CHECK(check.check({"b#1", "b.txt", digest("The army entered Mayadin."), {4, 8}, "army"}) ==
        Proof::text);
  CHECK(check.check({"b#1", "b.txt", digest("The army entered Mayadin."), {8, 4}, "army"}) ==
        Proof::other_range);
}
