#include "searcher/query/question.hpp"

#include <algorithm>

#include "searcher/query/query_parser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryIndex;

namespace {

std::string words_left(const char* question) {
  std::string words;
  for (const auto& node : without_question_words(parse_plain(question)).children)
    words += (words.empty() ? "" : " ") + node.text;
  return words;
}

SearchResults ask(const TemporaryIndex& index, const std::string& question) {
  SearchRequest request;
  request.query = question;
  return index.searcher().search(request);
}

std::size_t rank_of(const std::string& file, const SearchResults& results) {
  for (const auto& hit : results.hits)
    if (hit.article.file == file) return hit.rank;
  return 0;
}

}  // namespace

TEST_CASE("what asks is a question") {
  CHECK(is_question("who captured Mayadin"));
  CHECK(is_question("Did the convoy leave?"));
  CHECK(is_question("casualties near Hajin last winter?"));
  CHECK_FALSE(is_question("WHO reports cholera"));
  CHECK_FALSE(is_question("Hajin?"));
  CHECK_FALSE(is_question("Mayadin offensive starts"));
  CHECK_FALSE(is_question(""));
  CHECK(is_only_words(parse_query("who captured Mayadin?")));
  CHECK_FALSE(is_only_words(parse_query("who captured \"Mayadin bridge\"")));
  CHECK_FALSE(is_only_words(parse_query("who captured Mayadin -dam")));
}

TEST_CASE("words that only ask are dropped, names that look like them are not") {
  CHECK(words_left("Who did capture the bridge?") == "capture bridge");
  CHECK(words_left("what about WHO") == "WHO");
  CHECK(words_left("Tell Abyad") == "Tell Abyad");
  CHECK(words_left("as Sa'an") == "as Sa'an");
  CHECK(words_left("clashes near As Suwayda on Friday") == "clashes near As Suwayda Friday");
  CHECK(words_left("in May 2017") == "in May 2017");
  CHECK(words_left("clashes in the town in May 2017") == "clashes town May 2017");
  CHECK(words_left("who was what") == "who was what");
}

TEST_CASE("a question is answered by passages that have some of its words, and it is said") {
  const TemporaryIndex index({{"a.txt", "The bridge was captured at dawn.", "", ""},
                              {"b.txt", "Bread was sold in the market.", "", ""}});
  const auto results = ask(index, "who captured the pontoon bridge?");
  REQUIRE(results.total_passages == 1);
  CHECK(results.hits.front().article.file == "a.txt");
  CHECK(std::any_of(results.notes.begin(), results.notes.end(), [](const std::string& note) {
    return note.find("question") != std::string::npos;
  }));
}

TEST_CASE("the time of a question comes first and leaves nothing out") {
  const std::string text = "The crossing was shelled in ";
  const TemporaryIndex index({{"a.txt", text + "March 2016.", "", ""},
                              {"b.txt", text + "June 2017.", "", ""},
                              {"c.txt", text + "March 2018.", "", ""}});
  const auto results = ask(index, "what crossing was shelled on 9 June 2017?");
  CHECK(results.total_passages == 3);
  CHECK(rank_of("b.txt", results) == 1);
}

TEST_CASE("the place of a question has what lies in it come first") {
  const TemporaryIndex index({{"a.txt", "A school was opened in Baghdad.", "", ""},
                              {"b.txt", "A school was opened in Mayadin.", "", ""},
                              {"c.txt", "A school was opened in Mosul.", "", ""}});
  const auto results = ask(index, "which school was opened in Deir ez-Zor governorate?");
  CHECK(results.total_passages == 3);
  CHECK(rank_of("b.txt", results) == 1);
}

TEST_CASE("loosening does not depend on filters, so counts are what a click gives") {
  const TemporaryIndex index({{"a.txt", "The siege of Raqqa began in June 2017.", "", ""},
                              {"b.txt", "The bridge at Mayadin was closed.", "", ""},
                              {"c.txt", "A siege is long, said men in Mayadin.", "", ""}});
  SearchRequest request;
  request.query = "siege began";
  request.facets = {"place"};
  request.filters = {{"place", "Mayadin", false}};
  const auto filtered = index.searcher().search(request);
  CHECK(filtered.total_passages == 0);
  CHECK_FALSE(filtered.fell_back_to_any);
  REQUIRE_FALSE(filtered.notes.empty());
  CHECK(filtered.notes.back().find("the filters leave none") != std::string::npos);
  for (const auto& value : filtered.facets.front().values) {
    auto click = request;
    click.filters = {{"place", value.id, false}};
    CHECK(index.searcher().search(click).total_passages == value.passages);
  }
}

TEST_CASE("a question can be put as keywords") {
  const TemporaryIndex index({{"a.txt", "Who was captured at the bridge is unknown.", "", ""},
                              {"b.txt", "The bridge was closed.", "", ""}});
  SearchRequest request;
  request.query = "who was captured bridge?";
  request.questions = false;
  CHECK(index.searcher().search(request).total_passages == 1);
  request.questions = true;
  CHECK(index.searcher().search(request).total_passages == 2);
}
