// Lists of actors and places against what filters find and what the hits name: brute force.
#include "furat/values.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "furat/errors.hpp"
#include "furat/searcher.hpp"
#include "index/date_nodes.hpp"
#include "index/seen_spellings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/passage_keys.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::all_hits;
using furat::test::counted;
using furat::test::Keys;
using furat::test::sample;

namespace {

bool counts(const MentionInfo& mention, const SearchRequest& search) {
  if (mention.dimension != "place") return mention.dimension == "actor";
  return search.place_roles.count(mention.role) != 0 || search.place_roles.count("all") != 0;
}

/// What the hits of a search name, by id: the passages; by id and spelling likewise.
struct Named {
  std::map<std::string, Keys> actors, places;
  std::map<std::string, std::map<std::string, Keys>> spellings;
  std::size_t passages = 0;

  explicit Named(const SearchRequest& search) {
    const auto results = all_hits(search);
    passages = results.hits.size();
    for (const auto& hit : results.hits)
      for (const auto& mention : hit.mentions) {
        if (mention.dimension == "date") continue;
        spellings[mention.id][index::seen_spelling(mention.text)].insert(hit.passage);
        if (counts(mention, search))
          (mention.dimension == "place" ? places : actors)[mention.id].insert(hit.passage);
      }
  }
};

using Days = std::pair<std::string, std::string>;  ///< first and last ISO day

bool has(const MentionInfo& mention, const std::string& flag) {
  return std::find(mention.flags.begin(), mention.flags.end(), flag) != mention.flags.end();
}

/// From the first to the last day of the closed dates of the hits. ISO days of one sign sort as
/// text.
Days days_of_dates(const SearchResults& results) {
  Days days;
  for (const auto& hit : results.hits) {
    std::vector<MentionInfo> dates;
    for (const auto& mention : hit.mentions)
      if (mention.dimension == "date") dates.push_back(mention);
    for (std::size_t i = 0; i < dates.size(); ++i) {
      auto date = dates[i];
      if (has(date, "begins-range") && i + 1 < dates.size()) {
        date.last = dates[++i].last;
        date.flags = {};
      }
      if (date.first.empty() || date.last.empty() || date.first.starts_with("-")) continue;
      if (has(date, "open-start") || has(date, "open-end") || has(date, "year-unknown")) continue;
      if (days.first.empty() || date.first < days.first) days.first = date.first;
      if (days.second.empty() || date.last > days.second) days.second = date.last;
    }
  }
  return days;
}

std::string first_day(const std::string& date) {
  return index::day_name(index::days_of(*index::node_named(date))->first);
}
std::string last_day(const std::string& date) {
  return index::day_name(index::days_of(*index::node_named(date))->last);
}

/// 2 * sum of observed * log(observed / expected).
double evidence(double both, double first, double second, double all) {
  double sum = 0;
  const std::pair<double, double> cells[] = {
      {both, first * second / all},
      {first - both, first * (all - second) / all},
      {second - both, (all - first) * second / all},
      {all - first - second + both, (all - first) * (all - second) / all}};
  for (const auto& [observed, expected] : cells)
    if (observed > 0) sum += observed * std::log(observed / expected);
  return 2 * sum;
}

void check_neighbours(const ValueInfo& value, const std::vector<NeighbourValue>& neighbours,
                      const std::map<std::string, Keys>& others, const Keys& itself,
                      std::size_t all) {
  std::size_t expected = 0;
  std::map<std::string, std::size_t> together;
  for (const auto& [id, keys] : others) {
    if (id == value.id) continue;
    std::vector<std::string> both;
    std::set_intersection(keys.begin(), keys.end(), itself.begin(), itself.end(),
                          std::back_inserter(both));
    const auto a = static_cast<double>(itself.size());
    const auto b = static_cast<double>(keys.size());
    const auto n = static_cast<double>(all);
    const auto k = static_cast<double>(both.size());
    if (both.size() < 2 || k * n <= a * b || evidence(k, a, b, n) < 3.84) continue;
    ++expected;
    together[id] = both.size();
  }
  REQUIRE(neighbours.size() == expected);
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    const auto& other = neighbours[i];
    CAPTURE(other.id);
    REQUIRE(together[other.id] == other.passages);
    const auto a = static_cast<double>(itself.size());
    const auto b = static_cast<double>(others.at(other.id).size());
    const auto n = static_cast<double>(all);
    const auto k = static_cast<double>(other.passages);
    REQUIRE(other.lift == Approx(k * n / (a * b)));
    REQUIRE(other.evidence == Approx(evidence(k, a, b, n)));
    if (i > 0) REQUIRE(neighbours[i - 1].evidence >= other.evidence);
  }
}

