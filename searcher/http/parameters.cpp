#include "searcher/http/parameters.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "furat/errors.hpp"

namespace furat::http {
namespace {

using Options = RequestOptions;

Parameter list(std::string_view name, std::vector<std::string> Options::*target,
               std::string_view meaning) {
  return {name, meaning, target};
}

constexpr std::size_t kLargest = 1'000'000'000;

std::vector<std::string> owned(const std::vector<std::string_view>& words) {
  return {words.begin(), words.end()};
}

/// Puts a value where a parameter belongs.
class Setter {
 public:
  Setter(Options& options, const Parameter& parameter, const std::string& value)
      : options_(options), parameter_(parameter), value_(value) {}

  void operator()(std::vector<std::string> Options::*target) const {
    (options_.*target).push_back(value_);
  }
  void operator()(std::string Options::*target) const { options_.*target = checked(); }
  void operator()(std::optional<std::string> Options::*target) const {
    options_.*target = checked();
  }
  void operator()(bool Options::*target) const {
    if (value_ != "true" && value_ != "false") refuse({"true", "false"});
    options_.*target = value_ == "true";
  }
  void operator()(std::size_t Options::*target) const {
    std::size_t number = 0;
    const auto* const end = value_.data() + value_.size();
    const auto read = std::from_chars(value_.data(), end, number);
    const bool is_number =
        !value_.empty() && read.ec == std::errc{} && read.ptr == end && number <= kLargest;
    if (parameter_.all && value_ == "all")
      number = *parameter_.all;
    else if (!is_number)
      throw RequestError(fmt::format("'{}' is no number from 0 to {}", value_, kLargest),
                         std::string(parameter_.name), value_);
    options_.*target = number;
  }

 private:
  [[nodiscard]] const std::string& checked() const {
    const auto& choices = parameter_.choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value_) == choices.end())
      refuse(choices);
    return value_;
  }

  [[noreturn]] void refuse(const std::vector<std::string_view>& choices) const {
    throw RequestError(fmt::format("'{}' is none of {}", value_, fmt::join(choices, ", ")),
                       std::string(parameter_.name), value_, 0, owned(choices));
  }

  Options& options_;
  const Parameter& parameter_;
  const std::string& value_;
};

const Parameter* found(std::string_view name, std::span<const ParameterGroup* const> groups) {
  for (const auto* group : groups)
    for (const auto& parameter : *group)
      if (parameter.name == name) return &parameter;
  return nullptr;
}

}  // namespace

const ParameterGroup& matching_parameters() {
  static const ParameterGroup group{
      {"q", "The query, in the language of docs/query-language.md; none: all the filters leave",
       &Options::query},
      list("place", &Options::place,
           "Only passages of what happened there: an id, a name in any spelling, or none"),
      list("not-place", &Options::not_place, "None of these"),
      list("actor", &Options::actor, "Only passages that name the actor; likewise"),
      list("not-actor", &Options::not_actor, "None of these"),
      list("date", &Options::date,
           "Only passages that speak of the time: 2017, 2017-10-05, 2010s, A..B, none"),
      list("not-date", &Options::not_date, "None of these"),
      list("published", &Options::published, "Only passages published then; as date"),
      list("not-published", &Options::not_published, "None of these"),
      list("source", &Options::source, "Only passages from the source"),
      list("not-source", &Options::not_source, "None of these"),
      list("kind", &Options::kind,
           "Only passages that name an actor of the kind: rebels, state_forces, media, ..."),
      list("not-kind", &Options::not_kind, "None of these"),
      {"date-mode",
       "A date must share a day with the one asked for, lie in it, or cover all of it",
       &Options::date_mode,
       {"overlap", "within", "contains"}},
      {"reported-by", "Only articles published by the end of then", &Options::reported_by},
      {"now", "Day that 'last week' counts from; no clock is asked", &Options::now},
      {"place-roles", "Roles in which a place counts: at,of,says,in-name,dateline, or all",
       &Options::place_roles},
      {"near", "Only passages that name a place around this one: id, name, or LAT,LON",
       &Options::near},
      {"within", "How far from there: 50km, 30mi, 800m", &Options::within},
      {"bbox", "Only passages that name a place in the box S,W,N,E, in degrees", &Options::bbox},
      {"timeout", "Give up a search that takes longer: 500ms, 2s; at most what the server allows",
       &Options::timeout},
      {"match",
       "All the words, or any of them; auto: all, but any of a question",
       &Options::match,
       {"auto", "all", "any"}},
      {"spelling",
       "A known name finds its other spellings, or not",
       &Options::spelling,
       {"any", "exact"}},
      {"plain", "The query is plain language, without operators", &Options::plain},
      {"related",
       "Also search for words that the best passages have in common; auto: for questions",
       &Options::related,
       {"auto", "always", "never"}},
  };
  return group;
}

