#include "furat/searcher.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <thread>
#include <utility>

#include "index/attempt.hpp"
#include "searcher/explain.hpp"
#include "searcher/search_run.hpp"
#include "searcher/shards/cluster_source.hpp"
#include "searcher/shards/timed_calls.hpp"
#include "searcher/suggest/suggest.hpp"
#include "searcher/view/view_pool.hpp"

namespace furat {
namespace {

/// The request for all passages and no hits: nothing is ranked.
SearchRequest only_matches(SearchRequest request) {
  request.offset = request.limit = 0;
  request.sort = SortBy::relevance;
  request.group = GroupBy::passage;
  request.unique = false;
  request.facets.clear();
  return request;
}

/// The part of a request that says how long it may take.
template <class Request>
const auto& limits_of(const Request& request) {
  if constexpr (requires { request.search.deadline; })
    return request.search;
  else
    return request;
}

/// More than processors, so that short requests need not wait for long ones.
std::size_t default_parallel_requests() {
  constexpr std::size_t kPerProcessor = 2, kLeast = 4;
  return std::max(kLeast, kPerProcessor * std::thread::hardware_concurrency());
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(std::unique_ptr<GenerationSource> source, std::size_t parallel_requests)
      : is_remote_(source->is_remote()),
        views_(std::move(source),
               parallel_requests != 0 ? parallel_requests : default_parallel_requests()) {}

  /// What `call()` gives. Shards may be far away: their answers are waited for so long.
  template <class Call>
  auto within(std::optional<std::chrono::milliseconds> limit, Call call) {
    if (!is_remote_ || !limit) return call();
    return calls_.call(*limit, std::move(call));
  }

  /// What `make` gives of a run of the request on the newest generation.
  template <class Make>
  auto run(const SearchRequest& request, Make make) {
    const Deadline deadline(request.deadline, request.stop);
    return views_.with_view(deadline, [&](const ViewPool::Lease& lease) {
      SearchRun run(request, lease.view(), lease.analyzer());
      return make(run);
    });
  }

  /// What the member `ask` gives of the request, within the time that the request allows.
  template <class Request, class Ask>
  auto in_time(const Request& request, Ask ask) {
    return within(limits_of(request).deadline,
                  [this, request, ask] { return std::invoke(ask, *this, request); });
  }

  IndexInfo info_in_time(std::optional<std::chrono::milliseconds> limit) {
    return within(limit, [this] { return info(); });
  }

  SearchResults search(const SearchRequest& request) {
    return run(request, [](SearchRun& run) { return run.run(); });
  }

  SearchResults for_each_hit(SearchRequest request, const HitSink& sink) {
    request.limit = std::numeric_limits<std::size_t>::max();
    const Deadline deadline(request.deadline, request.stop);
    return views_.with_view(deadline, [&](ViewPool::Lease& lease) {
      SearchRun run(request, lease.view(), lease.analyzer());
      const auto ranked = run.find();
      run.count_facets(ranked);
      // Whoever takes the hits may be slow, and may search meanwhile.
      lease.end_turn();
      try {
        return run.stream(ranked, sink);
      } catch (const Xapian::Error& error) {
        throw index::as_index_error(error, views_.index());  // hits are not given twice
      }
    });
  }

  TimelineResults timeline(TimelineRequest request) {
    request.search = only_matches(std::move(request.search));
    return run(request.search, [&](SearchRun& run) { return run.timeline(request); });
  }

  PivotResults pivot(PivotRequest request) {
    request.search = only_matches(std::move(request.search));
    return run(request.search, [&](SearchRun& run) { return run.pivot(request); });
  }

  ValuesResults values(ValuesRequest request) {
    request.search = only_matches(std::move(request.search));
    return run(request.search, [&](SearchRun& run) { return run.values(request); });
  }

  Hit passage(const PassageRequest& request) {
    const Deadline deadline(request.deadline, request.stop);
    return views_.with_view(deadline, [&](const ViewPool::Lease& lease) {
      return explained_passage(request.passage, lease.view(), lease.analyzer());
    });
  }

  ShownPassage show(const ShowRequest& request) {
    SearchRequest marks;
    marks.query = request.query;
    marks.expand_names = request.expand_names;
    marks.deadline = request.deadline;
    marks.stop = request.stop;
    return run(marks, [&](SearchRun& run) { return run.show(request); });
  }

  SearchResults similar(SimilarRequest request) {
    request.search.query.clear();
    request.search.unique = request.search.unique || !request.copies;
    return run(request.search, [&](SearchRun& run) { return run.similar(request); });
  }

  SuggestResults suggest(const SuggestRequest& request) {
    const Deadline deadline(request.deadline, request.stop);
    return views_.with_view(deadline, [&](const ViewPool::Lease& lease) {
      return furat::suggest(request, lease.view(), lease.analyzer());
    });
  }

  FacetValuesResults facet_values(FacetValuesRequest request) {
    request.search = only_matches(std::move(request.search));
    request.search.facet_limit = 0;
    return run(request.search, [&](SearchRun& run) { return run.facet_values(request); });
  }

  IndexInfo info() {
    const auto generation = views_.newest();
    const auto& completion = generation->completion();
    return {views_.index(),
            generation->name(),
            completion.digest,
            completion.counts.articles,
            completion.counts.passages,
            generation->shard_gaps().missing,
            generation->shard_gaps().stale};
  }

  std::filesystem::path original_path(const std::string& file) {
    return views_.newest()->original_path(file);
  }

 private:
  bool is_remote_;
  ViewPool views_;
  TimedCalls calls_;  ///< the first to end: calls use the rest
};

Searcher::Searcher(const std::filesystem::path& index, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(std::make_unique<IndexFolder>(index),
                                   options.parallel_requests)) {}
Searcher::Searcher(const Cluster& cluster, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(std::make_unique<ClusterSource>(cluster),
                                   options.parallel_requests)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResults Searcher::search(const SearchRequest& request) const {
  return impl_->in_time(request, &Impl::search);
}
SearchResults Searcher::for_each_hit(const SearchRequest& request, const HitSink& sink) const {
  return impl_->for_each_hit(request, sink);
}
TimelineResults Searcher::timeline(const TimelineRequest& request) const {
  return impl_->in_time(request, &Impl::timeline);
}
PivotResults Searcher::pivot(const PivotRequest& request) const {
  return impl_->in_time(request, &Impl::pivot);
}
ValuesResults Searcher::values(const ValuesRequest& request) const {
  return impl_->in_time(request, &Impl::values);
}
Hit Searcher::passage(const PassageRequest& request) const {
  return impl_->in_time(request, &Impl::passage);
}
ShownPassage Searcher::show(const ShowRequest& request) const {
  return impl_->in_time(request, &Impl::show);
}
SearchResults Searcher::similar(const SimilarRequest& request) const {
  return impl_->in_time(request, &Impl::similar);
}
SuggestResults Searcher::suggest(const SuggestRequest& request) const {
  return impl_->in_time(request, &Impl::suggest);
}
FacetValuesResults Searcher::facet_values(const FacetValuesRequest& request) const {
  return impl_->in_time(request, &Impl::facet_values);
}
IndexInfo Searcher::info(std::optional<std::chrono::milliseconds> deadline) const {
  return impl_->info_in_time(deadline);
}

std::filesystem::path Searcher::original_path(const std::string& file) const {
  return impl_->original_path(file);
}

Result<Searcher> Searcher::try_open(const std::filesystem::path& index,
                                    const SearcherOptions& options) noexcept {
  return index::attempt([&] { return Searcher(index, options); });
}
Result<Searcher> Searcher::try_open(const Cluster& cluster,
                                    const SearcherOptions& options) noexcept {
  return index::attempt([&] { return Searcher(cluster, options); });
}
Result<SearchResults> Searcher::try_search(const SearchRequest& request) const noexcept {
  return index::attempt([&] { return search(request); });
}
Result<SearchResults> Searcher::try_for_each_hit(const SearchRequest& request,
                                                 const HitSink& sink) const noexcept {
  return index::attempt([&] { return for_each_hit(request, sink); });
}
Result<TimelineResults> Searcher::try_timeline(const TimelineRequest& request) const noexcept {
  return index::attempt([&] { return timeline(request); });
}
Result<PivotResults> Searcher::try_pivot(const PivotRequest& request) const noexcept {
  return index::attempt([&] { return pivot(request); });
}
Result<ValuesResults> Searcher::try_values(const ValuesRequest& request) const noexcept {
  return index::attempt([&] { return values(request); });
}
Result<Hit> Searcher::try_passage(const PassageRequest& request) const noexcept {
  return index::attempt([&] { return passage(request); });
}
Result<ShownPassage> Searcher::try_show(const ShowRequest& request) const noexcept {
  return index::attempt([&] { return show(request); });
}
Result<SearchResults> Searcher::try_similar(const SimilarRequest& request) const noexcept {
  return index::attempt([&] { return similar(request); });
}
Result<SuggestResults> Searcher::try_suggest(const SuggestRequest& request) const noexcept {
  return index::attempt([&] { return suggest(request); });
}
Result<FacetValuesResults> Searcher::try_facet_values(
    const FacetValuesRequest& request) const noexcept {
  return index::attempt([&] { return facet_values(request); });
}
Result<IndexInfo> Searcher::try_info() const noexcept {
  return index::attempt([&] { return info(); });
}
Result<std::filesystem::path> Searcher::try_original_path(const std::string& file) const noexcept {
  return index::attempt([&] { return original_path(file); });
}

}  // namespace furat