/// A place's mention is its name. An actor's may be longer ("ISIS fighters"): its spellings are in
/// the mentions, those that are a whole mention at least as often.
void check_spellings(const ValueInfo& value, const Named& named, bool are_places) {
  const auto found = named.spellings.find(value.id);
  const auto mentions =
      found == named.spellings.end() ? std::map<std::string, Keys>() : found->second;
  REQUIRE(value.total_spellings == value.spellings.size());
  REQUIRE(value.spellings.empty() == mentions.empty());
  if (are_places) REQUIRE(value.spellings.size() == mentions.size());
  for (std::size_t i = 0; i < value.spellings.size(); ++i) {
    const auto& [text, passages] = value.spellings[i];
    CAPTURE(text);
    Keys within;
    std::size_t whole = 0;
    for (const auto& [mention, keys] : mentions) {
      if (mention == text) whole = keys.size();
      if (mention.find(text) != std::string::npos) within.insert(keys.begin(), keys.end());
    }
    REQUIRE(passages >= whole);
    REQUIRE(passages <= (are_places ? whole : within.size()));
    if (i > 0) REQUIRE(value.spellings[i - 1].passages >= passages);
  }
}

ValuesRequest request_for(const std::string& dimension, SearchRequest search) {
  ValuesRequest request;
  request.dimension = dimension;
  request.search = std::move(search);
  request.limit = request.spellings = 0;
  request.neighbours = 10'000;
  return request;
}

void check_values(const ValuesRequest& request) {
  const auto results = sample().values(request);
  const Named named(request.search);
  REQUIRE(results.matched.total_passages == named.passages);
  REQUIRE(results.values.size() == results.total_values);
  const auto& themselves = request.dimension == "place" ? named.places : named.actors;
  Keys listed;
  for (const auto& value : results.values) {
    CAPTURE(request.dimension, value.id);
    listed.insert(value.id);
    auto click = request.search;
    click.filters.push_back({request.dimension, value.id});
    const auto hits = all_hits(click);
    // A dimension's own filters are ORed with the click: only without them is it that narrow.
    REQUIRE(Counted{hits.total_passages, hits.total_articles} == value.counted);
    const auto itself = themselves.find(value.id);
    const auto keys = itself == themselves.end() ? Keys() : itself->second;
    REQUIRE(value.named == counted(keys));
    const auto days = days_of_dates(hits);
    REQUIRE(value.first_date.empty() == days.first.empty());
    if (!value.first_date.empty()) {
      REQUIRE(first_day(value.first_date) == days.first);
      REQUIRE(last_day(value.last_date) == days.second);
    }
    Keys published;
    for (const auto& hit : hits.hits)
      if (!hit.article.published.empty()) published.insert(hit.article.published);
    REQUIRE(value.first_published == (published.empty() ? "" : *published.begin()));
    REQUIRE(value.last_published == (published.empty() ? "" : *published.rbegin()));
    check_spellings(value, named, request.dimension == "place");
    check_neighbours(value, value.actors, named.actors, keys, named.passages);
    check_neighbours(value, value.places, named.places, keys, named.passages);
  }
  for (const auto& [id, keys] : themselves) {
    CAPTURE(id);
    REQUIRE(listed.count(id) == 1);
  }
}

SearchRequest search_for(const std::string& query, std::vector<Filter> filters = {}) {
  SearchRequest search;
  search.query = query;
  search.filters = std::move(filters);
  return search;
}

ValuesResults named(const std::string& dimension, const std::string& name) {
  ValuesRequest request;
  request.dimension = dimension;
  request.name = name;
  return sample().values(request);
}

}  // namespace

TEST_CASE("what is said of each value is what filters find and hits name") {
  const std::string dimension = GENERATE("actor", "place");
  const auto search = GENERATE(search_for(""), search_for("siege OR oil"),
                               search_for("", {{"date", "2017-09..2017-10"}}));
  check_values(request_for(dimension, search));
}

TEST_CASE("filters of the other dimensions and roles narrow what is counted") {
  check_values(request_for("actor", search_for("", {{"place", "Raqqa"}})));
  auto search = search_for("", {{"actor", "SDF"}, {"kind", "none", true}});
  check_values(request_for("place", search));
  search.place_roles = {"of", "says", "dateline"};
  check_values(request_for("place", search));
}

TEST_CASE("values come by their passages, and only so many") {
  ValuesRequest request;
  request.limit = 7;
  const auto results = sample().values(request);
  REQUIRE(results.values.size() == 7);
  CHECK(results.total_values > 50);
  for (std::size_t i = 1; i < results.values.size(); ++i)
    CHECK(results.values[i - 1].counted.passages >= results.values[i].counted.passages);
  request.spellings = 2;
  request.neighbours = 0;
  const auto isis = sample().values(request).values.front();
  CHECK(isis.id == "isis");
  CHECK(isis.spellings.size() == 2);
  CHECK(isis.total_spellings > 2);
  CHECK(isis.actors.empty());
}

