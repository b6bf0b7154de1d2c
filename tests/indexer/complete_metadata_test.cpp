#include "indexer/metadata/complete_metadata.hpp"

#include "indexer/metadata/date_in_file_name.hpp"
#include "indexer/metadata/dateline.hpp"
#include "tests/indexer/split_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;
using namespace std::string_literals;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

constexpr sys_days kDay = year(2017) / 10 / 4;

/// An article of this text with its metadata completed.
Article completed(const std::string& text, const std::string& file = "a.txt",
                  const std::string& url = {}) {
  Article article = article_of(text);
  article.id = article.file = file;
  article.url = url;
  complete_metadata(article, split_passages(article));
  return article;
}

}  // namespace

TEST_CASE("the day of publication comes from the best witness") {
  const std::string dateline = "BEIRUT (Reuters), 7 Oct 2017 - " + kHarbour + "\n\n" + kMarket;
  const std::string dated = "The pier\nDate: 6 October 2017\n\n" + dateline;
  const std::string name = "2017-10-08-pier.txt";
  const auto found = [](const Article& article) {
    const auto day = article.published ? std::chrono::year_month_day(*article.published).day()
                                       : std::chrono::day(0);
    return article.published_method + " " + std::to_string(static_cast<unsigned>(day));
  };
  CHECK(found(completed(dated, name, "https://x.test/2017/10/05/pier")) == "url 5");
  CHECK(found(completed(dated, name, "https://x.test/pier")) == "date-line 6");
  CHECK(found(completed(dateline, name)) == "dateline 7");
  CHECK(found(completed("The pier\n\n" + dateline, name)) == "dateline 7");
  CHECK(found(completed(kHarbour, name)) == "file-name 8");
  CHECK(found(completed(kHarbour)) == " 0");

  Article stated = article_of(dated);
  stated.published = kDay;
  stated.published_method = "record";
  complete_metadata(stated, split_passages(stated));
  CHECK(found(stated) == "record 4");
}

TEST_CASE("the address of a labelled line may state the day") {
  const Article article =
      completed("URL: https://x.test/2017/10/04/pier\n\n" + kHarbour + "\n\n" + kMarket);
  CHECK(article.url == "https://x.test/2017/10/04/pier");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "url");
}

TEST_CASE("a dateline stays in the text") {
  Article article = article_of("BEIRUT, Oct. 4, 2017 (SANA) — " + kHarbour);
  const SplitArticle result = split_passages(article);
  complete_metadata(article, result);
  CHECK(article.published == kDay);
  REQUIRE_FALSE(result.passages.empty());
  CHECK(result.passages[0].text.starts_with("BEIRUT, Oct. 4, 2017"));
}

TEST_CASE("the day in the name of a file of records is not that of a record") {
  Article article = article_of(kHarbour);
  article.file = "20171004_wires.jsonl";
  article.id = "w-1";
  complete_metadata(article, split_passages(article));
  CHECK_FALSE(article.published);
  article.id = "/archive/20171004_wires.jsonl";  // a file whose name another one has
  complete_metadata(article, split_passages(article));
  CHECK(article.published == kDay);
}

TEST_CASE("what is stated is not replaced by the text's own words") {
  Article article = article_of("The pier\nSource: Harbour Notes\n\n" + kHarbour + "\n\n" + kMarket);
  article.title = "Given";
  article.source = "Desk";
  complete_metadata(article, split_passages(article));
  CHECK(article.title == "Given");
  CHECK(article.source == "Desk");
}

TEST_CASE("a title of a megabyte is cut at a character") {
  Article article = article_of(kHarbour);
  for (int i = 0; i < 100'000; ++i) article.title += "é";
  article.author = std::string(1000, 'a');
  article.url = "https://x.test/" + std::string(5000, 'a');
  complete_metadata(article, split_passages(article));
  CHECK(article.title.size() <= 1000);
  CHECK(article.title.ends_with("é…"));
  CHECK(article.author.size() == 300);
  CHECK(article.url.empty());
}

TEST_CASE("datelines state their day with the year") {
  const auto line = GENERATE(
      "BEIRUT (Reuters), 4 Oct 2017 - The army"s, "BEIRUT, Oct 4, 2017 (AFP) - The army"s,
      "DAMASCUS, Syria, October 4th, 2017 (SANA) — The army"s, "Damascus (SANA), 4/10/2017"s,
      "Damascus, SANA, 4 October 2017 – The army"s, "RAQQA (Reuters) - 4 October 2017 - The army"s,
      "(Reuters, 4 Oct 2017) The army"s, "(AFP - 4 October 2017) - The army"s,
      "DEIR EZ-ZOR, Syria, 2017-10-04 -- The army"s, "AL-BAB, 4 Oct. 2017 — The army"s);
  CAPTURE(line);
  if (line.find("4/10/2017") == std::string::npos)
    CHECK(dateline_day(line) == kDay);
  else
    CHECK_FALSE(dateline_day(line));  // the order is open, and there is no dash
}

TEST_CASE("what is no dateline, or has no year, states no day") {
  const auto line = GENERATE(
      "DAMASCUS, Oct. 4 (AFP) — The army"s, "On 4 October 2017 - a Wednesday - the army came"s,
      "The army said on 4 October 2017 - the day after - that"s,
      "US forces on 4 October 2017 - the day after the attack - said"s,
      "BEIRUT (Reuters) - The army said on 4 October 2017 that - at last - it"s,
      "RAQQA, 4 October 2017, 17 October 2017 - The army"s, "4 October 2017 - The army"s,
      "The Battle of Raqqa, 6 June 2017 – a chronology"s, "BEIRUT - The army"s, ""s, "("s, "()"s,
      "(as the army said on 4 October 2017) The rest"s,
      "BEIRUT, where the army stood on 4 October 2017 - The rest"s);
  CAPTURE(line);
  CHECK_FALSE(dateline_day(line));
}

TEST_CASE("names of files state their day") {
  const auto name =
      GENERATE("2017-10-04-pier.txt"s, "2017-10-04.txt"s, "2017-10-04"s, "20171004_pier.txt"s,
               "20171004.pdf"s, "the-pier-2017-10-04.html"s, "desk/2016-01-01/pier_2017_10_04.txt"s,
               "pier (2017-10-04).txt"s, "2017.10.04 pier.pdf"s, "20171004T093000.txt"s,
               "20171004093000.txt"s, "pier_20171004_final.docx"s, "article-2017-10-04.txt"s,
               "2017-10-04_2017-10-04.txt"s, "pier-20171004"s);
  CAPTURE(name);
  CHECK(date_in_file_name(name) == kDay);
}

TEST_CASE("versions, ids and two days are no day") {
  const auto name = GENERATE(
      "v2017-10-04.txt"s, "tool-v-2017-10-04.txt"s, "tool-1.2017.10.04.txt"s,
      "tool-2017.10.04.txt"s, "2017.10.04.1.txt"s, "120171004.txt"s, "201710045.txt"s,
      "doc-20171004.txt"s, "id_20171004.txt"s, "2017-13-04.txt"s, "2017-02-29.txt"s,
      "1899-10-04.txt"s, "2100-10-04.txt"s, "18991004.txt"s, "2017-10-04_2017-10-08.txt"s,
      "2017-10.txt"s, "2017.txt"s, "a20171004.txt"s, "20171004a.txt"s, "04-10-2017.txt"s,
      "2017-10-041.txt"s, "2017-10-04/pier.txt"s, "20179999T1.txt"s, ""s, "7-2017-10-04.txt"s);
  CAPTURE(name);
  CHECK_FALSE(date_in_file_name(name));
}
