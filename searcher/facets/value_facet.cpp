#include "searcher/facets/value_facet.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "index/tables.hpp"
#include "searcher/facets/counted_ordinals.hpp"
#include "searcher/facets/facet_tables.hpp"
#include "searcher/facets/facet_tree.hpp"

namespace furat {
namespace {

using index::Dimension;

/// Chooses which values are listed: the selected ones, then the most frequent, each with all that
/// stand above it.
class Listing {
 public:
  Listing(const ValueTally& counts, const FacetOptions& options, const GenerationView& view)
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
  /// As many as can be listed.
  [[nodiscard]] std::vector<std::uint32_t> by_frequency() const {
    auto ordinals = counts_.found();
    const auto wanted =
        options_.limit == 0 ? ordinals.size() : std::min(ordinals.size(), most_listed());
    const auto end = ordinals.begin() + static_cast<std::ptrdiff_t>(wanted);
    std::partial_sort(ordinals.begin(), end, ordinals.end(),
                      [this](std::uint32_t a, std::uint32_t b) {
                        const auto x = counts_.of(a).passages, y = counts_.of(b).passages;
                        return x != y ? x > y : a < b;
                      });
    ordinals.erase(end, ordinals.end());
    return ordinals;
  }

  /// Selected ones are listed already and take none of the places.
  [[nodiscard]] std::size_t most_listed() const { return options_.limit + listed_.size(); }

  /// The value and all that stand above it. A loop: a damaged index may have a very long way up.
  void list(std::uint32_t ordinal) {
    for (std::optional next(ordinal); next && listed_.insert(*next).second;) next = add(*next);
  }

  /// Adds the value; returns what stands above it.
  std::optional<std::uint32_t> add(std::uint32_t ordinal) {
    const auto& record = view_.value(ordinal);
    FacetValue value;
    value.id = record.id;
    value.name = record.name;
    value.kind = record.kind;
    value.country = record.country;
    value.latitude = record.latitude;
    value.longitude = record.longitude;
    const auto count = counts_.of(ordinal);
    value.passages = value.precise = count.passages;
    value.articles = count.articles;
    value.stories = count.stories;
    value.selected = options_.selected.count(record.id) != 0;
    // Who belonged to another in other years only is no part of it here.
    const bool part =
        record.parent && (value.passages == 0 || counts_.of(*record.parent).passages != 0);
    if (part) value.parent = view_.value(*record.parent).id;
    values_.push_back(std::move(value));
    return part ? record.parent : std::nullopt;
  }

  const ValueTally& counts_;
  const FacetOptions& options_;
  const GenerationView& view_;
  std::set<std::uint32_t> listed_;
  std::vector<FacetValue> values_;
};

bool more_frequent(const FacetValue& a, const FacetValue& b) {
  if (a.passages != b.passages) return a.passages > b.passages;
  return std::pair(a.name, a.id) < std::pair(b.name, b.id);
}

/// Between two looks at the clock.
constexpr unsigned kPassagesAtOnce = 4096;

/// Few passages stand side by side: without this each waits for memory.
void prefetch(Dimension dimension, const std::vector<CountedPassage>& passages, std::size_t at,
              const index::FacetColumns& columns) {
  constexpr std::size_t kPlaceAhead = 16, kValuesAhead = 8;
  if (at + kPlaceAhead < passages.size())
    columns.prefetch_place(dimension, passages[at + kPlaceAhead].passage);
  if (at + kValuesAhead < passages.size())
    columns.prefetch_values(dimension, passages[at + kValuesAhead].passage);
}

}  // namespace

const ValueTally& count_values(Dimension dimension, const MatchedPassages& passages,
                               const PlaceRoles& roles, const GenerationView& view) {
  const auto& columns = view.columns();
  const bool in_roles = dimension == Dimension::place && !roles.only_at();
  auto& shared = view.facet_tables().everything[static_cast<std::size_t>(dimension)];
  return counted(passages.is_everything() && !in_roles, shared, view.facet_scratch().values,
                 view.deadline(), [&](ValueTally& tally) {
                   CountedOrdinals ordinals(dimension, roles, columns);
                   PacedCheck in_time(view.deadline(), kPassagesAtOnce);
                   const auto& ordered = passages.in_story_order().passages();
                   for (std::size_t i = 0; i < ordered.size(); ++i) {
                     in_time.step();
                     prefetch(dimension, ordered, i, columns);
                     tally.add(ordered[i], ordinals.of(ordered[i].passage));
                   }
                 });
}

/// Of what a damaged index says of its values: none of ours lie in a circle, or as deep.
void check_tree(const FacetCounts& facet, std::size_t listed, const GenerationView& view) {
  if (facet.values.size() != listed ||
      std::any_of(facet.values.begin(), facet.values.end(),
                  [](const FacetValue& value) { return value.depth > index::kDeepestValue; }))
    view.throw_damaged("its " + facet.dimension + " values lie in each other");
}

void set_without(const DistinctCount& count, FacetCounts& facet) {
  facet.passages_without = count.passages;
  facet.articles_without = count.articles;
  facet.stories_without = count.stories;
}

FacetCounts count_value_facet(Dimension dimension, const MatchedPassages& passages,
                              const FacetOptions& options, const GenerationView& view) {
  const auto& counts = count_values(dimension, passages, options.place_roles, view);
  FacetCounts result;
  result.dimension = index::info(dimension).name;
  set_without(counts.without(), result);
  result.total_values = counts.found().size();
  auto values = Listing(counts, options, view).choose(dimension);
  const auto listed = values.size();
  result.values = in_tree_order(std::move(values), more_frequent);
  check_tree(result, listed, view);
  return result;
}

}  // namespace furat
