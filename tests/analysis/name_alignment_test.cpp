#include "analysis/names/name_alignment.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

using Texts = std::vector<std::string>;

Texts parts_in(const char* name) {
  Texts texts;
  for (const auto& part : name_parts(name).parts)
    texts.push_back((part.servant ? "Abd " : part.kunya ? "Abu " : "") + part.text);
  return texts;
}

/// As if each part were in `sharing` names of a thousand passages.
double alike(const char* query, const char* other, std::size_t sharing = 2,
             Evidence evidence = Evidence::direct) {
  const auto sought = name_parts(query);
  PartWeights weights;
  for (const auto& part : sought.parts) weights.push_back(part_weight(part, sharing, 1000));
  return aligned_similarity(sought, weights, name_parts(other), evidence);
}

}  // namespace

TEST_CASE("articles, titles and words for son are no parts, Abd and Abu belong to the next one") {
  CHECK(parts_in("Sheikh Zayd bin Abd al-Qadir al-Shanbati") ==
        Texts{"Zayd", "Abd Qadir", "Shanbati"});
  CHECK(parts_in("Abdulqadir") == Texts{"Abd qadir"});
  CHECK(parts_in("Abu Omar al-Shanbati") == Texts{"Abu Omar", "Shanbati"});
  CHECK(parts_in("Abubakar") == Texts{"Abu bakar"});
  CHECK(parts_in("Nur al-Din") == Texts{"Nurdin"});
  CHECK(parts_in("Abd Allah") == parts_in("Abdullah"));
  CHECK(parts_in("عبد القادر") == Texts{"Abd القادر"});
  CHECK(parts_in("Sheikh") == Texts{"Sheikh"});
  CHECK(parts_in("...").empty());
  CHECK(name_parts("Shanbati, Zayd").before_comma == 1);
}

TEST_CASE("parts may be spelled otherwise, left out or joined") {
  CHECK(alike("Yusuf Abd al-Rahman Shanbati", "Youssef Abdurrahman al-Shanbaty") > 0);
  CHECK(alike("Zayd Khalil Omar Shanbati", "Zaid al-Shanbati") > 0);
  CHECK(alike("Zayd Shanbati", "Zaid Khalil Omar Shanbaty") > 0);
  CHECK(alike("Zayd Khalil Shanbati", "زيد خليل الشنبطي") > 0);
  CHECK(alike("Shanbati, Zayd Khalil", "Zaid Khaleel al-Shanbati") > 0);
}

TEST_CASE("other parts in the same place are another name") {
  CHECK(alike("Zayd Shanbati", "Khalil Shanbati") == 0);
  CHECK(alike("Zayd Khalil Shanbati", "Omar Khalil Shanbati") == 0);
  CHECK(alike("Abu Omar", "Omar") == 0);
  CHECK(alike("Abu Ala", "Abu Ali") == 0);
}

TEST_CASE("what a body is may be left out or said otherwise, which one it is may not") {
  CHECK(alike("كتيبة شنبط الزرزور", "Shanbat Zarzour") > 0);
  CHECK(alike("Shanbat Zarzour Network", "Shanbat al-Zarzour Group") > 0);
  CHECK(alike("Shanbat Network", "Shanbat Group") == 0);
  CHECK(alike("State Textile Company", "State Sugar Company", 1) == 0);
}

TEST_CASE("two given names in the other order are another person") {
  CHECK(alike("Zayd Khalil", "Khalil Zayd", 200) == 0);
  CHECK(alike("Khalil, Zayd", "Zaid Khalil", 200) > 0);
}

TEST_CASE("readings of letters that may be several sounds") {
  CHECK(alike("Barhan Shanbat", "برهان شنبط") > 0);
  CHECK(alike("Zayd Musa", "زید موسی") > 0);
  CHECK(parts_in("Nur Eldin") == Texts{"Nureldin"});
  CHECK_FALSE(name_parts("Sa'd").parts.front().common);
  CHECK(name_parts("sad").parts.front().common);
}

TEST_CASE("a father's name is not his son's, and a first name alone names nobody") {
  CHECK(alike("Khalil Omar Shanbati", "Zayd Khalil Omar Shanbati") == 0);
  CHECK(alike("Zayd", "Zayd Shanbati", 1) == 0);
  CHECK(alike("Shanbati", "Zayd Shanbati", 1) > 0);
}

TEST_CASE("what many names have tells little") {
  CHECK(alike("Ahmad Hassan", "Ahmed Hassan Shanbati", 2) > 0);
  CHECK(alike("Ahmad Hassan", "Ahmed Hassan Shanbati", 200) == 0);
  CHECK(alike("Ahmad Hassan", "Ahmed Hassan", 200) > 0);
  CHECK(alike("Ahmad Hassan", "Ahmed Hassan Shanbati", 60) == 0);
  CHECK(alike("Ahmad Hassan", "Ahmed Hassan Shanbati", 60, Evidence::through_another) > 0);
}

TEST_CASE("a part tells the more the fewer have it") {
  const auto parts = name_parts("Zayd H. Brigade").parts;
  REQUIRE(parts.size() == 3);
  CHECK(part_weight(parts[0], 1, 5000) == 1);
  CHECK(part_weight(parts[0], 10, 5000) > part_weight(parts[0], 100, 5000));
  CHECK(part_weight(parts[0], 5000, 5000) > 0);
  CHECK(parts[1].initial);
  CHECK(part_weight(parts[1], 1, 5000) < part_weight(parts[2], 1, 5000));
  CHECK(parts[2].common);
}

TEST_CASE("any bytes and any length are names") {
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "Abd al- \xFF\xC3 bin, ";
  for (const std::string& name :
       {endless, std::string(100000, 'k'), std::string("\xD8\x00,,", 4)}) {
    const auto parts = name_parts(name);
    CHECK(parts.parts.size() <= kMaxNameParts);
    const PartWeights weights(parts.parts.size(), 1.0);
    const auto same = aligned_similarity(parts, weights, parts, Evidence::direct);
    CHECK((same >= 0 && same <= 1));
  }
}

}  // namespace furat::analysis
