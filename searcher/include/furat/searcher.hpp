// The searcher: opens an index and answers requests. The only way in for every front end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "furat/errors.hpp"
#include "furat/facet_values.hpp"
#include "furat/find_index.hpp"
#include "furat/pivot.hpp"
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
};

/// A view of one index. Each request sees exactly one complete generation, the newest when it
/// began. May be used from several threads at once: requests of one Searcher take turns; use one a
/// thread to run in parallel.
class Searcher {
 public:
  /// Throws IndexError: not_found, incompatible, damaged, io.
  explicit Searcher(const std::filesystem::path& index);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// Hits, totals and facet counts. Throws RequestError for what the user put wrong, IndexError for
  /// what the disk did.
  [[nodiscard]] SearchResults search(const SearchRequest& request) const;

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
  /// the article's passages as suggestions if there is one; IndexError as search() does.
  [[nodiscard]] Hit passage(const std::string& key) const;

  /// A passage among its neighbours or in its whole article, with the marks of a query. Throws as
  /// passage() and, for the query, as search() does.
  [[nodiscard]] ShownPassage show(const ShowRequest& request) const;

  /// Passages like a given one, most alike first, without the passage itself. Throws as passage()
  /// and search() do.
  [[nodiscard]] SearchResults similar(const SimilarRequest& request) const;

  /// Completions of what is typed. Throws RequestError ("dimension"), IndexError as search() does.
  [[nodiscard]] std::vector<Completion> suggest(const SuggestRequest& request) const;

  /// Values of a facet dimension by their names, with exact counts. Throws as search() does, and
  /// RequestError ("facets") for a dimension that there is not.
  [[nodiscard]] FacetValuesResults facet_values(const FacetValuesRequest& request) const;

  [[nodiscard]] IndexInfo info() const;

  /// Where the file of an article (ArticleInfo::file) lay when the index was made: an absolute
  /// path; empty for a name that the index does not have. Throws IndexError as search() does.
  [[nodiscard]] std::filesystem::path original_path(const std::string& file) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat
