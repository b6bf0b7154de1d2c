#include "searcher/values/list_values.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "furat/errors.hpp"
#include "index/facet_columns.hpp"
#include "index/tables.hpp"
#include "searcher/facets/counted_ordinals.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/named_values.hpp"
#include "searcher/timeline/calendar_counts.hpp"
#include "searcher/values/date_spans.hpp"
#include "searcher/values/neighbours.hpp"
#include "searcher/values/spellings_in_passages.hpp"
#include "searcher/values/succession.hpp"
#include "searcher/values/value_finder.hpp"

namespace furat {
namespace {

using index::Dimension;
using Counters = std::unordered_map<std::uint32_t, OnceCounter>;

/// Other values with the words of an exact name: more say nothing.
constexpr std::size_t kMostOthers = 10;
/// Between two looks at the clock.
constexpr unsigned kPassagesAtOnce = 512;

Dimension dimension_of(const ValuesRequest& request) {
  const auto dimension = index::dimension_named(request.dimension);
  if (dimension == Dimension::actor || dimension == Dimension::place) return *dimension;
  throw RequestError("only actors and places can be listed, not '" + request.dimension + "'",
                     "dimension", request.dimension, 0, {"actor", "place"});
}

Counted counted_in(const Counters& counters, std::uint32_t ordinal) {
  const auto found = counters.find(ordinal);
  return found == counters.end() ? Counted{} : found->second.counted();
}

/// What is gathered of one listed value.
struct Gathered {
  std::uint32_t ordinal = 0;
  DateSpan dates, published;
  std::unordered_map<std::uint32_t, std::size_t> with_actors, with_places;  ///< named together
};

class ValueList {
 public:
  ValueList(const ValuesRequest& request, const std::vector<Xapian::docid>& passages,
            const PlaceRoles& roles, const FilterSet& filters, const GenerationView& view)
      : request_(request),
        dimension_(dimension_of(request)),
        ascending_(sorted(passages)),
        ordered_(by_article(passages, view.columns())),
        roles_(roles),
        filters_(filters),
        view_(view),
        actors_(named(Dimension::actor)),
        places_(named(Dimension::place)) {}

  ValuesResults make() {
    count();
    choose();
    gather();
    for (const auto& gathered : listed_) {
      view_.deadline().check();
      results_.values.push_back(described(gathered));
    }
    return std::move(results_);
  }

 private:
  static std::vector<Xapian::docid> sorted(std::vector<Xapian::docid> passages) {
    std::sort(passages.begin(), passages.end());
    return passages;
  }

  /// The other dimension is read for neighbours only.
  [[nodiscard]] NamedValues named(Dimension dimension) const {
    const bool wanted = dimension == dimension_ || request_.neighbours != 0;
    return {dimension, wanted ? ascending_ : std::vector<Xapian::docid>{}, roles_, view_};
  }

  void count() {
    CountedOrdinals ordinals(dimension_, roles_, view_.columns());
    PacedCheck in_time(view_.deadline(), kPassagesAtOnce);
    for (const auto& [article, passage] : ordered_) {
      in_time.step();
      for (const auto ordinal : ordinals.of(passage)) counted_[ordinal].add(article, passage);
      for (const auto ordinal : actors_.of(passage)) named_actors_[ordinal].add(article, passage);
      for (const auto ordinal : places_.of(passage)) named_places_[ordinal].add(article, passage);
    }
  }

  [[nodiscard]] bool is_wanted(std::uint32_t ordinal) const {
    const auto& kinds = filters_.selected_ids(Dimension::kind);
    return dimension_ != Dimension::actor || kinds.empty() ||
           kinds.count(view_.value(ordinal).kind) != 0;
  }

  [[nodiscard]] std::vector<std::uint32_t> candidates() {
    std::vector<std::uint32_t> ordinals;
    if (request_.name.empty()) {
      for (const auto& [ordinal, counter] : counted_) ordinals.push_back(ordinal);
    } else {
      auto found = find_values(dimension_, request_.name,
                               filter_spelling(request_.search.expand_names), view_);
      ordinals = std::move(found.ordinals);
      results_.tier = std::move(found.tier);
      sort_by_count(found.others);
      for (const auto other : found.others)
        if (results_.others.size() < kMostOthers) results_.others.push_back(link_to(other));
    }
    std::erase_if(ordinals, [&](std::uint32_t ordinal) { return !is_wanted(ordinal); });
    return ordinals;
  }

  void choose() {
    auto ordinals = candidates();
    results_.total_values = ordinals.size();
    sort_by_count(ordinals);
    if (request_.limit != 0 && ordinals.size() > request_.limit) ordinals.resize(request_.limit);
    for (const auto ordinal : ordinals) {
      line_of_.emplace(ordinal, listed_.size());
      listed_.push_back({ordinal, {}, {}, {}, {}});
    }
  }

  void sort_by_count(std::vector<std::uint32_t>& ordinals) const {
    std::sort(ordinals.begin(), ordinals.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto of_a = counted_in(counted_, a).passages;
      const auto of_b = counted_in(counted_, b).passages;
      if (of_a != of_b) return of_a > of_b;
      const auto& value_a = view_.value(a);
      const auto& value_b = view_.value(b);
      return std::tie(value_a.name, value_a.id) < std::tie(value_b.name, value_b.id);
    });
  }

