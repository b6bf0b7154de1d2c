// Articles as TimeML: the frame, the tags and their references, and that no text breaks the XML.
#include "indexer/timeml/timeml_document.hpp"

#include <string>
#include <vector>

#include "analysis/dates/date_recognizer.hpp"
#include "analysis/text/printable.hpp"
#include "tests/support/catch.hpp"

namespace furat::indexer {
namespace {

using analysis::DateMention;
using Day = std::optional<std::chrono::sys_days>;

constexpr std::chrono::sys_days kPublished = std::chrono::year{2017} / 10 / 20;

/// What the tags of these passages look like, as the recognizer finds them.
std::string document(const std::vector<std::string>& passages, Day published) {
  std::vector<analysis::TokenizedText> tokenized;
  for (const auto& passage : passages) tokenized.push_back(analysis::tokenize(passage));
  const auto dates = analysis::recognize_dates({tokenized, published});
  TimemlArticle article{.id = "a", .title = "T", .published = published, .passages = {}};
  for (std::size_t i = 0; i < passages.size(); ++i)
    article.passages.push_back({passages[i], dates[i]});
  return timeml_document(article);
}

std::string between(const std::string& text, const std::string& opening,
                    const std::string& closing) {
  const auto begin = text.find(opening) + opening.size();
  return text.substr(begin, text.find(closing, begin) - begin);
}

std::string text_of(const std::vector<std::string>& passages, Day published = kPublished) {
  return between(document(passages, published), "<TEXT>", "</TEXT>");
}

/// TEXT of a passage with just these mentions.
std::string text_with(std::string_view passage, const std::vector<DateMention>& dates,
                      Day published = kPublished) {
  return between(
      timeml_document(
          {.id = "a", .title = "", .published = published, .passages = {{passage, dates}}}),
      "<TEXT>", "</TEXT>");
}

DateMention mention(std::uint32_t begin, std::uint32_t end, std::string value,
                    std::string anchor = {}) {
  DateMention out;
  out.span = {begin, end};
  out.value = std::move(value);
  out.anchor = std::move(anchor);
  return out;
}

TEST_CASE("a TimeML document has its id, its day, its title, and its text with the dates in it") {
  CHECK(document({"It fell on 17 October 2017.", "Nobody came."}, kPublished) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

<DOCID>a</DOCID>

<DCT><TIMEX3 tid="t0" type="DATE" value="2017-10-20" temporalFunction="false" functionInDocument="CREATION_TIME">2017-10-20</TIMEX3></DCT>

<TITLE>T</TITLE>

<TEXT>It fell on <TIMEX3 tid="t1" type="DATE" value="2017-10-17" temporalFunction="false">17 October 2017</TIMEX3>.

Nobody came.</TEXT>

</TimeML>
)");
}

TEST_CASE("a day of publication that is not known stands in TimeML as such") {
  CHECK(between(document({"Nobody came."}, std::nullopt), "<DCT>", "</DCT>") ==
        R"(<TIMEX3 tid="t0" type="DATE" value="XXXX-XX-XX" temporalFunction="false" )"
        R"(functionInDocument="CREATION_TIME"></TIMEX3>)");
}

TEST_CASE("what was counted from the day of publication has t0 as its anchor in TimeML") {
  CHECK(text_of({"They left yesterday."}) ==
        R"(They left <TIMEX3 tid="t1" type="DATE" value="2017-10-19" temporalFunction="true" )"
        R"(anchorTimeID="t0">yesterday</TIMEX3>.)");
}

TEST_CASE("another anchor is the latest earlier tag of that day, in whatever passage") {
  const std::string text = "A B C D";
  const std::vector<DateMention> dates{
      mention(0, 1, "2017-09-05"), mention(2, 3, "2017-09-05T10:00"),
      mention(4, 5, "2017-09-06", "2017-09-05"), mention(6, 7, "2017-09-07", "2017-09-01")};
  const auto tagged = text_with(text, dates);
  CHECK(between(tagged, "tid=\"t3\"", ">C") ==
        R"( type="DATE" value="2017-09-06" temporalFunction="true" anchorTimeID="t2")");
  CHECK(between(tagged, "tid=\"t4\"", ">D") ==  // nothing names the day that it was counted from
        R"( type="DATE" value="2017-09-07" temporalFunction="true")");
  const auto passages = text_of({"It fell on 5 September 2017 at night.",
                                 "On 6 September 2017 they left. Two days later it rained."});
  CHECK(between(passages, "tid=\"t3\"", ">") ==
        R"( type="DATE" value="2017-09-08" temporalFunction="true" anchorTimeID="t2")");
}

TEST_CASE("a month can be an anchor in TimeML, but not what comes behind") {
  auto month = mention(0, 1, "2017-09");
  month.granularity = analysis::Granularity::month;
  month.first = std::chrono::year{2017} / 9 / 1;
  const auto counted = mention(2, 3, "2017-10", "2017-09-01");
  CHECK(text_with("A B", {month, counted}).ends_with(R"(anchorTimeID="t1">B</TIMEX3>)"));
  month.span = {4, 5};
  CHECK(text_with("A B C", {counted, month}).find("anchorTimeID") == std::string::npos);
}

TEST_CASE("dates without a year, before Christ and of unknown feasts have TIMEX3 values") {
  const auto value_of = [](const std::string& value) {
    return between(text_with("A", {mention(0, 1, value)}), "value=\"", "\"");
  };
  CHECK(value_of("--02-09") == "XXXX-02-09");
  CHECK(value_of("--02") == "XXXX-02");
  CHECK(value_of("BC0480") == "BC0480");
  CHECK(value_of("XXXX") == "XXXX");
  CHECK(value_of("2014-W06") == "2014-W06");
}

TEST_CASE("days of a month joined by a dash are a length between two empty tags") {
  CHECK(
      text_with("3-5 September.", {mention(0, 13, "2017-09-03/2017-09-05", "2017-10-20")}) ==
      R"(<TIMEX3 tid="t1" type="DURATION" value="P3D" temporalFunction="true" anchorTimeID="t0" )"
      R"(beginPoint="t2" endPoint="t3">3-5 September</TIMEX3>)"
      R"(<TIMEX3 tid="t2" type="DATE" value="2017-09-03" temporalFunction="true" anchorTimeID="t0"/>)"
      R"(<TIMEX3 tid="t3" type="DATE" value="2017-09-05" temporalFunction="true" anchorTimeID="t0"/>.)");
  CHECK(between(text_of({"Between them lay 3-5 September."}, std::nullopt), "value=\"", "\"") ==
        "P3D");
}

TEST_CASE("the two ends of a range are followed by its length") {
  CHECK(
      text_of({"From 2014 to 2017 it rained."}) ==
      R"(From <TIMEX3 tid="t1" type="DATE" value="2014" temporalFunction="false">2014</TIMEX3> to )"
      R"(<TIMEX3 tid="t2" type="DATE" value="2017" temporalFunction="false">2017</TIMEX3>)"
      R"(<TIMEX3 tid="t3" type="DURATION" value="P4Y" temporalFunction="true" beginPoint="t1" )"
      R"(endPoint="t2"/> it rained.)");
}

TEST_CASE("a range between ranges goes from the first day to the last") {
  auto first = mention(0, 1, "2016-06-06/2016-07-05");
  first.flags = analysis::kBeginsRange;
  const auto tagged = text_with("A B", {first, mention(2, 3, "2016-07-06/2016-07-08")});
  CHECK(tagged.ends_with(R"(temporalFunction="true" beginPoint="t2" endPoint="t6"/>)"));
  CHECK(tagged.find(R"(tid="t7" type="DURATION")") != std::string::npos);
}

TEST_CASE("a range whose end was not found has no length") {
  auto first = mention(0, 1, "2016");
  first.flags = analysis::kBeginsRange;
  CHECK(text_with("A B", {first}).find("DURATION") == std::string::npos);
}

TEST_CASE("lengths up to the day of publication end with it, those from it on begin with it") {
  CHECK(text_of({"It rained for the past two weeks."})
            .find(R"(value="P2W" temporalFunction="true" anchorTimeID="t0" endPoint="t0">)") !=
        std::string::npos);
  CHECK(text_of({"It will rain for the next two weeks."})
            .find(R"(value="P2W" temporalFunction="true" anchorTimeID="t0" beginPoint="t0">)") !=
        std::string::npos);
}

TEST_CASE("sets say every where the text does, and modifiers are those of TIMEX3") {
  CHECK(text_of({"Every Friday they prayed."}) ==
        R"(<TIMEX3 tid="t1" type="SET" value="XXXX-WXX-5" quant="EVERY" temporalFunction="false">)"
        R"(Every Friday</TIMEX3> they prayed.)");
  CHECK(text_of({"They met daily."}).find("quant") == std::string::npos);
  CHECK(text_of({"It began in early 2016."}).find(R"(value="2016" mod="START")") !=
        std::string::npos);
}

TEST_CASE("a TIME has a time of day") {
  CHECK(text_of({"On the night of 5 September 2017 it fell."})
            .find(R"(type="TIME" value="2017-09-05TNI")") != std::string::npos);
  CHECK(text_of({"On the night of 5 September it fell."}, std::nullopt)
            .find(R"(type="DATE" value="XXXX-09-05")") != std::string::npos);
}

TEST_CASE("no text breaks the XML of a TimeML document or commands a terminal") {
  const std::string hostile = "<b>&amp;]]>\x1b[2J\xff\"'\t\r\xef\xbf\xbf\xc2\x9b\xe2\x80\xae!";
  const std::string safe =
      "&lt;b&gt;&amp;amp;]]&gt;\uFFFD[2J\uFFFD&quot;'\t&#13;\uFFFD&#155;&#8238;!";
  CHECK(analysis::printable_xml(hostile) == safe);
  const auto size = static_cast<std::uint32_t>(hostile.size());
  const std::string text = hostile + hostile + hostile;
  const std::vector<DateMention> dates{mention(size, 2 * size, hostile)};
  const auto xml = timeml_document(
      {.id = hostile, .title = hostile, .published = std::nullopt, .passages = {{text, dates}}});
  CHECK(between(xml, "<DOCID>", "</DOCID>") == safe);
  CHECK(between(xml, "<TITLE>", "</TITLE>") == safe);
  CHECK(between(xml, "<TEXT>", "</TEXT>") == safe + R"(<TIMEX3 tid="t1" type="DATE" value=")" +
                                                 safe + R"(" temporalFunction="false">)" + safe +
                                                 "</TIMEX3>" + safe);
}

TEST_CASE("mentions that cross each other or the end of the text give no tags") {
  CHECK(text_with("A B", {mention(0, 3, "2016"), mention(2, 3, "2017"), mention(2, 9, "2018")}) ==
        R"(<TIMEX3 tid="t1" type="DATE" value="2016" temporalFunction="false">A B</TIMEX3>)");
}

}  // namespace
}  // namespace furat::indexer
