#include "analysis/names/transliteration_keys.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/names/arabic_spelling.hpp"
#include "analysis/names/name_similarity.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

bool meet(const std::string& a, const std::string& b) {
  const auto one = transliteration_keys(a).skeletons;
  const auto other = transliteration_keys(b).skeletons;
  return std::any_of(one.begin(), one.end(), [&](const std::string& key) {
    return std::find(other.begin(), other.end(), key) != other.end();
  });
}

std::string joined(std::vector<std::string> keys) {
  std::sort(keys.begin(), keys.end());
  std::string text;
  for (const auto& key : keys) text += (text.empty() ? "" : "|") + key;
  return text;
}

struct Row {
  std::string name, letters, vowelled, skeletons;
};

std::vector<Row> table() {
  std::vector<Row> rows;
  std::ifstream file(FURAT_SOURCE_DIR "/tests/data/name_keys.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    Row row;
    std::stringstream stream(line);
    for (auto* field : {&row.name, &row.letters, &row.vowelled, &row.skeletons})
      std::getline(stream, *field, '\t');
    rows.push_back(std::move(row));
  }
  return rows;
}

bool in_latin(const Row& row) { return !is_in_arabic_script(row.name); }

TEST_CASE("Latin names have the keys of the table") {
  std::size_t rows = 0;
  for (const auto& row : table()) {
    if (!in_latin(row)) continue;
    ++rows;
    const auto keys = transliteration_keys(row.name);
    INFO(row.name);
    CHECK(keys.letters == row.letters);
    CHECK(keys.vowelled == row.vowelled);
    // A kh that may be an h is a reading that the table does not have.
    if (keys.skeletons.front().find('X') == std::string::npos)
      CHECK(joined(keys.skeletons) == row.skeletons);
    else
      CHECK(row.skeletons.find(keys.skeletons.front()) != std::string::npos);
  }
  CHECK(rows > 600);
}

// K1 and K2 of Arabic names are our own: "abu" is "bu" in both, and K2 has the vowels that Arabic
// writes. In K3 a final alef maqsura is never a consonant, and kh may be h.
TEST_CASE("Arabic names have the skeletons of the table") {
  std::size_t rows = 0;
  std::size_t equal = 0;
  for (const auto& row : table()) {
    if (in_latin(row)) continue;
    ++rows;
    const auto keys = transliteration_keys(row.name);
    INFO(row.name);
    REQUIRE_FALSE(keys.skeletons.empty());
    CHECK(row.skeletons.find(keys.skeletons.front()) != std::string::npos);
    equal += joined(keys.skeletons) == row.skeletons ? 1U : 0U;
  }
  CHECK(rows > 300);
  CHECK(equal * 100 >= rows * 90);
}

TEST_CASE("spellings of one name meet, other names do not") {
  const std::vector<std::vector<std::string>> groups{
      {"Deir ez-Zor", "Deir Ezzor", "Dayr az-Zawr", "Dair al-Zour", "Deyrizor", "دير الزور"},
      {"Mayadin", "al-Mayadeen", "Al Mayādīn", "Mayadine", "الميادين"},
      {"Sukhnah", "Soukhne", "al-Sukhna", "السخنة"},
      {"Qamishli", "Kamishli", "Al-Kamishly", "Qamichlié", "القامشلي"},
      {"Jarabulus", "Jarablus", "Cerablus", "جرابلس"},
      {"Manbij", "Menbij", "Münbiç", "منبج"}};
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const auto& name : groups[g])
      for (std::size_t h = 0; h < groups.size(); ++h)
        for (const auto& other : groups[h]) {
          INFO(name << " and " << other);
          CHECK(meet(name, other) == (g == h));
        }
}

TEST_CASE("vowels that Arabic writes keep its names apart in K2") {
  CHECK(transliteration_keys("البصيرة").vowelled != transliteration_keys("البصرة").vowelled);
  CHECK(transliteration_keys("أبو كمال").vowelled == transliteration_keys("البوكمال").vowelled);
}

TEST_CASE("similarity: spellings are alike, other names with the same skeleton less so") {
  const auto alike = [](const char* a, const char* b) { return name_similarity(a, b); };
  CHECK(alike("Raqqa", "Raqqa") == 1.0);
  CHECK(alike("Raqqa", "ar-Raqqah") == 1.0);
  CHECK(alike("Deir ez-Zor", "دير الزور") > 0.9);
  CHECK(alike("Mayadin", "al-Mayadeen") > 0.9);
  CHECK(alike("Mayadin", "al-Mayadeen") == alike("al-Mayadeen", "Mayadin"));
  CHECK(alike("Houla", "Hula") > alike("Houla", "al-Hawl"));
  CHECK(alike("قارة", "عقرة") < alike("قارة", "Qara"));
  CHECK(alike("Hama", "Homs") < 0.7);
  CHECK(alike("Raqqa", "") == 0.0);
  CHECK(alike("", "") == 0.0);
  CHECK(alike("Москва", "Raqqa") == 0.0);
}

TEST_CASE("names of other scripts and of nothing but marks have no keys") {
  for (const auto* name : {"", " ", "--", "Москва", "12", "\xff\xfe", "ًٌ"}) {
    const auto keys = transliteration_keys(name);
    INFO(name);
    CHECK(keys.letters.empty());
    CHECK(keys.skeletons.empty());
  }
}

TEST_CASE("any bytes have a few short keys, the same each time") {
  std::mt19937 random(20190323);
  const std::vector<std::string> pieces{
      "al-", "ez", "ş", "ç", "دير", "ال", "و",       "ی",  "kh", "yi",   "ة",   "\xd8", "\xff",
      " ",   "'",  "İ", "ﷺ", "a",   "Z",  "s\u0327", "ee", "w",  "\x01", "\0x", "ﻼ",    "ع"};
  for (int round = 0; round < 20000; ++round) {
    std::string name;
    for (auto n = random() % 12; n > 0; --n) {
      if (random() % 4 == 0)
        name += static_cast<char>(random() % 256);
      else
        name += pieces[random() % pieces.size()];
    }
    const auto keys = transliteration_keys(name);
    REQUIRE(keys.skeletons.size() <= kMaxSkeletons);
    for (const auto& key : keys.skeletons) {
      REQUIRE_FALSE(key.empty());
      REQUIRE(std::all_of(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    }
    REQUIRE(transliteration_keys(name).skeletons == keys.skeletons);
    const double alike = name_similarity(name, "Deir ez-Zor");
    REQUIRE(alike >= 0.0);
    REQUIRE(alike <= 1.0);
  }
  const std::string endless(1 << 20, 'q');
  CHECK(transliteration_keys(endless).skeletons == std::vector<std::string>{"K"});
  std::string words;
  while (words.size() < (1 << 20)) words += "bo ";
  CHECK(transliteration_keys(words).letters.size() <= 2 * 96);
}

}  // namespace
}  // namespace furat::analysis
