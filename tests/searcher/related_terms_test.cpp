#include "searcher/ranking/related_terms.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryIndex;

namespace {

/// Passages on a ferry that share its words, one of them without "ferry", and others.
TemporaryIndex ferries() {
  return TemporaryIndex({{"a.txt", "The ferry carried pontoons and barges over the river.", "", ""},
                         {"b.txt", "A ferry with pontoons and barges sank.", "", ""},
                         {"c.txt", "Engineers repaired pontoons and barges.", "", ""},
                         {"d.txt", "Wheat prices rose in the market.", "", ""},
                         {"e.txt", "Schools opened again after the holiday.", "", ""},
                         {"f.txt", "Doctors treated patients in the clinic.", "", ""},
                         {"g.txt", "Farmers sold cotton and barley.", "", ""},
                         {"h.txt", "Teachers asked for their wages.", "", ""}});
}

SearchRequest asking(const std::string& query, RelatedWords related) {
  SearchRequest request;
  request.query = query;
  request.plain = true;
  request.match = MatchMode::any;
  request.related = related;
  return request;
}

}  // namespace

TEST_CASE("a question also finds passages by words that its best passages have in common") {
  const auto index = ferries();
  const auto results = index.searcher().search(asking("ferry", RelatedWords::automatic));
  CHECK(results.related_words == std::vector<std::string>{"barges", "pontoons"});
  REQUIRE(results.total_passages == 3);
  CHECK(results.hits.back().article.file == "c.txt");
  CHECK_FALSE(results.hits.back().snippet.marks.empty());
}

TEST_CASE("related words are not searched for when that is not wanted, or for keywords") {
  const auto index = ferries();
  const auto never = index.searcher().search(asking("ferry", RelatedWords::never));
  CHECK(never.total_passages == 2);
  CHECK(never.related_words.empty());
  SearchRequest keywords;
  keywords.query = "ferry";
  CHECK(index.searcher().search(keywords).total_passages == 2);
}

TEST_CASE("with all the words demanded related words only change the order") {
  const auto index = ferries();
  SearchRequest request;
  request.query = "ferry";
  request.related = RelatedWords::always;
  const auto results = index.searcher().search(request);
  CHECK(results.total_passages == 2);
  CHECK(results.related_words.empty());
}

TEST_CASE("what a question finds does not depend on filters but for what they leave out") {
  const TemporaryIndex index(
      {{"a.txt", "The ferry at Mayadin carried pontoons and barges.", "", ""},
       {"b.txt", "A ferry at Hajin with pontoons and barges sank.", "", ""},
       {"c.txt", "Engineers in Hajin repaired pontoons and barges.", "", ""},
       {"d.txt", "Wheat prices rose in Raqqa.", "", ""},
       {"e.txt", "Schools opened in Raqqa.", "", ""},
       {"f.txt", "Doctors left Mosul.", "", ""},
       {"g.txt", "Teachers left Mosul.", "", ""}});
  auto request = asking("ferry", RelatedWords::automatic);
  request.facets = {"place"};
  const auto all = index.searcher().search(request);
  for (const auto& value : all.facets.front().values) {
    auto click = request;
    click.filters = {{"place", value.id, false}};
    CHECK(index.searcher().search(click).total_passages == value.passages);
  }
}

TEST_CASE("copies of a passage do not crowd out other passages") {
  const std::string report =
      "Fighters shelled the northern district of the town for three days before the convoy lorries "
      "could pass the last checkpoint on the eastern road. Drivers told reporters that "
      "they had waited beside the grain silos since Friday, that guards searched every sack and "
      "every tank, and that two men who spoke for the council were held until the evening.";
  const TemporaryIndex index(
      {{"a.txt", report, "", ""},
       {"b.txt", report, "", ""},
       {"c.txt", report, "", ""},
       {"d.txt",
        "A convoy with flour, salt, oil, tents and blankets, all of it on lorries for families who "
        "had fled left the port on Monday.",
        "", ""}});
  SearchRequest request;
  request.query = "convoy lorries";
  const auto results = index.searcher().search(request);
  REQUIRE(results.hits.size() == 4);
  CHECK(results.hits[1].article.file == "d.txt");
  CHECK(results.hits[0].copies == 2);
  for (std::size_t i = 1; i < results.hits.size(); ++i)
    CHECK(results.hits[i].score <= results.hits[i - 1].score);
}
