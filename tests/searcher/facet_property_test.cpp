// Random queries with random selections: every facet count equals a count by hand over what is
// stored, and the hits after the click.
#include <random>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/stored_passages.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::StoredPassage;
using furat::test::StoredPassages;
using index::Dimension;

namespace {

class Chance {
 public:
  unsigned below(std::size_t count) { return static_cast<unsigned>(engine_() % count); }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 engine_{2026};
};

std::string sentence(Chance& chance) {
  static const std::vector<std::string> kActors{
      "Fighters of ISIS", "The SDF",          "Hezbollah",       "The Syrian army",
      "Turkish troops",   "The Tiger Forces", "Local residents", "The White Helmets"};
  static const std::vector<std::string> kActions{"closed the bridge", "left the oil field",
                                                 "shelled a hospital", "stopped a convoy",
                                                 "opened a market"};
  static const std::vector<std::string> kPlaces{
      "in Raqqa",    "near Palmyra", "in Deir ez-Zor", "in Aleppo",    "at the edge of Mosul",
      "in Damascus", "in Paris",     "in the village", "outside Idlib"};
  static const std::vector<std::string> kTimes{
      "on 5 October 2017", "in October 2017",  "in 2016",      "since March 2015",  "in the 1990s",
      "on 3 May 2014",     "in 2014 and 2015", "that evening", "until 7 June 2018", "last week"};
  return chance.one_of(kActors) + " " + chance.one_of(kActions) + " " + chance.one_of(kPlaces) +
         " " + chance.one_of(kTimes) + ". ";
}

/// Articles of one to three paragraphs, each with few names among many words; every fourth is the
/// article before it with one sentence more.
std::vector<test::TestArticle> random_articles(Chance& chance, unsigned count) {
  std::vector<test::TestArticle> articles;
  for (unsigned i = 0; i < count; ++i) {
    std::string text = "Report " + std::to_string(i) + "\n\n";
    for (unsigned paragraph = 0; paragraph < 1 + chance.below(3); ++paragraph) {
      for (unsigned n = 0; n < chance.below(4); ++n) text += sentence(chance);
      for (unsigned n = 0; n < 130; ++n)
        text += "word" + std::string(1, static_cast<char>('a' + chance.below(26))) +
                std::string(1, static_cast<char>('a' + chance.below(26))) + " ";
      text += ".\n\n";
    }
    if (i % 4 == 3) text = articles.back().text + sentence(chance) + "\n";
    const auto published = i % 5 == 0 ? ""
                                      : "201" + std::to_string(4 + chance.below(5)) + "-0" +
                                            std::to_string(1 + chance.below(9)) + "-12";
    articles.push_back({"a" + std::to_string(i) + ".txt", text, published,
                        i % 7 == 0 ? "" : "Source " + std::to_string(chance.below(4))});
  }
  return articles;
}

const std::vector<std::string> kDimensions{"place", "actor", "date", "source", "published", "kind"};

/// The passages that the text of a query finds, of which filters choose.
std::set<std::string> found_by_text(const Searcher& searcher, SearchRequest request) {
  request.filters.clear();
  request.facets.clear();
  request.limit = 100'000;
  request.snippet_chars = 0;
  std::set<std::string> keys;
  for (const auto& hit : searcher.search(request).hits) keys.insert(hit.passage);
  return keys;
}

using Passages = std::vector<const StoredPassage*>;

struct Counts {
  std::size_t passages = 0, articles = 0, stories = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};
std::ostream& operator<<(std::ostream& out, const Counts& counts) {
  return out << counts.passages << "/" << counts.articles << "/" << counts.stories;
}

Counts counts_of(const Passages& passages) {
  std::set<std::uint32_t> articles, stories;
  for (const auto* passage : passages) {
    articles.insert(passage->article);
    stories.insert(passage->story);
  }
  return {passages.size(), articles.size(), stories.size()};
}

/// Counts by hand.
class ByHand {
 public:
  ByHand(const StoredPassages& stored, const Searcher& searcher, const SearchRequest& request)
      : request_(request), roles_(request.place_roles) {
    const auto keys = found_by_text(searcher, request);
    for (const auto& passage : stored.all())
      if (keys.count(passage.key) != 0) by_text_.push_back(&passage);
  }

  /// What the filters leave, but for the selections in one dimension.
  [[nodiscard]] Passages selected(const std::string& without = {}) const {
    Passages passages;
    for (const auto* passage : by_text_)
      if (passes(*passage, without)) passages.push_back(passage);
    return passages;
  }

  [[nodiscard]] Counts having(const Passages& passages, const std::string& dimension,
                              const std::string& id) const {
    Passages having;
    for (const auto* passage : passages)
      if (has(*passage, dimension, id)) having.push_back(passage);
    return counts_of(having);
  }

