#include "searcher/facets/value_search.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "analysis/text/fold.hpp"
#include "index/schema.hpp"
#include "searcher/values/value_finder.hpp"

namespace furat {
namespace {

using index::Dimension;

bool is_named(Dimension dimension) {
  return dimension == Dimension::place || dimension == Dimension::actor ||
         dimension == Dimension::source;
}

/// Ids of the values that have a spelling with the words: those of the lexicon too.
std::set<std::string> ids_with_words(Dimension dimension, const std::string& folded,
                                     const GenerationView& view) {
  std::set<std::string> ids;
  if (is_named(dimension))
    for (const auto ordinal : values_with_words(dimension, folded, view))
      ids.insert(view.value(ordinal).id);
  return ids;
}

class ValueSearch {
 public:
  ValueSearch(const FacetValuesRequest& request, const FacetCounts& counts,
              const GenerationView& view)
      : request_(request),
        counts_(counts),
        in_time_(view.deadline()),
        folded_(analysis::fold_name(request.text)),
        ids_(folded_.empty()
                 ? std::set<std::string>{}
                 : ids_with_words(*index::dimension_named(request.dimension), folded_, view)) {
    for (const auto& value : counts.values) by_id_.emplace(value.id, &value);
  }

  FacetValuesResults run() {
    FacetValuesResults results;
    results.passages_without = counts_.passages_without;
    for (const auto& value : counts_.values) {
      in_time_.step();
      if (is_wanted(value)) results.values.push_back({value, path_of(value)});
    }
    results.total_values = results.values.size();
    std::stable_sort(results.values.begin(), results.values.end(),
                     [this](const auto& a, const auto& b) { return is_before(a.value, b.value); });
    if (request_.limit != 0 && results.values.size() > request_.limit)
      results.values.resize(request_.limit);
    return results;
  }

 private:
  [[nodiscard]] bool is_wanted(const FacetValue& value) const {
    if (request_.text.empty()) return true;
    // What folds to nothing, such as a dash, is in no name.
    if (folded_.empty()) return false;
    return ids_.contains(value.id) || has_words(analysis::fold_name(value.name), folded_) ||
           has_words(analysis::fold_name(value.id), folded_);
  }

  [[nodiscard]] bool is_before(const FacetValue& a, const FacetValue& b) const {
    if (request_.order == ValueOrder::count && a.passages != b.passages)
      return a.passages > b.passages;
    const auto name = [](const FacetValue& value) { return analysis::fold_name(value.name); };
    return std::tuple(name(a), a.id) < std::tuple(name(b), b.id);
  }

  [[nodiscard]] std::vector<ValueLink> path_of(const FacetValue& value) const {
    std::vector<ValueLink> path;
    // As many stand above it as it is deep, but where several of a damaged index have one id.
    for (auto above = by_id_.find(value.parent); above != by_id_.end() && path.size() < value.depth;
         above = by_id_.find(above->second->parent))
      path.push_back({above->second->id, above->second->name});
    return path;
  }

  const FacetValuesRequest& request_;
  const FacetCounts& counts_;
  PacedCheck in_time_;
  std::string folded_;
  std::set<std::string> ids_;
  std::unordered_map<std::string, const FacetValue*> by_id_;
};

}  // namespace

FacetValuesResults search_values(const FacetValuesRequest& request, const FacetCounts& counts,
                                 const GenerationView& view) {
  return ValueSearch(request, counts, view).run();
}

}  // namespace furat
