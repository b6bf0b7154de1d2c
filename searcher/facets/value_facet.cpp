#include "searcher/facets/value_facet.hpp"

#include <algorithm>
#include <unordered_map>

#include "searcher/facets/counted_ordinals.hpp"
#include "searcher/facets/facet_tree.hpp"

namespace furat {
namespace {

using index::Dimension;

struct Count {
  std::size_t passages = 0;
  std::size_t articles = 0;
  std::uint32_t last_article = 0;
};

using Counts = std::unordered_map<std::uint32_t, Count>;

Counts count_ordinals(const std::vector<PassageOfArticle>& passages, CountedOrdinals counted,
                      std::size_t& without) {
  Counts counts;
  for (const auto& [article, passage] : passages) {
    const auto ordinals = counted.of(passage);
    if (ordinals.empty()) ++without;
    for (const auto ordinal : ordinals) {
      auto& count = counts[ordinal];
      if (count.passages == 0 || count.last_article != article) ++count.articles;
      count.last_article = article;
      ++count.passages;
    }
  }
  return counts;
}

/// Chooses which values are listed: the selected ones, then the most frequent, each with all that
/// stand above it.
class Listing {
 public:
  Listing(const Counts& counts, const FacetOptions& options, const GenerationView& view)
      : counts_(counts), options_(options), view_(view) {}

  std::vector<FacetValue> choose(Dimension dimension) {
    for (const auto& id : options_.selected)
      if (const auto ordinal = view_.value_with_id(dimension, id)) list(*ordinal);
    const auto selected = listed_.size();
    for (const auto ordinal : by_frequency()) {
      if (options_.limit != 0 && listed_.size() - selected >= options_.limit) break;
      list(ordinal);
    }
    return std::move(values_);
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t> by_frequency() const {
    std::vector<std::uint32_t> ordinals;
    ordinals.reserve(counts_.size());
    for (const auto& [ordinal, count] : counts_) ordinals.push_back(ordinal);
    std::sort(ordinals.begin(), ordinals.end(), [this](std::uint32_t a, std::uint32_t b) {
      const auto& x = counts_.at(a);
      const auto& y = counts_.at(b);
      return x.passages != y.passages ? x.passages > y.passages : a < b;
    });
    return ordinals;
  }

  void list(std::uint32_t ordinal) {
    if (!listed_.insert(ordinal).second) return;
    const auto& record = view_.value(ordinal);
    FacetValue value;
    value.id = record.id;
    value.name = record.name;
    value.kind = record.kind;
    value.country = record.country;
    value.latitude = record.latitude;
    value.longitude = record.longitude;
    if (const auto count = counts_.find(ordinal); count != counts_.end()) {
      value.passages = value.precise = count->second.passages;
      value.articles = count->second.articles;
    }
    value.selected = options_.selected.count(record.id) != 0;
    // Who belonged to another in other years only is no part of it here.
    if (record.parent && (value.passages == 0 || counts_.count(*record.parent) != 0)) {
      value.parent = view_.value(*record.parent).id;
      list(*record.parent);
    }
    values_.push_back(std::move(value));
  }

  const Counts& counts_;
  const FacetOptions& options_;
  const GenerationView& view_;
  std::set<std::uint32_t> listed_;
  std::vector<FacetValue> values_;
};

bool more_frequent(const FacetValue& a, const FacetValue& b) {
  if (a.passages != b.passages) return a.passages > b.passages;
  return std::pair(a.name, a.id) < std::pair(b.name, b.id);
}

}  // namespace

FacetCounts count_value_facet(Dimension dimension, const std::vector<Xapian::docid>& passages,
                              const FacetOptions& options, const GenerationView& view) {
  FacetCounts result;
  result.dimension = index::info(dimension).name;
  const auto& columns = view.columns();
  const auto counts = count_ordinals(by_article(passages, columns),
                                     CountedOrdinals(dimension, options.place_roles, columns),
                                     result.passages_without);
  result.total_values = counts.size();
  result.values = in_tree_order(Listing(counts, options, view).choose(dimension), more_frequent);
  return result;
}

}  // namespace furat
