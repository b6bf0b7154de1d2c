#include "searcher/query/filter_query.hpp"

#include <algorithm>

#include "analysis/actors/found_actor.hpp"
#include "analysis/text/fold.hpp"
#include "furat/errors.hpp"
#include "index/actor_kinds.hpp"
#include "searcher/query/date_filter.hpp"
#include "searcher/query/date_terms.hpp"
#include "searcher/query/kind_names.hpp"
#include "searcher/query/name_spellings.hpp"
#include "searcher/values/succession.hpp"

namespace furat {
namespace {

using index::Dimension;
using Query = Xapian::Query;

constexpr std::size_t kMaxSuggestions = 5;

Query any_of(const std::vector<std::string>& terms) {
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query without_values(Dimension dimension) {
  return Query(std::string(index::prefix::kWithout) + std::string(index::info(dimension).name));
}

std::vector<std::string> published_terms(const index::DayInterval& interval) {
  std::vector<std::string> terms;
  for (const auto& node : index::cover(interval))
    terms.push_back(std::string(index::prefix::kPublished) + index::name(node));
  return terms;
}

[[noreturn]] void refuse_unknown_year(const Filter& filter) {
  throw RequestError("'" + filter.value + "' has no year; articles are published on known days",
                     filter.dimension, filter.value);
}

void note_reading(const std::string& text, const DateFilter& date,
                  std::vector<std::string>& notes) {
  if (!date.read_as.empty()) notes.push_back("'" + text + "' was read as " + date.read_as);
}

FilterQuery resolve_date(const Filter& filter, Dimension dimension, const DateRules& rules,
                         const GenerationView& view, std::vector<std::string>& notes) {
  const auto date = parse_date_filter(filter.value, filter.dimension, rules.now);
  FilterQuery result{dimension, filter.exclude, {}, {}, {}};
  note_reading(filter.value, date, notes);
  if (date.kind == DateFilter::Kind::none) {
    result.query = without_values(dimension);
    result.ids = {"none"};
    return result;
  }
  if (const auto node = selected_node(date)) result.ids = {index::name(*node)};
  if (date.kind == DateFilter::Kind::interval) result.days = date.interval;
  if (dimension == Dimension::date)
    result.query = any_of(date_terms(date, rules.mode, view.database()));
  else if (result.days)
    result.query = any_of(published_terms(*result.days));
  else
    refuse_unknown_year(filter);
  return result;
}

/// The id of a value that an archive itself told of.
bool is_discovered(const std::string& text) { return !analysis::words_in(text).empty(); }

/// What is looked up: of such an id its words; folding reads its hyphens as what parts words.
std::string words_of(const std::string& text) {
  return is_discovered(text) ? std::string(analysis::words_in(text)) : text;
}

void note_one(const std::string& text, const std::vector<std::uint32_t>& ordinals,
              const GenerationView& view, std::vector<std::string>& notes) {
  if (ordinals.size() != 1) return;
  const auto& value = view.value(ordinals.front());
  notes.push_back("'" + text + "' was read as " + value.name + " (" + value.id + ")");
}

/// The values with that id, that name or, for places and actors, a name spelled like it.
std::vector<std::uint32_t> ordinals_of(Dimension dimension, const std::string& text,
                                       FilterSpelling spelling, const GenerationView& view,
                                       std::vector<std::string>& notes) {
  if (const auto ordinal = view.value_with_id(dimension, text)) return {*ordinal};
  if (analysis::fold_name(text).empty()) return {};
  auto named = named_or_discovered(dimension, text, view);
  if (!named.empty() && is_discovered(text)) note_one(text, named, view, notes);
  if (!named.empty() || dimension == Dimension::source || spelling == FilterSpelling::exact)
    return named;
  const auto alike = values_spelled_like(words_of(text), dimension, view);
  if (!alike) return {};
  note_one(text, alike->ordinals, view, notes);
  return alike->ordinals;
}

FilterQuery resolve_value(const Filter& filter, Dimension dimension, const FilterRules& rules,
                          const GenerationView& view, std::vector<std::string>& notes) {
  const bool places = dimension == Dimension::place;
  if (filter.value == "none")
    return {dimension,
            filter.exclude,
            places ? rules.roles.without_any() : without_values(dimension),
            {"none"},
            {}};
  const auto ordinals =
      values_meant(dimension, filter.value, filter.dimension, rules.spelling, view, notes);
  FilterQuery result{dimension, filter.exclude, {}, {}, {}};
  std::vector<std::string> terms;
  for (const auto ordinal : ordinals) {
    const auto& id = view.value(ordinal).id;
    if (dimension == Dimension::actor && !filter.exclude)
      if (auto note = note_on_succession(ordinal, view); !note.empty())
        notes.push_back(std::move(note));
    result.ids.push_back(id);
    if (places)
      rules.roles.append_terms(id, terms);
    else
      terms.push_back(index::bounded_term(index::info(dimension).prefix, id));
  }
  result.query = any_of(terms);
  return result;
}

FilterQuery resolve_kind(const Filter& filter, std::vector<std::string>& notes) {
  FilterQuery result{Dimension::kind, filter.exclude, {}, {}, {}};
  if (filter.value == "none") {
    result.query = without_values(Dimension::kind);
    result.ids = {"none"};
    return result;
  }
  const auto kinds = kinds_named(filter.value);
  if (kinds.empty())
    throw RequestError("'" + filter.value + "' is no kind of actor", filter.dimension, filter.value,
                       0, kind_ids());
  std::vector<std::string> terms;
  std::string names;
  for (const auto number : kinds) {
    const auto& kind = *index::actor_kind(number);
    result.ids.emplace_back(kind.id);
    terms.push_back(std::string(index::prefix::kKind) + std::string(kind.id));
    names +=
        (names.empty() ? " " : ", ") + std::string(kind.label) + " (" + result.ids.back() + ")";
  }
  if (kinds.size() > 1)
    notes.push_back("'" + filter.value + "' names several kinds; all are used:" + names);
  result.query = any_of(terms);
  return result;
}

std::string note_on_several(const std::string& text, const std::vector<std::uint32_t>& ordinals,
                            const GenerationView& view) {
  std::string sentence = "'" + text + "' names several; all are used:";
  for (const auto ordinal : ordinals)
    sentence += " " + view.value(ordinal).name + " (" + view.value(ordinal).id + ")" +
                (ordinal == ordinals.back() ? "" : ",");
  return sentence;
}

}  // namespace

std::vector<std::uint32_t> named_or_discovered(Dimension dimension, const std::string& text,
                                               const GenerationView& view) {
  auto named = view.values_named(dimension, analysis::fold_name(text));
  if (!named.empty() || !is_discovered(text)) return named;
  return view.values_named(dimension, analysis::fold_name(words_of(text)));
}

std::vector<std::uint32_t> values_meant(Dimension dimension, const std::string& text,
                                        const std::string& argument, FilterSpelling spelling,
                                        const GenerationView& view,
                                        std::vector<std::string>& notes) {
  auto ordinals = ordinals_of(dimension, text, spelling, view, notes);
  if (ordinals.empty())
    throw RequestError("no passage in this index names the " +
                           std::string(index::info(dimension).name) + " '" + text + "'",
                       argument, text, 0,
                       view.similar_names(dimension, analysis::fold_name(text), kMaxSuggestions));
  if (ordinals.size() > 1) notes.push_back(note_on_several(text, ordinals, view));
  return ordinals;
}

FilterQuery resolve_filter(const Filter& filter, const FilterRules& rules,
                           const GenerationView& view, std::vector<std::string>& notes) {
  const auto dimension = index::dimension_named(filter.dimension);
  if (!dimension)
    throw RequestError("there is no dimension '" + filter.dimension + "'", filter.dimension,
                       filter.value, 0, index::dimension_names());
  if (*dimension == Dimension::date || *dimension == Dimension::published)
    return resolve_date(filter, *dimension, rules.dates, view, notes);
  if (*dimension == Dimension::kind) return resolve_kind(filter, notes);
  return resolve_value(filter, *dimension, rules, view, notes);
}

Xapian::Query reported_by(const std::string& time, const DateRules& rules,
                          std::vector<std::string>& notes) {
  const std::string argument = "reported-by";
  const auto date = parse_date_filter(time, argument, rules.now);
  if (date.kind != DateFilter::Kind::interval || date.open_end)
    throw RequestError("'" + time + "' has no last day up to which articles could be published",
                       argument, time);
  note_reading(time, date, notes);
  return any_of(published_terms({index::all_days().first, date.interval.last}));
}

FilterSet::FilterSet(const std::vector<Filter>& filters, const FilterRules& rules,
                     const GenerationView& view, std::vector<std::string>& notes) {
  for (const auto& filter : filters) {
    filters_.push_back(resolve_filter(filter, rules, view, notes));
    const auto& resolved = filters_.back();
    if (!resolved.exclude)
      selected_[static_cast<std::size_t>(resolved.dimension)].insert(resolved.ids.begin(),
                                                                     resolved.ids.end());
  }
}

Xapian::Query FilterSet::apply(const Query& query, std::optional<Dimension> without) const {
  Query result = query;
  for (const auto& row : index::kDimensionTable) {
    Query wanted;
    for (const auto& filter : filters_)
      if (!filter.exclude && filter.dimension == row.dimension && row.dimension != without)
        wanted = wanted.empty() ? filter.query : Query(Query::OP_OR, wanted, filter.query);
    if (!wanted.empty()) result = Query(Query::OP_FILTER, result, wanted);
  }
  for (const auto& restriction : restrictions_)
    result = Query(Query::OP_FILTER, result, restriction);
  for (const auto& filter : filters_)
    if (filter.exclude) result = Query(Query::OP_AND_NOT, result, filter.query);
  return result;
}

bool FilterSet::selects(Dimension dimension) const {
  return std::any_of(filters_.begin(), filters_.end(), [&](const FilterQuery& filter) {
    return !filter.exclude && filter.dimension == dimension;
  });
}

std::vector<index::DayInterval> FilterSet::selected_days(Dimension dimension) const {
  std::vector<index::DayInterval> days;
  for (const auto& filter : filters_)
    if (!filter.exclude && filter.dimension == dimension && filter.days)
      days.push_back(*filter.days);
  return days;
}

const std::set<std::string>& FilterSet::selected_ids(Dimension dimension) const {
  return selected_[static_cast<std::size_t>(dimension)];
}

}  // namespace furat
