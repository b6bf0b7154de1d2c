#include "analysis/actors/country_evidence.hpp"

#include <algorithm>
#include <optional>

#include "analysis/places/gazetteer.hpp"

namespace furat::analysis {
namespace {

bool is_conditional(const PlaceEntry& place, const std::string& name) {
  return std::find(place.needs_cue.begin(), place.needs_cue.end(), name) != place.needs_cue.end();
}

std::vector<std::string> evident_names(const PlaceEntry& place) {
  std::vector<std::string> names{place.name};
  for (const auto* list : {&place.aliases, &place.arabic, &place.demonyms})
    names.insert(names.end(), list->begin(), list->end());
  std::erase_if(names, [&](const std::string& name) { return is_conditional(place, name); });
  return names;
}

}  // namespace

CountryNames::CountryNames(std::span<const PlaceEntry> places) : matcher_(names_of(places)) {}

NameTrieBuilder CountryNames::names_of(std::span<const PlaceEntry> places) {
  const Gazetteer gazetteer(places);
  NameTrieBuilder names;
  for (std::uint32_t row = 0; row < places.size(); ++row) {
    const auto iso = gazetteer.country(row);
    if (iso.empty()) continue;
    auto found = std::find(countries_.begin(), countries_.end(), iso);
    if (found == countries_.end()) found = countries_.emplace(found, iso);
    const auto country = static_cast<std::uint32_t>(found - countries_.begin());
    for (const auto& name : evident_names(places[row])) names.add(name, country);
  }
  return names;
}

void CountryNames::count(const TokenizedText& text, CountryCounts& counts) const {
  for (const auto& match : matcher_.matches(text))
    if (match.payloads.size() == 1) counts.add(countries_[match.payloads.front()]);
}

}  // namespace furat::analysis
