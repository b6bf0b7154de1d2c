// Requests of all kinds and their complete answers, to be compared: what tests of many threads ask.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "furat/searcher.hpp"

namespace furat::test {

/// All hits, one by one.
struct StreamRequest {
  SearchRequest search;
};
using AnyRequest =
    std::variant<SearchRequest, StreamRequest, TimelineRequest, PivotRequest, ValuesRequest,
                 FacetValuesRequest, SimilarRequest, ShowRequest, SuggestRequest, PassageRequest>;

using AnyAnswer = std::variant<SearchResults, TimelineResults, PivotResults, ValuesResults,
                               FacetValuesResults, ShownPassage, SuggestResults, Hit, Error>;

class Asking {
 public:
  explicit Asking(const Searcher& searcher) : searcher_(searcher) {}

  AnyAnswer operator()(const SearchRequest& request) const {
    return answer(searcher_.try_search(request));
  }
  AnyAnswer operator()(const StreamRequest& request) const {
    std::vector<Hit> hits;
    auto streamed = searcher_.try_for_each_hit(request.search, [&](Hit&& hit, const auto&) {
      hits.push_back(std::move(hit));
      return true;
    });
    if (streamed) streamed.value().hits = std::move(hits);
    return answer(std::move(streamed));
  }
  AnyAnswer operator()(const TimelineRequest& request) const {
    return answer(searcher_.try_timeline(request));
  }
  AnyAnswer operator()(const PivotRequest& request) const {
    return answer(searcher_.try_pivot(request));
  }
  AnyAnswer operator()(const ValuesRequest& request) const {
    return answer(searcher_.try_values(request));
  }
  AnyAnswer operator()(const FacetValuesRequest& request) const {
    return answer(searcher_.try_facet_values(request));
  }
  AnyAnswer operator()(const SimilarRequest& request) const {
    return answer(searcher_.try_similar(request));
  }
  AnyAnswer operator()(const ShowRequest& request) const {
    return answer(searcher_.try_show(request));
  }
  AnyAnswer operator()(const SuggestRequest& request) const {
    return answer(searcher_.try_suggest(request));
  }
  AnyAnswer operator()(const PassageRequest& request) const {
    return answer(searcher_.try_passage(request));
  }

 private:
  template <class T>
  static AnyAnswer answer(Result<T> result) {
    if (!result) return std::move(result).error();
    return std::move(result).value();
  }
  const Searcher& searcher_;
};

inline AnyAnswer ask(const Searcher& searcher, const AnyRequest& request) {
  return std::visit(Asking(searcher), request);
}

/// The generation that an answer says it is of; empty where it does not say.
inline std::string generation_of(const AnyAnswer& answer) {
  if (const auto* found = std::get_if<SearchResults>(&answer)) return found->generation;
  if (const auto* found = std::get_if<TimelineResults>(&answer)) return found->matched.generation;
  if (const auto* found = std::get_if<PivotResults>(&answer)) return found->matched.generation;
  if (const auto* found = std::get_if<ValuesResults>(&answer)) return found->matched.generation;
  if (const auto* found = std::get_if<FacetValuesResults>(&answer))
    return found->matched.generation;
  if (const auto* found = std::get_if<ShownPassage>(&answer)) return found->generation;
  return {};
}

template <class Request>
Request about(const SearchRequest& search) {
  Request request;
  request.search = search;
  return request;
}

/// A few requests of every kind about each query; `passages` are keys that need not exist.
inline std::vector<AnyRequest> requests_of_all_kinds(const std::vector<std::string>& queries,
                                                     const std::vector<std::string>& passages) {
  std::vector<AnyRequest> requests;
  for (const auto& query : queries) {
    SearchRequest search;
    search.query = query;
    requests.emplace_back(search);
    search.facets = {"place", "actor", "date", "published", "source", "kind"};
    requests.emplace_back(search);
    search.group = GroupBy::article;
    search.sort = SortBy::date;
    search.explain = true;
    requests.emplace_back(search);
    search.group = GroupBy::passage;
    search.sort = SortBy::published;
    search.filters = {{"place", "sy"}, {"date", "2017"}};
    search.unique = true;
    requests.emplace_back(search);
    search.sort = SortBy::relevance;
    search.filters = {{"actor", "sdf", true}};
    search.near = "Raqqa";
    search.within = "200km";
    requests.emplace_back(StreamRequest{search});
    SearchRequest matches;
    matches.query = query;
    requests.emplace_back(about<TimelineRequest>(matches));
    requests.emplace_back(PivotRequest{matches, "place", "month"});
    requests.emplace_back(about<ValuesRequest>(matches));
    requests.emplace_back(FacetValuesRequest{matches, "place", "ra"});
    requests.emplace_back(FacetValuesRequest{matches, "date", ""});
    SuggestRequest suggest;
    suggest.prefix = query.substr(0, 3);
    requests.emplace_back(suggest);
  }
  for (const auto& passage : passages) {
    requests.emplace_back(SimilarRequest{passage, {}});
    requests.emplace_back(ShowRequest{passage, 1, true, "Raqqa OR forces"});
    requests.emplace_back(PassageRequest{passage});
  }
  return requests;
}

}  // namespace furat::test
