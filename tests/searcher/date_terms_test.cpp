// The three date modes against brute force: whatever the index holds, the terms chosen find exactly
// the passages with a date that overlaps, lies in or contains what is asked for.
#include "searcher/query/date_terms.hpp"

#include <array>
#include <map>
#include <random>

#include "index/passage_dates.hpp"
#include "index/schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;
using index::DateInterval;
using index::DateNode;
using index::DayInterval;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

constexpr std::array kModes{DateMode::overlap, DateMode::within, DateMode::contains};

class Source {
 public:
  explicit Source(unsigned seed) : random_(seed) {}
  int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

  /// Days, ranges, months, years, decades, of our time and of far and negative years.
  DayInterval interval() {
    const int kind = pick(0, 11);
    const int y = kind < 9 ? pick(2005, 2025) : pick(-400, 2400);
    const auto first = sys_days{year{y} / 1 / 1} + days{pick(0, 364)};
    if (kind < 3) return {first, first};
    if (kind < 6) return {first, first + days{pick(1, 60)}};
    if (kind == 6) return *index::days_of(*index::node_named(std::to_string(y)));
    if (kind == 7) return *index::days_of({index::DateLevel::month, y * 12 + pick(0, 11)});
    if (kind == 8) return *index::days_of({index::DateLevel::decade, y / 10});
    return {first, first + days{pick(0, kind == 9 ? 400 : 40'000)}};
  }

  DateNode unknown_year() {
    const auto day = index::cover(interval()).front();
    const auto name = index::name(index::enclosing(*index::days_of(day)).value());
    if (name.size() < 7 || pick(0, 9) == 0) return *index::node_named("--");
    return *index::node_named("--" + name.substr(name.starts_with('-') ? 6 : 5));
  }

  index::MentionRecord mention() {
    index::MentionRecord mention;
    mention.kind = index::MentionKind::date;
    const int kind = pick(0, 19);
    if (kind == 0) {
      mention.timex = index::name(unknown_year());
      mention.flags = index::date_flag::kYearUnknown;
      return mention;
    }
    const auto range = interval();
    if (kind != 1) mention.first_day = number(range.first);
    if (kind != 2) mention.last_day = number(range.last);
    return mention;
  }

 private:
  static std::int32_t number(sys_days day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
  }
  std::mt19937 random_;
};

bool is_at_or_below(DateNode node, DateNode other) {
  for (std::optional at(node); at; at = parent(*at))
    if (*at == other) return true;
  return false;
}

/// By days; nothing else of the index.
bool matches(const DateInterval& date, const DateFilter& filter, DateMode mode) {
  const auto& [first, last] = date.days;
  const auto& range = filter.interval;
  if (mode == DateMode::overlap) return first <= range.last && range.first <= last;
  if (mode == DateMode::contains) return first <= range.first && range.last <= last;
  const bool starts_in = date.open_start ? filter.open_start : range.first <= first;
  const bool ends_in = date.open_end ? filter.open_end : last <= range.last;
  return starts_in && ends_in;
}

/// By nodes, where the year is unknown.
bool matches(DateNode date, const DateFilter& filter, DateMode mode) {
  const bool below = is_at_or_below(date, filter.node);
  const bool above = is_at_or_below(filter.node, date);
  if (mode == DateMode::within) return below;
  if (mode == DateMode::contains) return above;
  // That the year is not known is no overlap with every day.
  return below || (above && date.level != index::DateLevel::unknown_year_root);
}

/// Passages with one to three dates, and which of them has which term, in a real database.
struct Archive {
  explicit Archive(std::size_t intervals) {
    Source source(20171103);
    const std::optional published = sys_days{year{2019} / 2 / 12};
    for (std::size_t count = 0; count < intervals;) {
      std::vector<index::MentionRecord> mentions;
      for (int i = source.pick(1, 3); i > 0; --i) mentions.push_back(source.mention());
      const auto dates = dates_of(mentions, source.pick(0, 2) == 0 ? std::nullopt : published);
      count += dates.size();
      for (const auto& date : dates) {
        if (date.days)
          known.emplace_back(passages, DateInterval{*date.days, date.open_start, date.open_end});
        else
          unknown.emplace_back(passages, date.nodes.front());
      }
      Xapian::Document document;
      for (const auto& term : terms_of(dates)) {
        document.add_boolean_term(term);
        postings[term].push_back(passages);
      }
      database.add_document(document);
      ++passages;
    }
    database.commit();
  }

  /// Passages that only one of the index and brute force finds.
  [[nodiscard]] std::size_t differences(const DateFilter& filter, DateMode mode) const {
    std::vector<char> found(passages), expected(passages);
    for (const auto& term : date_terms(filter, mode, database))
      if (const auto list = postings.find(term); list != postings.end())
        for (const auto passage : list->second) found[passage] = 1;
    const auto expect = [&](const auto& dates) {
      for (const auto& [passage, date] : dates)
        if (matches(date, filter, mode)) expected[passage] = 1;
    };
    if (filter.kind == DateFilter::Kind::unknown_year)
      expect(unknown);
    else
      expect(known);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < passages; ++i) wrong += found[i] != expected[i] ? 1U : 0U;
    return wrong;
  }

  test::TemporaryFolder folder;
  Xapian::WritableDatabase database{(folder.path() / "db").string(), Xapian::DB_CREATE};
  std::size_t passages = 0;
  std::vector<std::pair<std::size_t, DateInterval>> known;
  std::vector<std::pair<std::size_t, DateNode>> unknown;
  std::map<std::string, std::vector<std::size_t>> postings;
};

DateFilter random_filter(Source& source) {
  DateFilter filter;
  const int kind = source.pick(0, 19);
  if (kind == 0) {
    filter.kind = DateFilter::Kind::unknown_year;
    filter.node = source.unknown_year();
    return filter;
  }
  filter.interval = source.interval();
  filter.open_start = kind == 1;
  filter.open_end = kind == 2;
  if (filter.open_start) filter.interval.first = index::all_days().first;
  if (filter.open_end) filter.interval.last = index::all_days().last;
  return filter;
}

}  // namespace

TEST_CASE("20,000 intervals and 3,000 ranges: each date mode equals brute force") {
  const Archive archive(test::tenth_if_sanitized(20'000));
  Source source(7);
  std::array<std::size_t, 3> wrong{};
  for (int i = 0; i < test::tenth_if_sanitized(3'000); ++i) {
    const auto filter = random_filter(source);
    for (std::size_t mode = 0; mode < kModes.size(); ++mode)
      wrong[mode] += archive.differences(filter, kModes[mode]);
  }
  CHECK(wrong == std::array<std::size_t, 3>{});
}

TEST_CASE("a filter that no date matches demands a term that no passage has") {
  const Archive archive(10);
  const DateFilter far{DateFilter::Kind::interval,
                       {sys_days{year{8888} / 1 / 2}, sys_days{year{9001} / 1 / 1}}};
  const auto terms = date_terms(far, DateMode::contains, archive.database);
  REQUIRE(terms.size() == 1);
  CHECK_FALSE(archive.database.term_exists(terms.front()));
}