  /// One pass over the passages, for all listed values.
  void gather() {
    if (listed_.empty()) return;
    const auto spans = date_spans(ascending_, view_);
    CountedOrdinals ordinals(dimension_, roles_, view_.columns());
    PacedCheck in_time(view_.deadline(), kPassagesAtOnce);
    for (std::size_t i = 0; i < ascending_.size(); ++i) {
      in_time.step();
      const auto passage = ascending_[i];
      const auto published = index::published_day(view_.columns(), passage);
      for (const auto ordinal : ordinals.of(passage)) {
        const auto line = line_of_.find(ordinal);
        if (line == line_of_.end()) continue;
        listed_[line->second].dates.add(spans[i]);
        if (published) listed_[line->second].published.add({*published, *published});
      }
      if (request_.neighbours != 0) gather_neighbours(passage);
    }
  }

  void gather_neighbours(Xapian::docid passage) {
    const auto& themselves = dimension_ == Dimension::actor ? actors_ : places_;
    for (const auto ordinal : themselves.of(passage)) {
      const auto line = line_of_.find(ordinal);
      if (line == line_of_.end()) continue;
      auto& gathered = listed_[line->second];
      for (const auto other : actors_.of(passage))
        if (other != ordinal) ++gathered.with_actors[other];
      for (const auto other : places_.of(passage))
        if (other != ordinal) ++gathered.with_places[other];
    }
  }

  [[nodiscard]] ValueLink link_to(std::uint32_t ordinal) const {
    const auto& value = view_.value(ordinal);
    return {value.id, value.name};
  }

  [[nodiscard]] ValueInfo described(const Gathered& gathered) {
    const auto ordinal = gathered.ordinal;
    const auto& record = view_.value(ordinal);
    ValueInfo info;
    info.id = record.id;
    info.name = record.name;
    info.kind = record.kind;
    info.country = record.country;
    info.discovered = record.discovered;
    info.from_year = record.from_year;
    info.to_year = record.to_year;
    info.latitude = record.latitude;
    info.longitude = record.longitude;
    info.counted = counted_in(counted_, ordinal);
    const bool is_actor = dimension_ == Dimension::actor;
    info.named = counted_in(is_actor ? named_actors_ : named_places_, ordinal);
    info.first_date = gathered.dates.first();
    info.last_date = gathered.dates.last();
    info.first_published = gathered.published.first();
    info.last_published = gathered.published.last();
    info.path = path_of(record);
    if (is_actor) info.succession = succession_of(ordinal);
    info.spellings = spellings_in(ascending_, record.id, view_.database());
    info.total_spellings = info.spellings.size();
    if (request_.spellings != 0 && info.spellings.size() > request_.spellings)
      info.spellings.resize(request_.spellings);
    info.actors = neighbours(gathered.with_actors, named_actors_, info.named);
    info.places = neighbours(gathered.with_places, named_places_, info.named);
    return info;
  }

  [[nodiscard]] std::vector<ValueLink> path_of(const index::ValueRecord& record) const {
    std::vector<ValueLink> path;
    for (auto next = record.parent; next; next = view_.value(*next).parent) {
      if (path.size() == index::kDeepestValue)
        view_.throw_damaged("values above " + record.id + " have no end");
      path.push_back(link_to(*next));
    }
    return path;
  }

  [[nodiscard]] std::vector<SuccessionMember> succession_of(std::uint32_t ordinal) const {
    std::vector<SuccessionMember> line;
    for (const auto& [member, step] : line_of_succession(ordinal, view_)) {
      const auto& record = view_.value(member);
      line.push_back({record.id, record.name, record.from_year, record.to_year, step,
                      counted_in(counted_, member)});
    }
    return line;
  }

  [[nodiscard]] std::vector<NeighbourValue> neighbours(
      const std::unordered_map<std::uint32_t, std::size_t>& together, const Counters& named,
      const Counted& itself) const {
    std::vector<NeighbourValue> found;
    for (const auto& [other, both] : together) {
      const PairCounts counts{both, itself.passages, counted_in(named, other).passages,
                              ascending_.size()};
      if (!are_neighbours(counts)) continue;
      const auto& record = view_.value(other);
      found.push_back(
          {record.id, record.name, record.kind, both, lift(counts), log_likelihood_ratio(counts)});
    }
    std::sort(found.begin(), found.end(), [](const NeighbourValue& a, const NeighbourValue& b) {
      if (a.evidence != b.evidence) return a.evidence > b.evidence;
      return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    if (found.size() > request_.neighbours) found.resize(request_.neighbours);
    return found;
  }

  const ValuesRequest& request_;
  Dimension dimension_;
  std::vector<Xapian::docid> ascending_;
  std::vector<PassageOfArticle> ordered_;
  const PlaceRoles& roles_;
  const FilterSet& filters_;
  const GenerationView& view_;
  NamedValues actors_, places_;
  Counters counted_, named_actors_, named_places_;
  std::vector<Gathered> listed_;
  std::unordered_map<std::uint32_t, std::size_t> line_of_;  ///< in listed_
  ValuesResults results_;
};

}  // namespace

ValuesResults list_values(const ValuesRequest& request, const std::vector<Xapian::docid>& passages,
                          const PlaceRoles& roles, const FilterSet& filters,
                          const GenerationView& view) {
  return ValueList(request, passages, roles, filters, view).make();
}

}  // namespace furat