TEST_CASE("with kinds to keep, only actors of these kinds are listed") {
  auto request = request_for("actor", search_for("", {{"kind", "media"}, {"kind", "rebels"}}));
  const auto results = sample().values(request);
  REQUIRE_FALSE(results.values.empty());
  for (const auto& value : results.values) CHECK((value.kind == "media" || value.kind == "rebels"));
}

TEST_CASE("a name finds its values: id, acronym, script, words of a name, other spelling") {
  const auto ids = [](const ValuesResults& results) {
    Keys found;
    for (const auto& value : results.values) found.insert(value.id);
    return found;
  };
  for (const std::string name : {"sdf", "SDF", "QSD", "قسد", "found-syrian-democratic-forces"}) {
    CAPTURE(name);
    const auto results = named("actor", name);
    CHECK(ids(results) == Keys{"sdf"});
    CHECK(results.tier == "exact");
  }
  const auto words = named("actor", "democratic coun");
  CHECK(words.tier == "words");
  CHECK(ids(words).count("sdf") == 0);
  REQUIRE_FALSE(words.values.empty());
  CHECK_THROWS_AS(named("actor", "emocratic"), RequestError);  // not inside a word
  const auto alike = named("actor", "Jebhat alNosra");
  CHECK(ids(alike) == Keys{"jabhat-al-nusra"});
  CHECK(alike.tier != "exact");
  const auto town = named("place", "Deir ez-Zor");
  CHECK(ids(town) == Keys{"sy-deir-ez-zor"});
  CHECK(std::any_of(town.others.begin(), town.others.end(), [](const ValueLink& other) {
    return other.id == "sy-deir-ez-zor-governorate";
  }));
}

TEST_CASE("a name that is none is refused, and so is a dimension that cannot be listed") {
  try {
    (void)named("actor", "Tiger Fxrces");
    FAIL("it was taken");
  } catch (const RequestError& error) {
    CHECK(error.argument() == "name");
    CHECK_FALSE(error.suggestions().empty());
  }
  CHECK_THROWS_AS(named("source", ""), RequestError);
  CHECK_THROWS_AS(named("city", ""), RequestError);
}

TEST_CASE("a line of succession is told from any of its members") {
  for (const std::string name : {"jabhat-al-nusra", "jfs", "hts"}) {
    CAPTURE(name);
    const auto line = named("actor", name).values.front().succession;
    REQUIRE(line.size() == 3);
    CHECK(line[0].id == "jabhat-al-nusra");
    CHECK(line[0].from_year == 2012);
    CHECK(line[1].id == "jfs");
    CHECK(line[2].id == "hts");
    CHECK(line[0].counted.passages > 0);
    for (const auto& member : line) CHECK((member.step == 0) == (member.id == name));
  }
  CHECK(named("actor", "sdf").values.front().succession.empty());
}

TEST_CASE("a filter by an actor of a line of succession tells of the others that are named") {
  const auto notes = sample().search(search_for("", {{"actor", "Jabhat al-Nusra"}})).notes;
  REQUIRE(notes.size() == 1);
  CHECK(notes.front() == "also: Hayat Tahrir al-Sham (hts), its successor");
  CHECK(sample().search(search_for("", {{"actor", "SDF"}})).notes.empty());
  CHECK(sample().search(search_for("", {{"actor", "Jabhat al-Nusra", true}})).notes.empty());
}

TEST_CASE("the id of a discovered actor is read as its words once the lexicon has them") {
  const auto results = sample().search(search_for("", {{"actor", "found-tiger-forces"}}));
  CHECK(results.total_passages ==
        sample().search(search_for("", {{"actor", "tiger-forces"}})).total_passages);
  REQUIRE(results.notes.size() == 1);
  CHECK(results.notes.front().find("(tiger-forces)") != std::string::npos);
}

TEST_CASE("spellings are counted once a passage, without article and possessive") {
  const test::TemporaryIndex index({
      {"a.txt", "The SDF took the town. Later the SDF left it.", "2017-09-05", "A"},
      {"b.txt", "The SDF's spokesman said so.", "2017-09-06", "A"},
      {"c.txt", "The Syrian Democratic Forces denied it in May 2018.", "", "B"},
  });
  ValuesRequest request;
  request.name = "sdf";
  const auto spelled = [&] {
    std::map<std::string, std::size_t> counts;
    const auto results = index.searcher().values(request);
    for (const auto& seen : results.values.front().spellings) counts[seen.text] = seen.passages;
    return counts;
  };
  CHECK(spelled() ==
        std::map<std::string, std::size_t>{{"SDF", 2}, {"Syrian Democratic Forces", 1}});
  const auto value = index.searcher().values(request).values.front();
  CHECK(value.first_date == "2018-05");
  CHECK(value.last_date == "2018-05");
  CHECK(value.first_published == "2017-09-05");
  CHECK(value.last_published == "2017-09-06");
  request.search.filters = {{"source", "B"}};
  CHECK(spelled() == std::map<std::string, std::size_t>{{"Syrian Democratic Forces", 1}});
}
