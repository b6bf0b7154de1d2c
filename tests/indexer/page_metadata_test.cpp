#include "indexer/readers/html/page_metadata.hpp"

#include <string>

#include "tests/support/catch.hpp"

using furat::indexer::Article;
using furat::indexer::HtmlTree;
using furat::indexer::read_page_metadata;
using namespace std::chrono;
using namespace std::string_literals;

namespace {

constexpr sys_days kDay = year(2017) / 10 / 4;

Article metadata_of(std::string_view page) {
  Article article;
  read_page_metadata(HtmlTree::parse(page), article);
  return article;
}

/// A page with these elements in its head, this inside the article and this behind it.
Article page(std::string_view head, std::string_view article, std::string_view behind = "") {
  std::string html = "<html lang=de><head><title>Die Brücke ist offen</title>";
  html += head;
  html += "</head><body><article><h1>Die Brücke ist offen</h1>";
  html += article;
  html += "<p>Die Brücke über den Fluss ist seit gestern wieder für alle offen.</p></article>";
  html += behind;
  html += "</body></html>";
  return metadata_of(html);
}

std::string json_ld(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

}  // namespace

TEST_CASE("what JSON-LD says of the article comes first") {
  const Article article = page(json_ld(R"({"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","@id":"#site","name":"Flusspost"},
        {"@type":"Organization","@id":"#org","name":"Verlag Flusspost"},
        {"@type":"WebPage","datePublished":"2017-10-01"},
        {"@type":["Article","NewsArticle"],"headline":"Die Br\u00fccke ist offen",
         "datePublished":"2017-10-04T23:30:00+02:00","dateModified":"2017-10-09",
         "author":[{"@id":"#p1"},{"name":"Jan Ort"}],"publisher":{"@id":"#org"},
         "comment":[{"@type":"Comment","datePublished":"2017-10-20"}]},
        {"@type":"Person","@id":"#p1","name":"Von Mia Berg"}]})") +
                                   "<meta property='article:published_time' content='2017-10-02'>",
                               "");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "json-ld");
  CHECK(article.author == "Mia Berg, Jan Ort");
  CHECK(article.source == "Verlag Flusspost");
  CHECK(article.title == "Die Brücke ist offen");
}

TEST_CASE("JSON-LD with the faults of templates is read") {
  const std::string json = GENERATE(
      "<!-- {\"@type\":\"Article\",\"datePublished\":\"2017-10-04\",} -->"s,
      "//<![CDATA[\n{\"@type\":\"Article\",\"datePublished\":\"2017-10-04\"}\n//]]>"s,
      "{\"@type\":\"Article\",\"name\":\"two\nlines\",\"datePublished\":\"2017-10-04\"};"s,
      "{\"@type\":\"Article\",\"name\":\"a \"quote\" inside\",\"datePublished\" : \"2017-10-04\"}"s,
      "{\"@type\":\"Article\",\"datePublished\":\"2017-10-04\""s,
      "[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"http://schema.org/BlogPosting\","
      "\"datePublished\":[\"2017-10-04\"]}]"s,
      R"({"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2017-10-04"}})"s);
  INFO(json);
  const Article article = page(json_ld(json), "");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "json-ld");
}

TEST_CASE("JSON-LD of other things is not the article's") {
  const std::string json = GENERATE(
      R"({"@type":"Event","startDate":"2017-10-05"})"s,
      R"({"@type":"Organization","foundingDate":"1998-01-02"})"s,
      R"({"@type":"Article","datePublished":"0001-01-01T00:00:00"})"s,
      R"({"@type":"Article","datePublished":{"@value":"2017-10-05"}})"s,
      R"({"@type":"ItemList","itemListElement":[{"@type":"Article","datePublished":"2017-10-05"}]})"s,
      R"({"@type":"VideoObject","uploadDate":"2017-09-01"})"s, "[1,null,\"x\"]"s, "}{"s, ""s);
  INFO(json);
  const Article article = page(json_ld(json), "<p class=byline>4. Oktober 2017</p>");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "byline");
}

