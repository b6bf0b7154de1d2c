#include "indexer/metadata/date_in_url.hpp"

#include <string>

#include "tests/support/catch.hpp"

using furat::indexer::date_in_url;
using namespace std::chrono;

TEST_CASE("addresses state their day in many ways") {
  const std::string url = GENERATE(
      "https://example.org/2017/10/04/title.html", "https://example.org/news/2017/10/4/title",
      "http://example.org/2017/10/04", "https://example.org/world/2017/oct/04/title",
      "https://example.org/2017/October/04/title", "https://example.org/2017-10-04-title.html",
      "https://example.org/2017-10/04/c_123456.htm", "https://example.org/title-2017-10-04.html",
      "https://example.org/n1/2017/1004/c1001-29570000.html",
      "https://example.org/201710/04/title.html", "https://example.org/20171004/title",
      "https://example.org/title_20171004.html", "https://example.org/title-20171004093000",
      "https://example.org/2017/10/04-title", "/2017/10/04/title", "2017/10/04/title",
      "https://example.org/2017_10_04.html",
      "https://archive.example/web/20200101120000/http://example.org/2017/10/04/title",
      "https://example.org/2016-01-01-review/2017/10/04/x");
  INFO(url);
  if (url.starts_with("2017")) {
    CHECK_FALSE(date_in_url(url));  // folders begin with a slash
  } else {
    CHECK(date_in_url(url) == sys_days(year(2017) / 10 / 4));
  }
}

TEST_CASE("numbers that are no day of an article are none") {
  const std::string url = GENERATE(
      "", "https://example.org/", "https://2017-10-04.example.org/", "https://example.org/2017/10/",
      "https://example.org/2017/13/04/", "https://example.org/?date=2017-10-04",
      "https://example.org/x#2017-10-04", "https://example.org/article-120171004",
      "https://example.org/25651465", "https://example.org/1004/2017/x",
      "https://example.org/2017/10/04th/x", "https://example.org/20360101/x",
      "https://archive.example/web/20171004120000/http://example.org/title",
      "https://example.org/2017/10/041/x", "https://example.org/201710049999");
  INFO(url);
  CHECK_FALSE(date_in_url(url));
}

TEST_CASE("an endless address is left alone") {
  CHECK_FALSE(date_in_url("/2017/10/04/" + std::string(1'000'000, 'x')));
}