const ParameterGroup& hit_parameters() {
  static const ParameterGroup group{
      {"unique", "Of near-duplicates only the earliest", &Options::unique},
      {"group", "What one hit is", &Options::group, {"passage", "article"}},
      {"sort",
       "date: as it happened; published: newest first",
       &Options::sort,
       {"relevance", "date", "published"}},
      {"limit",
       "Hits to show, or all: as many as the server gives at once",
       &Options::limit,
       {},
       kAllHits},
      {"offset", "Hits to pass over", &Options::offset},
  };
  return group;
}

const ParameterGroup& facet_count_parameters() {
  static const ParameterGroup group{
      {"facets", "Counts by place,actor,date,source,published,kind", &Options::facets},
      {"facet-limit", "Values a dimension; 0: all", &Options::facet_limit},
  };
  return group;
}

const ParameterGroup& explain_parameters() {
  static const ParameterGroup group{
      {"explain", "Say of each hit why it has its score", &Options::explain}};
  return group;
}

const ParameterGroup& timeline_parameters() {
  static const ParameterGroup group{
      {"by",
       "What a bar is; auto: the finest that can be read",
       &Options::by,
       {"auto", "day", "month", "year", "decade"}},
      {"clock", "date: the time spoken of", &Options::clock, {"date", "published"}},
  };
  return group;
}

const ParameterGroup& pivot_parameters() {
  static const ParameterGroup group{
      {"rows",
       "place, place-kind, actor, kind, source, decade, year, month, day, published-year, "
       "published-month or published-day",
       &Options::rows,
       {},
       {},
       true},
      {"columns", "Likewise", &Options::columns, {}, {}, true},
      {"count", "What a cell counts", &Options::count, {"passages", "articles"}},
      {"row-limit", "The most frequent rows; 0: all", &Options::row_limit},
      {"column-limit", "Likewise columns", &Options::column_limit},
      {"ancestors", "Count places for all in which they lie, too", &Options::ancestors},
  };
  return group;
}

const ParameterGroup& values_parameters() {
  static const ParameterGroup group{
      {"name", "Name to look for, in any spelling; none: all", &Options::name},
      {"limit", "Values to list; 0: all", &Options::values},
      {"spellings", "Spellings of each; 0: all", &Options::spellings},
      {"neighbours", "Actors and places named together with each; 0: none", &Options::neighbours},
  };
  return group;
}

const ParameterGroup& facet_value_parameters() {
  static const ParameterGroup group{
      {"dimension",
       "Whose values",
       &Options::dimension,
       {"place", "actor", "date", "source", "published", "kind"},
       {},
       true},
      {"text", "Words of a name, in any spelling; none: all values", &Options::name},
      {"limit", "Values to list, or all; 0: all", &Options::values, {}, 0},
      {"order", "Most frequent first, or by name", &Options::order, {"count", "name"}},
  };
  return group;
}

const ParameterGroup& suggest_parameters() {
  static const ParameterGroup group{
      {"prefix", "What was typed so far", &Options::name, {}, {}, true},
      {"dimension",
       "Only values of this one, and no words",
       &Options::dimension,
       {"place", "actor", "source"}},
      {"limit", "Values and words each", &Options::limit},
  };
  return group;
}

const ParameterGroup& context_parameters() {
  static const ParameterGroup group{{"context", "Passages before and after it", &Options::context}};
  return group;
}

const ParameterGroup& mark_parameters() {
  static const ParameterGroup group{
      {"q", "Mark what this query finds", &Options::query},
      {"spelling",
       "A known name marks its other spellings, or not",
       &Options::spelling,
       {"any", "exact"}},
  };
  return group;
}

const ParameterGroup& similar_parameters() {
  static const ParameterGroup group{
      {"copies", "Also those with nearly the same text", &Options::copies}};
  return group;
}

ReadParameters read_parameters(const Parameters& given,
                               std::span<const ParameterGroup* const> groups,
                               std::span<const std::string_view> formats) {
  ReadParameters result;
  result.format = formats.front();
  std::set<std::string_view> seen;
  for (const auto& [name, value] : given) {
    const auto* parameter = found(name, groups);
    if (parameter == nullptr && name != "format")
      throw RequestError(fmt::format("there is no parameter '{}' here", name), name, value);
    const bool may_repeat =
        parameter != nullptr &&
        std::holds_alternative<std::vector<std::string> Options::*>(parameter->target);
    if (!seen.insert(name).second && !may_repeat)
      throw RequestError(fmt::format("'{}' is there twice", name), name, value);
    if (parameter != nullptr) {
      std::visit(Setter(result.options, *parameter, value), parameter->target);
    } else if (std::find(formats.begin(), formats.end(), value) == formats.end()) {
      throw RequestError(fmt::format("'{}' is none of {}", value, fmt::join(formats, ", ")), name,
                         value, 0, {formats.begin(), formats.end()});
    } else {
      result.format = value;
    }
  }
  for (const auto* group : groups)
    for (const auto& parameter : *group)
      if (parameter.required && !seen.contains(parameter.name))
        throw RequestError(fmt::format("'{}' is missing", parameter.name),
                           std::string(parameter.name), "");
  return result;
}

}  // namespace furat::http
