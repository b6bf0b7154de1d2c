#include <set>
#include <string>
#include <vector>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

namespace furat {
namespace {

using Files = std::set<std::string>;

/// One person in several spellings, his father, his brother and another.
const test::TemporaryIndex& people_index() {
  static const test::TemporaryIndex index({
      {"full.txt", "Reporters met Zayd Khalil Abd al-Qadir al-Shanbati on Monday.", "", ""},
      {"short.txt", "A letter of Zaid Shanbaty was read before dawn.", "", ""},
      {"joined.txt", "They waited for Sheikh Zaid Khaleel Abdulqadir al-Shanbati.", "", ""},
      {"comma.txt", "The list has Shanbati, Zayd among them.", "", ""},
      {"arabic.txt", "The letter was signed زيد خليل الشنبطي in large letters.", "", ""},
      {"father.txt", "Khalil Abd al-Qadir al-Shanbati was a teacher.", "", ""},
      {"brother.txt", "Munther Khalil Abd al-Qadir al-Shanbati left.", "", ""},
      {"other.txt", "Trucks of Zayd Barsham came.", "", ""},
      {"company.txt", "Trucks of Zarzour Trading Company came.", "", ""},
      {"company2.txt", "Trucks of Zarzoor Trading Company left.", "", ""},
      {"apart.txt", "The Barsham Islamic Movement said so.", "", ""},
      {"together.txt", "The Barsham Movement said so.", "", ""},
      {"kunya.txt", "They met Abu Yusuf in the camp.", "", ""},
      {"single.txt", "They met Yusuf in the camp.", "", ""},
      {"leader.txt", "Abu Bakr al-Baghdadi spoke.", "", ""},
  });
  return index;
}

SearchResults search(const std::string& query, bool expand = true,
                     std::vector<Filter> filters = {}) {
  SearchRequest request;
  request.query = query;
  request.filters = std::move(filters);
  request.expand_names = expand;
  request.fall_back_to_any = false;
  return people_index().searcher().search(request);
}

Files files(const SearchResults& results) {
  Files names;
  for (const auto& hit : results.hits) names.insert(hit.article.file);
  return names;
}

const Files kPerson{"full.txt", "short.txt", "joined.txt", "comma.txt", "arabic.txt"};

TEST_CASE("a person is found by any spelling, with parts left out, joined or turned") {
  for (const auto* query :
       {"Zayd Khalil Abd al-Qadir al-Shanbati", "Zaid Khalil Shanbati", "Shanbati, Zayd Khalil",
        "Zayed Khalil Abdelqader Shanbati", "زيد خليل عبد القادر الشنبطي"}) {
    CAPTURE(query);
    CHECK(files(search(query)) == kPerson);
  }
}

TEST_CASE("the answer names the spellings, and exact spelling does without them") {
  const auto results = search("Zaid Khalil Shanbati");
  REQUIRE(results.matched_as.size() == 1);
  CHECK(results.matched_as[0].spellings.size() == kPerson.size());
  CHECK(search("Zaid Khalil Shanbati", false).hits.empty());
}

TEST_CASE("the father and the brother are other people") {
  CHECK(files(search("Khalil Abd al-Qadir Shanbati")) ==
        Files{"father.txt", "full.txt", "brother.txt"});
  CHECK(files(search("Munthir Khalil Abdulqadir Shanbati")) == Files{"brother.txt"});
}

TEST_CASE("names that only the archive has are found in other spellings, and with words between") {
  CHECK(files(search("Zarzour Trading Company")) == Files{"company.txt", "company2.txt"});
  CHECK(files(search("Zarzoor Trading Company")) == Files{"company.txt", "company2.txt"});
  CHECK(files(search("Barsham Movement")) == Files{"apart.txt", "together.txt"});
}

TEST_CASE("the name of a child is not the kunya of its father") {
  CHECK(files(search("Youssef")).count("single.txt") == 1);
  CHECK(files(search("Youssef")).count("kunya.txt") == 0);
}

TEST_CASE("a filter takes a person by the parts of a name, in any spelling") {
  for (const auto* name : {"Abu Bakr al Bagdadi", "Abou Bakr Baghdady", "أبو بكر بغدادي"}) {
    CAPTURE(name);
    CHECK(files(search("", true, {{"actor", name, false}})) == Files{"leader.txt"});
  }
}

}  // namespace
}  // namespace furat
