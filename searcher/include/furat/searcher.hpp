// The searcher: opens an index and answers requests. The only way in for every front end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "furat/cluster.hpp"
#include "furat/errors.hpp"
#include "furat/export.hpp"
#include "furat/facet_values.hpp"
#include "furat/find_index.hpp"
#include "furat/pivot.hpp"
#include "furat/result.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "furat/shown_passage.hpp"
#include "furat/similar.hpp"
#include "furat/suggest.hpp"
#include "furat/timeline.hpp"
#include "furat/values.hpp"

namespace furat {

/// Facts about the open generation.
struct IndexInfo {
  std::filesystem::path path;  ///< the index folder
  std::string generation;
  std::string digest;  ///< of its contents
  std::size_t articles = 0, passages = 0;
  /// As SearchResults::missing_shards: digest and numbers are of the others.
  std::vector<std::string> missing_shards;
  std::vector<std::string> stale_shards;  ///< as SearchResults::stale_shards
};

struct SearcherOptions {
  /// So many requests are answered at the same time; more wait, and who came first is served first.
  /// Each takes a few megabytes, which are kept for the next one. 0: twice the processors.
  std::size_t parallel_requests = 0;
};

/// How far Searcher::for_each_hit() is.
struct HitProgress {
  std::size_t done = 0;          ///< hits that were given before this one
  std::size_t total = 0;         ///< that will have been given in the end
  const SearchResults& summary;  ///< of the whole search: totals, facets and notes, no hits
};

/// Takes a hit; false: no more of them.
using HitSink = std::function<bool(Hit&& hit, const HitProgress& progress)>;

/// A view of one index. Each request sees exactly one complete generation, the newest when it
/// began; its answer is a value, which outlives the Searcher. May be used from several threads at
/// once. Not so construction, assignment and destruction: no request may run then. One that was
/// moved from may only be destroyed or assigned to.
class FURAT_EXPORT Searcher {
 public:
  /// Throws IndexError: not_found, older, newer, damaged, io.
  explicit Searcher(const std::filesystem::path& index, const SearcherOptions& options = {});
  /// Several indexes as one: totals, counts, hits and their order are those of one index with the
  /// articles of all. Throws IndexError likewise, unreachable if no shard answers, RequestError
  /// ("index") for addresses that are none.
  explicit Searcher(const Cluster& cluster, const SearcherOptions& options = {});
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// Hits, totals and facet counts. Throws RequestError for what the user put wrong, IndexError for
  /// what the disk did, DeadlineExceeded and Cancelled as the request says.
  [[nodiscard]] SearchResults search(const SearchRequest& request) const;

  /// Gives all hits from `request.offset` on to `sink`, in the order of search() and of one
  /// generation, whatever `request.limit` is, and returns the summary. They are made one after
  /// another: memory does not grow with their number but by 16 bytes each and, while the order is
  /// found, by a hundred. Throws as search() does, also between two hits, and what `sink` throws.
  /// `sink` may use this Searcher: while hits are given, this request is none of
  /// SearcherOptions::parallel_requests any more.
  SearchResults for_each_hit(const SearchRequest& request, const HitSink& sink) const;

  /// The matching passages counted over time. Throws as search() does.
  [[nodiscard]] TimelineResults timeline(const TimelineRequest& request) const;

  /// The matching passages as a table of two dimensions. Throws as search() does, and RequestError
  /// ("rows", "columns") for a dimension that there is not.
  [[nodiscard]] PivotResults pivot(const PivotRequest& request) const;

  /// The actors or places of the matching passages, described. Throws as search() does, and
  /// RequestError ("dimension", or "name" with suggestions) for what there is not.
  [[nodiscard]] ValuesResults values(const ValuesRequest& request) const;

  /// One passage by its key (Hit::passage) as a hit without rank, score and marks, each mention
  /// with the reason for it. Throws RequestError ("passage") for a key that no passage has, with
  /// the article's passages as suggestions if there is one; IndexError as search() does, and
  /// unreachable for one that may be in a shard that does not answer.
  [[nodiscard]] Hit passage(const PassageRequest& request) const;

  /// A passage among its neighbours or in its whole article, with the marks of a query. Throws as
  /// passage() and, for the query, as search() does.
  [[nodiscard]] ShownPassage show(const ShowRequest& request) const;

  /// Passages like a given one, most alike first, without the passage itself. Throws as passage()
  /// and search() do.
  [[nodiscard]] SearchResults similar(const SimilarRequest& request) const;

  /// Completions of what is typed. Throws RequestError ("dimension"), IndexError as search() does.
  [[nodiscard]] SuggestResults suggest(const SuggestRequest& request) const;

  /// Values of a facet dimension by their names, with exact counts. Throws as search() does, and
  /// RequestError ("facets") for a dimension that there is not.
  [[nodiscard]] FacetValuesResults facet_values(const FacetValuesRequest& request) const;

  /// `deadline` as that of a request: shards are waited for so long. Throws IndexError and
  /// DeadlineExceeded as search() does.
  [[nodiscard]] IndexInfo info(std::optional<std::chrono::milliseconds> deadline = {}) const;

  /// Where the file of an article (ArticleInfo::file) lay when the index was made: an absolute
  /// path; empty for a name that the index does not have. Throws IndexError as search() does.
  [[nodiscard]] std::filesystem::path original_path(const std::string& file) const;

  /// The same without exceptions, for requests that come from a user.
  [[nodiscard]] static Result<Searcher> try_open(const std::filesystem::path& index,
                                                 const SearcherOptions& options = {}) noexcept;
  [[nodiscard]] static Result<Searcher> try_open(const Cluster& cluster,
                                                 const SearcherOptions& options = {}) noexcept;
  [[nodiscard]] Result<SearchResults> try_search(const SearchRequest& request) const noexcept;
  [[nodiscard]] Result<SearchResults> try_for_each_hit(const SearchRequest& request,
                                                       const HitSink& sink) const noexcept;
  [[nodiscard]] Result<TimelineResults> try_timeline(const TimelineRequest& request) const noexcept;
  [[nodiscard]] Result<PivotResults> try_pivot(const PivotRequest& request) const noexcept;
  [[nodiscard]] Result<ValuesResults> try_values(const ValuesRequest& request) const noexcept;
  [[nodiscard]] Result<Hit> try_passage(const PassageRequest& request) const noexcept;
  [[nodiscard]] Result<ShownPassage> try_show(const ShowRequest& request) const noexcept;
  [[nodiscard]] Result<SearchResults> try_similar(const SimilarRequest& request) const noexcept;
  [[nodiscard]] Result<SuggestResults> try_suggest(const SuggestRequest& request) const noexcept;
  [[nodiscard]] Result<FacetValuesResults> try_facet_values(
      const FacetValuesRequest& request) const noexcept;
  [[nodiscard]] Result<IndexInfo> try_info() const noexcept;
  [[nodiscard]] Result<std::filesystem::path> try_original_path(
      const std::string& file) const noexcept;

 private:
  class FURAT_NO_EXPORT Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat
