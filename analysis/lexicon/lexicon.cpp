#include "analysis/lexicon/lexicon.hpp"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

using RowsById = std::unordered_map<std::string_view, std::size_t>;

template <class Entry>
RowsById rows_by_id(const std::vector<Entry>& entries) {
  RowsById rows;
  for (std::size_t i = 0; i < entries.size(); ++i) rows.try_emplace(entries[i].id, i);
  return rows;
}

/// Row of the entry that `link` (parent or successor) leads to; the row count if it leads nowhere.
template <class Entry>
std::size_t linked_row(const std::vector<Entry>& entries, const RowsById& rows, std::size_t row,
                       std::string Entry::*link) {
  const auto found = rows.find(entries[row].*link);
  return found == rows.end() ? entries.size() : found->second;
}

template <class Entry>
bool leads_back(const std::vector<Entry>& entries, const RowsById& rows, std::size_t start,
                std::string Entry::*link) {
  auto row = start;
  for (std::size_t steps = 0; steps <= entries.size(); ++steps) {
    row = linked_row(entries, rows, row, link);
    if (row == entries.size()) return false;
    if (row == start) return true;
  }
  return false;  // a cycle further up: its own members report it
}

/// Collects sentences that begin with the kind and id of the row at fault.
class FaultList {
 public:
  template <class Entry>
  void add(std::string_view noun, const Entry& entry, const std::string& what) {
    sentences_.push_back(std::string(noun) + " \"" + entry.id + "\" " + what + ".");
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(sentences_); }

 private:
  std::vector<std::string> sentences_;
};

template <class Entry>
void check_link(const std::vector<Entry>& entries, const RowsById& rows, std::size_t row,
                std::string Entry::*link, std::string_view noun, std::string_view role,
                FaultList& faults) {
  const auto& entry = entries[row];
  const auto& target = entry.*link;
  if (target.empty()) return;
  if (!rows.contains(target))
    faults.add(noun, entry, "has the unknown " + std::string(role) + " \"" + target + "\"");
  else if (leads_back(entries, rows, row, link))
    faults.add(noun, entry, "is its own " + std::string(role) + " in the end");
}

[[nodiscard]] bool holds_in(const ParentLink& link, int year) {
  return (!link.from_year || *link.from_year <= year) && (!link.to_year || year <= *link.to_year);
}

/// Whether the links that hold in `year` lead from `start` back to it.
bool parents_lead_back(const std::vector<ActorEntry>& actors, const RowsById& rows,
                       std::size_t start, int year) {
  std::vector<std::size_t> reached{start};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const auto& link : actors[reached[next]].parents) {
      const auto found = rows.find(link.id);
      if (found == rows.end() || !holds_in(link, year)) continue;
      if (found->second == start) return true;
      if (std::find(reached.begin(), reached.end(), found->second) == reached.end())
        reached.push_back(found->second);
    }
  }
  return false;
}

/// The years in which a cycle may begin: a cycle holds from the latest first year of its links on.
std::vector<int> first_years(const std::vector<ActorEntry>& actors) {
  std::vector<int> years{std::numeric_limits<int>::min()};
  for (const auto& actor : actors)
    for (const auto& link : actor.parents)
      if (link.from_year) years.push_back(*link.from_year);
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

void check_parents(const std::vector<ActorEntry>& actors, const RowsById& rows, std::size_t row,
                   const std::vector<int>& years, FaultList& faults) {
  const auto& actor = actors[row];
  for (const auto& link : actor.parents) {
    if (!rows.contains(link.id))
      faults.add("actor", actor, "has the unknown parent \"" + link.id + "\"");
    if (link.from_year && link.to_year && *link.from_year > *link.to_year)
      faults.add("actor", actor, "leaves its parent \"" + link.id + "\" before it joins");
  }
  if (std::any_of(years.begin(), years.end(),
                  [&](int year) { return parents_lead_back(actors, rows, row, year); }))
    faults.add("actor", actor, "is its own parent in the end");
}

void check_kind(const ActorEntry& actor, FaultList& faults) {
  if (std::find(kActorKinds.begin(), kActorKinds.end(), actor.kind) == kActorKinds.end())
    faults.add("actor", actor, "is of the unknown kind \"" + actor.kind + "\"");
}

/// Rows by country and national body: the first that claims it.
using NationalClaims = std::map<std::pair<std::string_view, std::string_view>, std::size_t>;

void check_national(const std::vector<ActorEntry>& actors, std::size_t row, NationalClaims& claims,
                    FaultList& faults) {
  const auto& actor = actors[row];
  if (actor.national.empty()) return;
  if (std::find(kNationalBodies.begin(), kNationalBodies.end(), actor.national) ==
      kNationalBodies.end())
    faults.add("actor", actor, "is the unknown national body \"" + actor.national + "\"");
  if (actor.country.empty()) {
    faults.add("actor", actor, "is a national body but has no country");
    return;
  }
  const auto [claim, is_new] = claims.try_emplace({actor.country, actor.national}, row);
  if (!is_new)
    faults.add("actor", actor,
               "is the " + actor.national + " of " + actor.country + " like \"" +
                   actors[claim->second].id + '"');
}

/// The key under which a name is compared: folded, without a leading article.
std::string name_key(std::string_view name) {
  auto key = fold_name(name);
  const auto blank = key.find(' ');
  if (blank != std::string::npos && key != "us" && is_article(key.substr(0, blank)))
    key.erase(0, blank + 1);
  return key;
}

using Owners = std::unordered_map<std::string, std::vector<std::size_t>>;

bool contains_key(const std::vector<std::string>& names, std::string_view key) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name_key(name) == key; });
}

