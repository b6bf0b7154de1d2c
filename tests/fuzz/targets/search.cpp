// Lines "name=value" as a request, as a front end has them, put to a small index; the first byte
// chooses what is asked. A request may be refused; an answer keeps its promises and is JSON.
#include <array>
#include <charconv>

#include "furat/searcher.hpp"
#include "searcher/formats/json_format.hpp"
#include "tests/fuzz/invariants.hpp"
#include "tests/fuzz/small_archive.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

/// What the lines say besides the search itself.
struct Asked {
  SearchRequest search;
  std::string text;  ///< a beginning, a name, a passage
  std::string rows = "place", columns = "month";
};

std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 6), number);
  return number;
}

bool set_filter(std::string_view name, std::string_view value, SearchRequest& request) {
  const bool exclude = name.starts_with('-');
  if (exclude) name.remove_prefix(1);
  for (const auto* dimension : {"place", "actor", "date", "published", "source", "kind"})
    if (name == dimension) {
      request.filters.push_back({dimension, std::string(value), exclude});
      return true;
    }
  return false;
}

bool set_words(std::string_view name, std::string_view value, Asked& asked) {
  const std::string text(value);
  auto& request = asked.search;
  if (name == "q")
    request.query = text;
  else if (name == "now")
    request.now = text;
  else if (name == "reported-by")
    request.reported_by = text;
  else if (name == "near")
    request.near = text;
  else if (name == "within")
    request.within = text;
  else if (name == "bbox")
    request.bbox = text;
  else if (name == "role")
    request.place_roles = {text};
  else if (name == "facet")
    request.facets.push_back(text);
  else if (name == "text")
    asked.text = text;
  else if (name == "rows")
    asked.rows = text;
  else if (name == "columns")
    asked.columns = text;
  else
    return false;
  return true;
}

void set_choice(std::string_view name, std::string_view value, SearchRequest& request) {
  const auto number = number_in(value);
  if (name == "match")
    request.match = static_cast<MatchMode>(number % 2);
  else if (name == "group")
    request.group = static_cast<GroupBy>(number % 2);
  else if (name == "sort")
    request.sort = static_cast<SortBy>(number % 3);
  else if (name == "date-mode")
    request.date_mode = static_cast<DateMode>(number % 3);
  else if (name == "related")
    request.related = static_cast<RelatedWords>(number % 3);
  else if (name == "unique")
    request.unique = true;
  else if (name == "plain")
    request.plain = true;
  else if (name == "exact")
    request.expand_names = false;
  else if (name == "explain")
    request.explain = true;
  else if (name == "no-totals")
    request.totals = false;
  else if (name == "limit")
    request.limit = number;
  else if (name == "offset")
    request.offset = number;
  else if (name == "facet-limit")
    request.facet_limit = number;
  else if (name == "snippet")
    request.snippet_chars = number;
}

Asked asked_in(std::string_view lines) {
  Asked asked;
  for (const auto line : pieces_of(lines, '\n')) {
    const auto end = std::min(line.find('='), line.size());
    const auto name = line.substr(0, end);
    const auto value = line.substr(std::min(end + 1, line.size()));
    if (!set_filter(name, value, asked.search) && !set_words(name, value, asked))
      set_choice(name, value, asked.search);
  }
  return asked;
}

void check_hit(const Hit& hit) {
  require_ascending<TextSpan>(hit.snippet.marks, hit.snippet.text);
  require_ascending<TextSpan>(hit.heading_marks, hit.heading);
  require_ascending<TextSpan>(hit.title_marks, hit.article.title);
  for (const auto& fragment : hit.snippet.fragments) {
    require_ascending<TextSpan>(fragment.marks, fragment.text);
    require(fragment.span.begin <= fragment.span.end && fragment.span.end <= hit.text.size(),
            "a fragment lies within the passage");
  }
}

void check_search(const SearchRequest& request, const Searcher& searcher) {
  const auto results = searcher.search(request);
  require(results.hits.size() <= request.limit, "no more hits than asked for");
  if (results.counted) {
    require(results.hits.size() <= results.total_hits, "no more hits than there are");
    require(results.total_articles <= results.total_passages, "an article has a passage");
    require(results.total_stories <= results.total_articles, "a story has an article");
    require(results.total_unique <= results.total_passages, "copies are passages");
  }
  for (const auto& hit : results.hits) check_hit(hit);
  for (const auto& facet : results.facets)
    for (const auto& value : facet.values)
      require(value.passages <= results.total_passages || !request.filters.empty(),
              "no value has more passages than match");
  require_clean(formats::format_json(results, request), "\n");
  require_clean(formats::format_jsonl(results, request), "\n");
}

void ask(std::size_t what, const Asked& asked, const Searcher& searcher) {
  switch (what) {
    case 1:
      (void)searcher.timeline({asked.search, Clock::date, {}});
      break;
    case 2:
      (void)searcher.timeline({asked.search, Clock::published, TimeUnit::day});
      break;
    case 3: {
      PivotRequest request;
      request.search = asked.search;
      request.rows = asked.rows;
      request.columns = asked.columns;
      (void)searcher.pivot(request);
      break;
    }
    case 4:
      (void)searcher.values({asked.search, asked.rows, asked.text});
      break;
    case 5:
      (void)searcher.suggest({asked.text, 10, {}});
      break;
    case 6:
      (void)searcher.facet_values({asked.search, asked.rows, asked.text});
      break;
    case 7:
      (void)searcher.show({.passage = asked.text, .query = asked.search.query});
      break;
    case 8:
      (void)searcher.similar({asked.text, asked.search});
      break;
    default:
      check_search(asked.search, searcher);
      break;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Searcher searcher = small_index().searcher();
  FuzzInput input(data, size);
  const auto what = input.choice(16);
  try {
    ask(what, asked_in(input.rest()), searcher);
  } catch (const RequestError& error) {
    require(!error.argument().empty(), "a fault names its argument");
    require(error.column() <= error.text().size(), "a fault lies within what was given");
  }
  return 0;
}