TEST_CASE("JSON-LD nested without end is left alone") {
  const std::string deep = "{\"@type\":\"Article\",\"a\":" + std::string(300'000, '[');
  CHECK_FALSE(page(json_ld(deep), "").published);
  std::string closed = R"({"@type":"Article","datePublished":"2017-10-04","a":)";
  closed += std::string(100'000, '[') + std::string(100'000, ']') + "}";
  CHECK(page(json_ld(closed), "").published == kDay);
}

TEST_CASE("meta elements state the day under many names") {
  const std::string meta = GENERATE(
      "<meta property='article:published_time' content='2017-10-04T09:30:00+02:00'>"s,
      "<META NAME='DC.date.issued' CONTENT='2017-10-04'>"s,
      "<meta itemprop='datePublished' content='Wed, 04 Oct 2017 09:30:00 +0200'>"s,
      "<meta name='parsely-pub-date' content='2017-10-04T07:30:00Z'>"s,
      "<meta name='pubdate' content='20171004'>"s, "<meta name='date' content='04.10.2017'>"s,
      "<meta property='article:published_time' content='vor drei Stunden'>"
      "<meta name='sailthru.date' content='2017-10-04'>"s,
      "<meta name='last-modified' content='2017-10-09'>"
      "<meta name='publish-date' content='Oct 4, 2017'>"s);
  INFO(meta);
  const Article article = page(meta, "");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "meta");
}

TEST_CASE("a change is only the day of publication where nothing else is known") {
  const std::string changed = "<meta property='article:modified_time' content='2017-10-09'>";
  CHECK(page(changed, "").published == sys_days(year(2017) / 10 / 9));
  CHECK(page(changed, "<p>Veröffentlicht am 4. Oktober 2017</p>").published == kDay);
  CHECK(page(changed + "<link rel=canonical href='http://x.example/2017/10/04/a'>", "").published ==
        kDay);
  CHECK(page("", "<p>Stand: 4. Oktober 2017</p>").published == kDay);
  CHECK(page("", "<p>Aktualisiert: 9.10.2017</p><p>Erstellt: 4.10.2017</p>").published == kDay);
}

TEST_CASE("the address gives the day, and the local day of a time in UTC") {
  const std::string canonical =
      "<link rel='canonical' href='https://x.example/2017/10/04/bruecke'>";
  const Article by_address = page(canonical, "<p>Foto vom 9. August 2017</p>");
  CHECK(by_address.published == kDay);
  CHECK(by_address.published_method == "url");
  CHECK(by_address.url == "https://x.example/2017/10/04/bruecke");
  CHECK(page("<link rel=alternate type='application/rss+xml' href='/2017/10/04/bruecke/feed/'>", "")
            .published == kDay);
  CHECK_FALSE(
      page("<link rel=alternate href='/2017/10/04/a'><link rel=alternate href='/2017/10/05/b'>"
           "<link rel=next href='/2017/10/04/c'>",
           "")
          .published);
  const auto published_at = [&canonical](std::string_view time, std::string_view byline = "") {
    return page(canonical + "<meta property='article:published_time' content='" +
                    std::string(time) + "'>",
                byline)
        .published;
  };
  CHECK(published_at("2017-10-05T02:10:00Z") == kDay);
  CHECK(published_at("2017-10-03T22:30:00+00:00") == kDay);
  CHECK(published_at("2017-10-05T12:00:00Z") == kDay + days(1));  // no clock showed the 4th
  CHECK(published_at("2017-10-05T02:10:00+02:00") == kDay + days(1));
  CHECK(published_at("2017-10-05T02:10:00Z", "<time class=date>5. Oktober 2017</time>") ==
        kDay + days(1));
}

TEST_CASE("time elements count near the headline") {
  const std::string shown =
      GENERATE("<time datetime='2017-10-04T09:30:00+02:00'>vor drei Stunden</time>"s,
               "<div class=meta><time pubdate datetime='2017-10-04'>heute</time></div>"s,
               "<span class='published' title='2017-10-04T09:30:00+02:00'>gestern</span>"s,
               "<time datetime='2017-10-05T01:19:34Z'>Posted Oct 4, 8:19 PM</time>"s,
               "<p><time>4. Oktober 2017</time></p>"s);
  INFO(shown);
  const Article article =
      page("", shown,
           "<ol class=comment-list><li><time datetime='2017-10-06'>6.10.2017</time></ol>"
           "<aside><h2>Mehr</h2><time datetime='2017-11-01'>1. November 2017</time></aside>");
  CHECK(article.published == kDay);
}

TEST_CASE("a visible byline states the day in many languages") {
  const std::string byline = GENERATE(
      "Veröffentlicht am 04.10.2017 um 9:30 Uhr"s, "Mittwoch, 4. Oktober 2017, von Mia Berg"s,
      "Published on October 4th, 2017 by Mia Berg"s, "Posted: 4 Oct 2017"s,
      "Publié le 4 octobre 2017 à 9h30"s, "Publicado el 4 de octubre de 2017"s,
      "Pubblicato il 4 ottobre 2017"s, "Geplaatst op 4 oktober 2017"s,
      "Publicado em 04/10/2017 às 09h30"s, "Yayınlanma: 4 Ekim 2017"s,
      "Опубликовано 4 октября 2017"s, "نشر في: 4 تشرين الأول 2017"s, "تاريخ النشر: ٤ أكتوبر ٢٠١٧"s,
      "2017年10月4日 09:30"s);
  INFO(byline);
  const Article article = page("", "<div>" + byline + "</div>");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "byline");
}

TEST_CASE("a date may be built of several elements and labelled by the one before") {
  CHECK(page("", "<div class=entry-date><b>04</b><div>Okt</div><div>2017</div></div>").published ==
        kDay);
  CHECK(page("", "<dl><dt>Veröffentlicht</dt><dd>4. Oktober 2017</dd></dl>").published == kDay);
  CHECK(
      metadata_of("<title>Alte Seite über die Brücke</title><table><tr><td><b>Alte Seite über die "
                  "Brücke</b></td></tr><tr><td>Flusspost, 4.10.2017</td></tr></table>")
          .published == kDay);
}

TEST_CASE("a date that is not the article's is none") {
  const std::string other = GENERATE(
      "<footer>Copyright © 04.10.2017</footer>"s,
      "<div class=sidebar><p>4. Oktober 2017</p></div>"s,
      "<div id=comments><p>Mia am 4. Oktober 2017 um 9:30</p></div>"s,
      "<nav>4. Oktober 2017</nav>"s,
      "<div class='related-posts'><span>4. Oktober 2017</span></div>"s,
      "<blockquote class=twitter-tweet>Fertig! <a href='#'>4. Oktober 2017</a></blockquote>"s,
      "<p>Mitglied seit: 4. Oktober 2017</p>"s, "<script>var a = '4. Oktober 2017';</script>"s,
      "<p>Lange nachdem der Fluss das Ufer verlassen hatte und die alten Pfeiler gefallen waren, "
      "kam der Minister am 4. Oktober 2017 und sah sich alles an, was noch stand.</p>"s);
  INFO(other);
  CHECK_FALSE(page("", "", other).published);
}

TEST_CASE("a byline corrects what the page tells machines by some days, not by months") {
  const std::string meta = "<meta property='article:published_time' content='2017-10-03'>";
  const std::string byline = "<p class=date>Veröffentlicht am 4. Oktober 2017</p>";
  CHECK(page(meta, byline).published == kDay);
  CHECK(page("<meta name=pubdate content='2017-05-03'>", byline).published ==
        sys_days(year(2017) / 5 / 3));
  CHECK(page(meta, "<p>Aktualisiert am 4. Oktober 2017</p>").published == kDay - days(1));
}

TEST_CASE("language and other dates of the page say which number is the day") {
  const auto published = [](std::string_view language, std::string_view byline) {
    return metadata_of("<html lang='" + std::string(language) +
                       "'><title>The bridge is open</title><h1>The bridge is open</h1><p>" +
                       std::string(byline) + "</p>")
        .published;
  };
  CHECK(published("en-US", "Posted 10/04/2017") == kDay);
  CHECK(published("en-GB", "Posted 04/10/2017") == kDay);
  CHECK(published("fr", "Publié le 04/10/2017") == kDay);
  CHECK_FALSE(published("en", "Posted 04/10/2017"));
  CHECK(published("en", "Posted 04/10/2017</p><aside>Archive: 31/08/2017</aside>") == kDay);
  CHECK(published("fr", "Publié le 10/04/2017</p><aside>08/31/2017</aside>") == kDay);
}

TEST_CASE("the data that a page keeps for its scripts is a last resort, and must agree") {
  const auto with = [](std::string_view data) {
    return page("", "<p>x</p>", "<script>" + std::string(data) + "</script>");
  };
  CHECK(with(R"(window.s = {"id":7,"published_at":"2017-10-04T09:30:00"};)").published == kDay);
  CHECK(with(R"(a("{\"publishDate\":\"2017-10-04\"}"))").published_method == "page-data");
  CHECK_FALSE(with(R"([{"publishedAt":"2017-10-04"},{"publishedAt":"2017-10-05"}])").published);
  CHECK_FALSE(with(R"({"birthDate":"2017-10-04","publishedAt":null})").published);
}

TEST_CASE("titles lose the name of the site") {
  const auto title = [](std::string_view head) {
    return metadata_of("<head>" + std::string(head) + "</head><p>Text").title;
  };
  CHECK(title("<meta property=og:site_name content='Flusspost'>"
              "<title>Die Brücke - endlich offen | Flusspost</title>") ==
        "Die Brücke - endlich offen");
  CHECK(title("<link rel=canonical href='https://www.flusspost.example/a'>"
              "<title>FLUSSPOST ONLINE – Die Brücke – Flusspost</title>") == "Die Brücke");
  CHECK(title("<title>Die Brücke | Bildergalerie</title>") == "Die Brücke | Bildergalerie");
  CHECK(title("<meta property=og:site_name content='Flusspost'>"
              "<meta property=og:title content='Flusspost'><title>Die Brücke</title>") ==
        "Die Brücke");
  CHECK(title("<meta property=og:site_name content='Flusspost'><title>Flusspost</title>") ==
        "Flusspost");
  CHECK(title("<meta property=og:title content='Tom &amp;amp; Mia&amp;#8217;s\n\t Brücke'>") ==
        "Tom & Mia’s Brücke");
  CHECK(title("").empty());
}

TEST_CASE("authors are names") {
  const auto author = [](std::string_view head, std::string_view byline = "") {
    return page(head, byline).author;
  };
  CHECK(author("<meta name=author content='By Mia Berg'>") == "Mia Berg");
  CHECK(author("<meta name=author content='Von: Mia Berg (mia@flusspost.example)'>") == "Mia Berg");
  CHECK(author("<meta property=article:author content='https://social.example/mia'>").empty());
  CHECK(author("<meta name=author content='admin'>", "<a rel=author href='/m'>Mia Berg</a>") ==
        "Mia Berg");
  CHECK(author("", "<p class=byline>Von Mia Berg | 4. Oktober 2017</p>") == "Mia Berg");
  CHECK(author("", "<p class=byline>Veröffentlicht am 4. Oktober 2017</p>").empty());
  CHECK(author("", "<p class=author>Foto: Jan Ort</p><p class=author>Mia Berg</p>") == "Mia Berg");
}

TEST_CASE("source and address are taken where they can be used") {
  const Article named = page(
      "<link rel=canonical href='/relative'><meta property=og:url "
      "content='HTTPS://www.x.example/a'>"
      "<meta property=og:site_name content=' Fluss\npost '>",
      "");
  CHECK(named.url == "HTTPS://www.x.example/a");
  CHECK(named.source == "Fluss post");
  CHECK(page("<link rel=canonical href='https://www.X.example:80/a?b#c'>", "").source ==
        "x.example");
  const std::string bad = GENERATE("javascript:alert(1)"s, "https://x.example/a b"s, "https:///a"s,
                                   "https://x.example/\x01"s, "https://x.example/\"<b>"s,
                                   "https://x.example/" + std::string(3000, 'a'));
  INFO(bad.substr(0, 40));
  CHECK(page("<link rel=canonical href='" + bad + "'>", "").url.empty());
}

TEST_CASE("no value holds controls or is without end") {
  const std::string endless(2'000'000, 'w');
  const Article article = metadata_of(
      "<title>" + endless + "</title><meta name=author content='" + endless +
      "'><meta property=og:site_name content='a\x07\xE2\x80\xA8z" + endless + "'><h1>" + endless);
  CHECK(article.title.size() <= 500);
  CHECK(article.author.size() <= 200);
  CHECK(article.source.size() <= 200);
  CHECK(article.source.starts_with("a z"));
}

TEST_CASE("pages made to hurt are read in linear time") {
  const auto repeated = [](std::string_view part, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += part;
    return text;
  };
  const std::string html = GENERATE_COPY(
      repeated("4.10.2017 ", 200'000), repeated("<b>4.10.2017</b>", 100'000),
      repeated("<time datetime=2017-10-04>x</time>", 100'000), repeated("<h1>x", 100'000),
      repeated("<p>4.10.2017", 100'000), repeated("<meta name=date content=x>", 100'000),
      "<p class='" + repeated("date ", 300'000) + "'>" + repeated("<b>4.10.2017</b>", 10'000),
      "<script>" + repeated("\"publishedAt\":\"", 200'000) + "</script>",
      json_ld(repeated("\"datePublished\":", 200'000)),
      json_ld("[" + repeated("{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"}},", 50'000) + "1]"),
      "<title>" + repeated("a - ", 200'000) + "</title><h1>" + repeated("a - ", 200'000) + "</h1>");
  INFO(html.substr(0, 60));
  const auto begin = steady_clock::now();
  metadata_of(html);
  CHECK(steady_clock::now() - begin < seconds(10));
}
