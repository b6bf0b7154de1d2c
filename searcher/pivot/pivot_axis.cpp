#include "searcher/pivot/pivot_axis.hpp"

#include <array>
#include <string_view>

#include "furat/errors.hpp"
#include "index/actor_kinds.hpp"
#include "index/varint.hpp"
#include "searcher/timeline/calendar.hpp"

namespace furat {
namespace {

using index::DateLevel;
using index::Dimension;

/// Places, actors or sources, by their ordinals.
class ValueAxis : public PivotAxis {
 public:
  ValueAxis(Dimension dimension, const PivotScope& scope)
      : view_(scope.view), counted_(dimension, scope.roles, scope.view.columns()) {}

  std::span<const std::uint32_t> of(Xapian::docid passage) override { return counted_.of(passage); }

  [[nodiscard]] PivotValue describe(std::uint32_t value) const override {
    const auto& record = view_.value(value);
    return {record.id, record.name.empty() ? record.id : record.name, {}};
  }

 private:
  const GenerationView& view_;
  CountedOrdinals counted_;
};

/// Places that the passages name themselves.
class NamedPlaceAxis : public ValueAxis {
 public:
  explicit NamedPlaceAxis(const PivotScope& scope)
      : ValueAxis(Dimension::place, scope),
        named_(Dimension::place, scope.passages, scope.roles, scope.view) {}

  std::span<const std::uint32_t> of(Xapian::docid passage) override { return named_.of(passage); }

 private:
  NamedValues named_;
};

/// Kinds of the places of another axis.
class PlaceKindAxis : public PivotAxis {
 public:
  PlaceKindAxis(std::unique_ptr<PivotAxis> places, const GenerationView& view)
      : places_(std::move(places)), view_(view) {}

  std::span<const std::uint32_t> of(Xapian::docid passage) override {
    kinds_of_passage_.clear();
    for (const auto place : places_->of(passage))
      kinds_of_passage_.push_back(number_of(view_.value(place).kind));
    index::make_set(kinds_of_passage_);
    return kinds_of_passage_;
  }

  [[nodiscard]] PivotValue describe(std::uint32_t value) const override {
    return {kinds_[value], kinds_[value], {}};
  }

 private:
  std::uint32_t number_of(const std::string& kind) {
    const auto next = static_cast<std::uint32_t>(kinds_.size());
    const auto [known, is_new] = numbers_.emplace(kind, next);
    if (is_new) kinds_.push_back(kind);
    return known->second;
  }

  std::unique_ptr<PivotAxis> places_;
  const GenerationView& view_;
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> kinds_;
  std::vector<std::uint32_t> kinds_of_passage_;
};

/// Kinds of the actors that passages name themselves, by number.
class KindAxis : public PivotAxis {
 public:
  explicit KindAxis(const PivotScope& scope) : columns_(scope.view.columns()) {}

  std::span<const std::uint32_t> of(Xapian::docid passage) override {
    return columns_.values(Dimension::kind, passage);
  }

  [[nodiscard]] PivotValue describe(std::uint32_t value) const override {
    const auto* kind = index::actor_kind(value);
    if (kind == nullptr) return {std::to_string(value), std::to_string(value), {}};
    return {std::string(kind->id), std::string(kind->label), {}};
  }

 private:
  const index::FacetColumns& columns_;
};

/// Dates or publication days at one level of the calendar, as codes of nodes, which ascend with
/// time.
class TimeAxis : public PivotAxis {
 public:
  TimeAxis(Clock clock, TimeUnit unit, const PivotScope& scope)
      : clock_(clock), level_(level_of(unit)), columns_(scope.view.columns()) {
    if (clock == Clock::date) bounds_ = scope.bounds;
  }

  std::span<const std::uint32_t> of(Xapian::docid passage) override {
    times_.read(clock_, passage, columns_);
    values_.clear();
    for (const auto& node : times_.nodes)
      if (const auto value = at_level(node, level_)) values_.push_back(index::code(*value));
    index::make_set(values_);
    return values_;
  }

  [[nodiscard]] PivotValue describe(std::uint32_t value) const override {
    const auto node = *index::node_with_code(value);
    return {index::name(node), display_name(node), {}};
  }

  [[nodiscard]] bool may_be_shown(std::uint32_t value) const override {
    return within_reach(*index::node_with_code(value), bounds_);
  }

  [[nodiscard]] bool is_time() const override { return true; }

 private:
  Clock clock_;
  DateLevel level_;
  const index::FacetColumns& columns_;
  std::optional<index::DayInterval> bounds_;
  PassageTimes times_;
  std::vector<std::uint32_t> values_;
};

struct TimeAxisName {
  std::string_view name;
  Clock clock;
  TimeUnit unit;
};
constexpr std::array kTimeAxes{TimeAxisName{"decade", Clock::date, TimeUnit::decade},
                               TimeAxisName{"year", Clock::date, TimeUnit::year},
                               TimeAxisName{"month", Clock::date, TimeUnit::month},
                               TimeAxisName{"day", Clock::date, TimeUnit::day},
                               TimeAxisName{"published-year", Clock::published, TimeUnit::year},
                               TimeAxisName{"published-month", Clock::published, TimeUnit::month},
                               TimeAxisName{"published-day", Clock::published, TimeUnit::day}};

std::vector<std::string> names_of_axes() {
  std::vector<std::string> names{"place", "place-kind", "actor", "kind", "source"};
  for (const auto& axis : kTimeAxes) names.emplace_back(axis.name);
  return names;
}

std::unique_ptr<PivotAxis> place_axis(const PivotScope& scope) {
  if (scope.ancestors) return std::make_unique<ValueAxis>(Dimension::place, scope);
  return std::make_unique<NamedPlaceAxis>(scope);
}

}  // namespace

std::unique_ptr<PivotAxis> pivot_axis(const std::string& name, const std::string& argument,
                                      const PivotScope& scope) {
  if (name == "place") return place_axis(scope);
  if (name == "place-kind") return std::make_unique<PlaceKindAxis>(place_axis(scope), scope.view);
  if (name == "actor") return std::make_unique<ValueAxis>(Dimension::actor, scope);
  if (name == "kind") return std::make_unique<KindAxis>(scope);
  if (name == "source") return std::make_unique<ValueAxis>(Dimension::source, scope);
  for (const auto& axis : kTimeAxes)
    if (name == axis.name) return std::make_unique<TimeAxis>(axis.clock, axis.unit, scope);
  throw RequestError("there is no dimension '" + name + "' for a table", argument, name, 0,
                     names_of_axes());
}

}  // namespace furat
