#include "analysis/actors/nations.hpp"

#include <algorithm>

namespace furat::analysis {

Nations::Nations(std::span<const PlaceEntry> places) : matcher_(names_of(places, nations_)) {}

NameTrieBuilder Nations::names_of(std::span<const PlaceEntry> places,
                                  std::vector<Nation>& nations) {
  NameTrieBuilder names;
  for (const auto& place : places) {
    if (place.iso.empty()) continue;
    const auto payload = static_cast<std::uint32_t>(2 * nations.size());
    nations.push_back({place.iso, place.name});
    names.add(place.name, payload);
    for (const auto& alias : place.aliases) names.add(alias, payload);
    for (const auto& demonym : place.demonyms) names.add(demonym, payload + 1);
  }
  return names;
}

std::vector<NationName> Nations::names_in(const TokenizedText& text) const {
  std::vector<NationName> names;
  NameMatcher::Scan scan(matcher_, text, NameMatcher::Starts::at_capitals);
  for (std::size_t i = 0; i < text.size();) {
    const auto match = scan.longest_at(i);
    if (!match) {
      ++i;
      continue;
    }
    const auto payload = match->payloads.back();  // an adjective, where it is one too
    const auto first = static_cast<std::size_t>(match->first_token);
    names.push_back(
        {{first, first + match->token_count}, nations_[payload / 2].iso, payload % 2 == 1});
    i = first + match->token_count;
  }
  return names;
}

std::string_view Nations::name_of(std::string_view iso) const {
  const auto found = std::find_if(nations_.begin(), nations_.end(),
                                  [&](const Nation& nation) { return nation.iso == iso; });
  return found == nations_.end() ? std::string_view() : std::string_view(found->name);
}

}  // namespace furat::analysis
