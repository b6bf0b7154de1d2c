#include "analysis/names/transliteration_keys.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

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

TEST_CASE("keys are those of the table of names") {
  std::ifstream file(FURAT_SOURCE_DIR "/tests/data/name_keys.tsv");
  REQUIRE(file);
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::array<std::string, 4> column;
    std::stringstream stream(line);
    for (auto& field : column) std::getline(stream, field, '\t');
    const auto keys = transliteration_keys(column[0]);
    INFO(column[0]);
    CHECK(keys.letters == column[1]);
    CHECK(keys.vowelled == column[2]);
    CHECK(joined(keys.skeletons) == column[3]);
    ++rows;
  }
  CHECK(rows > 900);
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

}  // namespace
}  // namespace furat::analysis
