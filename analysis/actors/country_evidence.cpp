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

CountryNames::Table CountryNames::made() const {
  const Gazetteer gazetteer(places_);
  Table table;
  NameTrieBuilder names;
  for (std::uint32_t row = 0; row < places_.size(); ++row) {
    const auto iso = gazetteer.country(row);
    if (iso.empty()) continue;
    auto found = std::find(table.countries.begin(), table.countries.end(), iso);
    if (found == table.countries.end()) found = table.countries.emplace(found, iso);
    const auto country = static_cast<std::uint32_t>(found - table.countries.begin());
    for (const auto& name : evident_names(places_[row])) names.add(name, country);
  }
  table.names = names.build();
  return table;
}

const CountryNames::Table& CountryNames::table() const {
  std::call_once(once_, [this] { table_ = made(); });
  return table_;
}

void CountryNames::count(const TokenizedText& text, CountryCounts& counts) const {
  const auto& known = table();
  const NameMatcher matcher(NameTrie::view(known.names).value());
  NameMatcher::Scan scan(matcher, text, NameMatcher::Starts::at_capitals);
  for (std::size_t i = 0; i < text.size();) {
    const auto match = scan.longest_at(i);
    if (match && match->payloads.size() == 1) counts.add(known.countries[match->payloads.front()]);
    i = match ? std::size_t{match->first_token} + match->token_count : i + 1;
  }
}

}  // namespace furat::analysis