 private:
  [[nodiscard]] bool has(const StoredPassage& passage, const std::string& dimension,
                         const std::string& id) const {
    return passage.has(*index::dimension_named(dimension), id, roles_, request_.date_mode);
  }

  [[nodiscard]] bool passes(const StoredPassage& passage, const std::string& without) const {
    std::map<std::string, bool> wanted;
    for (const auto& [dimension, id, exclude] : request_.filters) {
      const bool here = has(passage, dimension, id);
      if (exclude && here) return false;
      if (!exclude && dimension != without) wanted[dimension] |= here;
    }
    return std::all_of(wanted.begin(), wanted.end(), [](const auto& row) { return row.second; });
  }

  const SearchRequest& request_;
  PlaceRoles roles_;
  Passages by_text_;
};

Counts counts_of(const FacetValue& value) {
  return {value.passages, value.articles, value.stories};
}

/// The totals when a value takes the place of what was selected in its dimension.
Counts after_click(const Searcher& searcher, SearchRequest request, const std::string& dimension,
                   const std::string& id) {
  std::erase_if(request.filters, [&](const Filter& filter) {
    return filter.dimension == dimension && !filter.exclude;
  });
  request.filters.push_back({dimension, id});
  request.facets.clear();
  const auto results = searcher.search(request);
  return {results.total_passages, results.total_articles, results.total_stories};
}

class RandomRequests {
 public:
  explicit RandomRequests(const Searcher& searcher) {
    SearchRequest everything;
    everything.facets = kDimensions;
    everything.facet_limit = everything.limit = 0;
    for (const auto& facet : searcher.search(everything).facets) {
      auto& ids = ids_[facet.dimension];
      for (const auto& value : facet.values) ids.push_back(value.id);
      if (facet.passages_without != 0) ids.emplace_back("none");
    }
  }

  SearchRequest next(Chance& chance, int number) {
    static const std::vector<std::string> kQueries{
        "",     "bridge", "convoy OR hospital", "\"oil field\"", "market -bridge",
        "wor*", "Raqqa",  "wordab OR wordcd"};
    static const std::vector<std::set<std::string>> kRoles{{"at"}, {"at"}, {"all"}, {"of", "says"}};
    constexpr DateMode kModes[] = {DateMode::overlap, DateMode::within, DateMode::contains};
    SearchRequest request;
    request.query = chance.one_of(kQueries);
    request.fall_back_to_any = false;
    request.place_roles = chance.one_of(kRoles);
    request.date_mode = kModes[chance.below(3)];
    request.facets = kDimensions;
    request.limit = request.facet_limit = 0;
    if (number % 5 == 0) {
      for (const auto* dimension : {"place", "actor", "date"})
        for (int i = 0; i < 2; ++i) add_filter(request, dimension, false, chance);
    } else {
      for (unsigned i = chance.below(5); i > 0; --i)
        add_filter(request, chance.one_of(kDimensions), chance.below(4) == 0, chance);
    }
    return request;
  }

 private:
  void add_filter(SearchRequest& request, const std::string& dimension, bool exclude,
                  Chance& chance) {
    request.filters.push_back({dimension, chance.one_of(ids_.at(dimension)), exclude});
  }

  std::map<std::string, std::vector<std::string>> ids_;
};

}  // namespace

TEST_CASE(
    "facet counts of 500 random requests equal a count by hand and the hits after the click") {
  Chance chance;
  const test::TemporaryIndex index(random_articles(chance, 120));
  const auto searcher = index.searcher();
  const StoredPassages stored(index.path());
  RandomRequests requests(searcher);
  std::size_t counted = 0, with_fewer_stories = 0;
  for (int number = 0; number < 500; ++number) {
    const auto request = requests.next(chance, number);
    const auto results = searcher.search(request);
    const ByHand by_hand(stored, searcher, request);
    CAPTURE(number, request.query);
    REQUIRE(Counts{results.total_passages, results.total_articles, results.total_stories} ==
            counts_of(by_hand.selected()));
    for (const auto& facet : results.facets) {
      const auto passages = by_hand.selected(facet.dimension);
      for (const auto& value : facet.values) {
        CAPTURE(facet.dimension, value.id);
        REQUIRE(counts_of(value) == by_hand.having(passages, facet.dimension, value.id));
        ++counted;
        if (value.stories < value.articles) ++with_fewer_stories;
      }
      REQUIRE(Counts{facet.passages_without, facet.articles_without, facet.stories_without} ==
              by_hand.having(passages, facet.dimension, "none"));
      if (facet.values.empty()) continue;
      const auto& value = chance.one_of(facet.values);
      CAPTURE(facet.dimension, value.id);
      REQUIRE(after_click(searcher, request, facet.dimension, value.id) == counts_of(value));
    }
  }
  CHECK(counted > 20'000);
  CHECK(with_fewer_stories > 1'000);
}
