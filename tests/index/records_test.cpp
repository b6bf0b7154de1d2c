#include <random>

#include "index/passage_record.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"
#include "tests/support/catch.hpp"

using namespace furat::index;

namespace {

PassageRecord sample_record() {
  PassageRecord record;
  record.article = 12;
  record.number = 3;
  record.line = 41;
  record.heading_size = 5;
  record.heading = "Heads";
  record.text = "Heads\nThe bridge at Tabqa fell on 5 May 2017.";
  record.source = {{6, 100, 6}, {15, 110, 15}, {1, 125, 2}, {23, 127, 23}};
  MentionRecord place;
  place.begin = 20;
  place.end = 25;
  place.value = 77;
  place.role = 1;
  place.rule = "place.name";
  place.score = -1234;
  place.rejected = {{3, 250}, {4'000'000'000, -7}, {5, 0}};
  MentionRecord date;
  date.kind = MentionKind::date;
  date.begin = 34;
  date.end = 44;
  date.timex = "2017-05-05";
  date.first_day = date.last_day = 17'291;
  date.granularity = 3;
  date.flags = 5;
  date.rule = "date.day";
  MentionRecord actor;
  actor.kind = MentionKind::actor;
  actor.begin = 27;
  actor.end = 31;
  actor.value = 9;
  actor.rule = "actor.name";
  auto weighed = actor;
  weighed.begin = 28;
  weighed.score = 310;
  weighed.rejected = {{12, 300}, {7, -1}};
  record.mentions = {place, actor, weighed, date};
  return record;
}

}  // namespace

TEST_CASE("a passage record comes back as it was") {
  const auto record = sample_record();
  CHECK(decode_passage_record(encode(record)) == record);
}

TEST_CASE("of rejected candidates three are kept, and more are refused") {
  auto record = sample_record();
  auto bytes = encode(record);
  auto& rejected = record.mentions.front().rejected;
  rejected.push_back({6, 1});
  CHECK(encode(record) == bytes);
  rejected.clear();
  record.mentions.front().score = 0;
  CHECK(decode_passage_record(encode(record)) == record);

  const auto count = bytes.find("\x03\x03\xF4\x03");  // 3 of them; ordinal 3, score 250
  REQUIRE(count != std::string::npos);
  bytes[count] = 4;
  CHECK_FALSE(decode_passage_record(bytes));
}

TEST_CASE("a record cut anywhere is refused") {
  const auto bytes = encode(sample_record());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(decode_passage_record(bytes.substr(0, size)));
}

TEST_CASE("a record with flipped bits is refused or stays within its bounds") {
  const auto bytes = encode(sample_record());
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    auto damaged = bytes;
    for (int flips = 0; flips < 3; ++flips)
      damaged[random() % damaged.size()] ^= static_cast<char>(1U << (random() % 8));
    const auto record = decode_passage_record(damaged);
    if (!record) continue;
    for (const auto& mention : record->mentions) REQUIRE(mention.end <= record->text.size());
    REQUIRE(record->heading_size <= record->text.size());
  }
}

TEST_CASE("a record with impossible numbers is refused") {
  using Change = void (*)(PassageRecord&);
  const Change change = GENERATE(
      Change([](PassageRecord& r) { r.number = 0; }),
      Change([](PassageRecord& r) { r.heading_size = 46; }),
      Change([](PassageRecord& r) { r.source[1].file_begin = ~std::uint64_t{5}; }),
      Change([](PassageRecord& r) { r.source[1].file_size = ~std::uint64_t{5}; }),
      Change([](PassageRecord& r) { r.source[1].text_size = 16; }),
      Change([](PassageRecord& r) { r.mentions[0].end = r.mentions[0].begin; }),
      Change([](PassageRecord& r) { r.mentions[3].end = 47; }),
      Change([](PassageRecord& r) { r.mentions[0].role = 8; }),
      Change([](PassageRecord& r) { r.mentions[1].before_name = 4; }), Change([](PassageRecord& r) {
        r.mentions[1].begin = 28;  // as the next one, whose kind comes before
        r.mentions[2].kind = MentionKind::place;
      }),
      Change([](PassageRecord& r) { r.mentions[3].kind = static_cast<MentionKind>(3); }),
      Change([](PassageRecord& r) { r.mentions[3].granularity = 11; }),
      Change([](PassageRecord& r) { r.mentions[3].first_day = 17'292; }),
      Change([](PassageRecord& r) { r.mentions[3].first_day = -4'400'001; }),
      Change([](PassageRecord& r) { r.mentions[3].last_day = 4'400'001; }),
      // In the middle of a letter.
      Change([](PassageRecord& r) { r.text.replace(19, 2, "\u00E9"); }),
      Change([](PassageRecord& r) { r.text.replace(24, 2, "\u00E9"); }));
  auto record = sample_record();
  change(record);
  CHECK_FALSE(decode_passage_record(encode(record)));
}

TEST_CASE("text bytes map to file bytes, whole where they were replaced") {
  const auto record = sample_record();
  const auto range = [&](std::uint32_t begin, std::uint32_t end) {
    const auto r = file_range(record, begin, end);
    return std::pair(r.begin, r.end);
  };
  CHECK(range(6, 9) == std::pair<std::uint64_t, std::uint64_t>(110, 113));
  CHECK(range(21, 22) == std::pair<std::uint64_t, std::uint64_t>(125, 127));
  CHECK(range(20, 24) == std::pair<std::uint64_t, std::uint64_t>(124, 129));
}

TEST_CASE("article, value and count records come back as they were") {
  const ArticleRecord article{"a",
                              "a.txt",
                              "Title",
                              "Source",
                              "An Author",
                              "https://example.org/a",
                              17'291,
                              "sidecar",
                              0xFFFFFFFFFFFFFFFFU,
                              0x123456789ABCDEFU,
                              4};
  CHECK(decode_article_record(encode(article)) == article);
  ArticleRecord undated;
  undated.id = "b";
  CHECK(decode_article_record(encode(undated)) == undated);
  const ValueRecord value{Dimension::place, "sy-raqqa", "Raqqa", "city", 9, 35.95, -39.009, "SY"};
  CHECK(decode_value_record(encode(value)) == value);
  ValueRecord actor{Dimension::actor, "jfs", "Fatah al-Sham", "rebels", {}, {}, {}, "SY"};
  actor.discovered = true;
  actor.successor = 4'000'000'000;
  actor.from_year = -2016;
  actor.to_year = 2017;
  CHECK(decode_value_record(encode(actor)) == actor);
  const IndexCounts counts{1, 2, 3};
  CHECK(decode_counts(encode(counts)) == counts);
  CHECK_FALSE(decode_article_record(encode(ArticleRecord{})));
  auto of_date = value;
  of_date.dimension = Dimension::date;
  CHECK_FALSE(decode_value_record(encode(of_date)));
  auto nowhere = value;
  nowhere.latitude = 90.1;
  CHECK_FALSE(decode_value_record(encode(nowhere)));
  undated.published = 4'400'001;
  CHECK_FALSE(decode_article_record(encode(undated)));
  CHECK_FALSE(decode_article_record("\x05"));
  CHECK_FALSE(decode_value_record("\x09"));
  CHECK_FALSE(decode_counts(""));
}

TEST_CASE("a byte that says whether something follows is 0 or 1") {
  ValueRecord value;
  value.id = "a";
  const auto bytes = encode(value);
  REQUIRE(decode_value_record(bytes));
  for (std::size_t at = bytes.size() - 7; at < bytes.size(); ++at) {
    auto damaged = bytes;
    damaged[at] = 2;
    CHECK_FALSE(decode_value_record(damaged));
  }
}

TEST_CASE("a year that is no year is refused, not cut to one") {
  ValueRecord value;
  value.id = "a";
  value.to_year = 2017;
  auto bytes = encode(value);
  bytes.resize(bytes.size() - 2);  // 2017 takes two bytes
  append_signed(bytes, (std::int64_t{1} << 32) + 2017);
  CHECK_FALSE(decode_value_record(bytes));
}

TEST_CASE("names under a skeleton come back as they were, and cut ones are refused") {
  const std::vector<SpelledName> names{{"Mayadin", {3, 9}, {3}}, {"al-Mayadeen", {3}, {}}};
  const auto bytes = encode(names);
  CHECK(decode_spelled_names(bytes) == names);
  CHECK(decode_spelled_names("") == std::vector<SpelledName>{});
  const auto first = encode(std::vector{names.front()}).size();
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    const auto cut = decode_spelled_names(std::string_view(bytes).substr(0, size));
    CHECK(cut.has_value() == (size == first));
  }
}