std::vector<std::string> distinct_keys(
    const std::string& name, std::initializer_list<const std::vector<std::string>*> lists) {
  std::vector<std::string> keys{name_key(name)};
  for (const auto* names : lists)
    for (const auto& other : *names) keys.push_back(name_key(other));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// An actor's name may have a second owner only where the country of each decides.
void check_actor_names(const std::vector<ActorEntry>& actors, std::size_t row, Owners& owners,
                       FaultList& faults) {
  const auto& actor = actors[row];
  for (const auto& key :
       distinct_keys(actor.name, {&actor.aliases, &actor.arabic, &actor.needs_country})) {
    if (key.empty()) faults.add("actor", actor, "has a name without a word");
    for (const auto other : owners[key]) {
      const bool told_apart = contains_key(actor.needs_country, key) &&
                              contains_key(actors[other].needs_country, key) &&
                              actor.country != actors[other].country;
      if (!told_apart)
        faults.add("actor", actor,
                   "shares the name \"" + key + "\" with \"" + actors[other].id +
                       "\" without a condition");
    }
    owners[key].push_back(row);
  }
}

/// Places may share a name where their kind or parent tells them apart. In Arabic script, without
/// vowels, neighbouring villages may share one anyway; there the article decides.
void check_place_names(const std::vector<PlaceEntry>& places, std::size_t row, Owners& owners,
                       FaultList& faults) {
  const auto& place = places[row];
  for (const auto& key : distinct_keys(place.name, {&place.aliases, &place.needs_cue})) {
    if (key.empty()) faults.add("place", place, "has a name without a word");
    for (const auto other : owners[key])
      if (places[other].kind == place.kind && places[other].parent == place.parent)
        faults.add("place", place,
                   "shares the name \"" + key + "\" with \"" + places[other].id +
                       "\" of the same kind and parent");
    owners[key].push_back(row);
  }
}

/// Ids stand in the terms of an index, which are short.
template <class Entry>
void check_id(std::string_view noun, const Entry& entry, FaultList& faults) {
  constexpr std::size_t kMostBytes = 100;
  if (entry.id.size() > kMostBytes) faults.add(noun, entry, "has an id of more than 100 bytes");
}

void check_position(const PlaceEntry& place, FaultList& faults) {
  if (place.latitude.has_value() != place.longitude.has_value())
    faults.add("place", place, "has only one of lat and lon");
  if (place.latitude && !(*place.latitude >= -90 && *place.latitude <= 90))
    faults.add("place", place, "has a latitude outside -90..90");
  if (place.longitude && !(*place.longitude >= -180 && *place.longitude <= 180))
    faults.add("place", place, "has a longitude outside -180..180");
}

/// GeoNames' rows and divisions, each with the first place that claims it.
struct GazetteerClaims {
  std::unordered_map<long, std::size_t> ids;
  std::unordered_map<std::string_view, std::size_t> divisions;
};

/// A gazetteer row can be merged into one place only.
void check_claims(const std::vector<PlaceEntry>& places, std::size_t row, GazetteerClaims& claims,
                  FaultList& faults) {
  const auto& place = places[row];
  if (place.geonameid) {
    const auto [claim, is_new] = claims.ids.try_emplace(*place.geonameid, row);
    if (!is_new)
      faults.add("place", place, "shares its geonameid with \"" + places[claim->second].id + '"');
  }
  if (!place.admin.empty()) {
    const auto [claim, is_new] = claims.divisions.try_emplace(place.admin, row);
    if (!is_new)
      faults.add("place", place, "shares its admin code with \"" + places[claim->second].id + '"');
  }
}

void check_places(const Lexicon& lexicon, const RowsById& actor_rows, FaultList& faults) {
  const auto rows = rows_by_id(lexicon.places);
  Owners owners;
  GazetteerClaims claims;
  for (std::size_t i = 0; i < lexicon.places.size(); ++i) {
    const auto& place = lexicon.places[i];
    if (rows.at(place.id) != i) faults.add("place", place, "is there twice");
    check_id("place", place, faults);
    check_link(lexicon.places, rows, i, &PlaceEntry::parent, "place", "parent", faults);
    if (!place.seat_of.empty() && !actor_rows.contains(place.seat_of))
      faults.add("place", place, "is the seat of the unknown actor \"" + place.seat_of + "\"");
    check_position(place, faults);
    check_claims(lexicon.places, i, claims, faults);
    check_place_names(lexicon.places, i, owners, faults);
  }
}

void check_actors(const Lexicon& lexicon, const RowsById& rows, FaultList& faults) {
  Owners owners;
  NationalClaims claims;
  const auto years = first_years(lexicon.actors);
  for (std::size_t i = 0; i < lexicon.actors.size(); ++i) {
    const auto& actor = lexicon.actors[i];
    if (rows.at(actor.id) != i) faults.add("actor", actor, "is there twice");
    check_id("actor", actor, faults);
    check_parents(lexicon.actors, rows, i, years, faults);
    check_link(lexicon.actors, rows, i, &ActorEntry::successor, "actor", "successor", faults);
    if (!actor.needs_country.empty() && actor.country.empty())
      faults.add("actor", actor, "has names that need a country but no country");
    if (actor.from_year && actor.to_year && *actor.from_year > *actor.to_year)
      faults.add("actor", actor, "ends before it begins");
    check_kind(actor, faults);
    check_national(lexicon.actors, i, claims, faults);
    check_actor_names(lexicon.actors, i, owners, faults);
  }
}

}  // namespace

std::vector<std::string> faults_of(const Lexicon& lexicon) {
  FaultList faults;
  const auto actor_rows = rows_by_id(lexicon.actors);
  check_places(lexicon, actor_rows, faults);
  check_actors(lexicon, actor_rows, faults);
  return faults.take();
}

}  // namespace furat::analysis
