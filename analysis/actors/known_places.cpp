#include "analysis/actors/known_places.hpp"

#include "analysis/places/place_names.hpp"

namespace furat::analysis {
namespace {

NameTrie lexicon_names(const Gazetteer& gazetteer, std::vector<std::uint32_t>& image) {
  if (!gazetteer.lexicon_names().empty()) return gazetteer.lexicon_names();
  image = names_of_places(gazetteer.lexicon()).build();
  return NameTrie::view(image).value_or(NameTrie());
}

bool covers(const NameMatcher& matcher, const TokenizedText& text, TokenRange words) {
  const auto match = matcher.longest_at(text, words.first);
  return match && match->first_token + match->token_count >= words.past_end;
}

}  // namespace

KnownPlaces::KnownPlaces(const Gazetteer& gazetteer)
    : lexicon_(lexicon_names(gazetteer, image_)), world_(gazetteer.world().trie()) {}

bool KnownPlaces::is_well_known(const TokenizedText& text, TokenRange words) const {
  return covers(lexicon_, text, words);
}

bool KnownPlaces::is_name(const TokenizedText& text, TokenRange words) const {
  return covers(lexicon_, text, words) || covers(world_, text, words);
}

}  // namespace furat::analysis
