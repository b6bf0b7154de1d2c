#include "furat/searcher.hpp"

#include <xapian.h>

#include <mutex>

#include "analysis/text/term_analyzer.hpp"
#include "index/generation.hpp"
#include "index/xapian_errors.hpp"
#include "searcher/explain.hpp"
#include "searcher/original_files.hpp"
#include "searcher/search_run.hpp"
#include "searcher/suggest/suggest.hpp"
#include "searcher/view/generation_view.hpp"

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

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(std::filesystem::path index) : index_(std::move(index)) { refresh(); }

  /// What `make` gives of the newest generation, one request at a time.
  template <class Make>
  auto answer(Make make) {
    const std::lock_guard lock(mutex_);
    try {
      refresh();
      return make();
    } catch (const Xapian::Error& error) {
      throw index::as_index_error(error, index_);
    }
  }

  SearchResults search(const SearchRequest& request) {
    return answer([&] { return SearchRun(request, *view_, analyzer_).run(); });
  }

  TimelineResults timeline(TimelineRequest request) {
    request.search = only_matches(std::move(request.search));
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).timeline(request); });
  }

  PivotResults pivot(PivotRequest request) {
    request.search = only_matches(std::move(request.search));
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).pivot(request); });
  }

  ValuesResults values(ValuesRequest request) {
    request.search = only_matches(std::move(request.search));
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).values(request); });
  }

  Hit passage(const std::string& key) {
    return answer([&] { return explained_passage(key, *view_, analyzer_); });
  }

  ShownPassage show(const ShowRequest& request) {
    SearchRequest marks;
    marks.query = request.query;
    marks.expand_names = request.expand_names;
    return answer([&] { return SearchRun(marks, *view_, analyzer_).show(request); });
  }

  SearchResults similar(SimilarRequest request) {
    request.search.query.clear();
    request.search.unique = request.search.unique || !request.copies;
    return answer([&] { return SearchRun(request.search, *view_, analyzer_).similar(request); });
  }

  std::vector<Completion> suggest(const SuggestRequest& request) {
    return answer([&] { return furat::suggest(request, *view_, analyzer_); });
  }

  FacetValuesResults facet_values(FacetValuesRequest request) {
    request.search = only_matches(std::move(request.search));
    request.search.facet_limit = 0;
    return answer(
        [&] { return SearchRun(request.search, *view_, analyzer_).facet_values(request); });
  }

  IndexInfo info() {
    const std::lock_guard lock(mutex_);
    refresh();
    const auto& completion = view_->completion();
    return {index_, view_->name(), completion.digest, completion.counts.articles,
            completion.counts.passages};
  }

  std::filesystem::path original_path(const std::string& file) {
    return answer([&] {
      if (!originals_ || originals_->generation() != view_->name())
        originals_.emplace(index_, view_->name());
      return originals_->path_of(file);
    });
  }

 private:
  /// Opens the newest generation if it is not the one that is open: a new handle, never a swapped
  /// one.
  void refresh() {
    try {
      if (view_ && index::current_generation(index_) == view_->name()) return;
      view_ = std::make_unique<GenerationView>(index_);
    } catch (const Xapian::Error& error) {
      throw index::as_index_error(error, index_);
    }
  }

  std::filesystem::path index_;
  std::mutex mutex_;
  std::unique_ptr<GenerationView> view_;
  std::optional<OriginalFiles> originals_;  ///< read when first asked for
  analysis::TermAnalyzer analyzer_;
};

Searcher::Searcher(const std::filesystem::path& index) : impl_(std::make_unique<Impl>(index)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResults Searcher::search(const SearchRequest& request) const {
  return impl_->search(request);
}
TimelineResults Searcher::timeline(const TimelineRequest& request) const {
  return impl_->timeline(request);
}
PivotResults Searcher::pivot(const PivotRequest& request) const { return impl_->pivot(request); }
ValuesResults Searcher::values(const ValuesRequest& request) const {
  return impl_->values(request);
}
Hit Searcher::passage(const std::string& key) const { return impl_->passage(key); }
ShownPassage Searcher::show(const ShowRequest& request) const { return impl_->show(request); }
SearchResults Searcher::similar(const SimilarRequest& request) const {
  return impl_->similar(request);
}
std::vector<Completion> Searcher::suggest(const SuggestRequest& request) const {
  return impl_->suggest(request);
}
FacetValuesResults Searcher::facet_values(const FacetValuesRequest& request) const {
  return impl_->facet_values(request);
}
IndexInfo Searcher::info() const { return impl_->info(); }

std::filesystem::path Searcher::original_path(const std::string& file) const {
  return impl_->original_path(file);
}

}  // namespace furat
