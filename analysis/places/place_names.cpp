#include "analysis/places/place_names.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "analysis/places/place_cues.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

/// How a name stands in the data. The article counts: "al-Bab" is a town, "Bab" alone needs a cue.
enum NameSort : std::uint32_t { plain = 0, articled, plain_cue, articled_cue, demonym, kSorts };

std::uint32_t payload_of(std::uint32_t place, std::uint32_t sort) { return place * kSorts + sort; }

bool has_article(const TokenizedText& text, std::size_t first, std::size_t count) {
  return count > 1 && is_article(text.folded(first)) && text.folded(first) != "us";
}

bool written_with_article(std::string_view name) {
  const auto tokens = tokenize(name);
  return tokens.size() > 0 && has_article(tokens, 0, tokens.size());
}

/// The sorts of one place that a matched name has, as bits.
struct SortSet {
  std::uint32_t bits = 0;
  [[nodiscard]] bool has(NameSort sort) const { return (bits >> sort & 1U) != 0; }

  [[nodiscard]] bool needs_cue(bool with_article) const {
    if (with_article) return has(articled_cue) || (!has(articled) && has(plain_cue));
    return has(plain_cue) || (has(articled_cue) && !has(plain));
  }
};

/// A governorate's names without the word for what it is: "Homs" of "Homs Governorate".
std::string bare_governorate_name(std::string_view name) {
  const auto tokens = tokenize(name);
  std::string bare;
  for (const auto& token : tokens.tokens()) {
    const auto word = tokens.folded(token);
    if (place_word(word).feature == FeatureClass::governorate || word == "of" || word == "rural")
      continue;
    if (bare.empty() && is_article(word)) continue;
    if (!bare.empty()) bare += ' ';
    bare += word;
  }
  return bare;
}

std::unordered_set<std::string> bare_names(const PlaceEntry& place) {
  std::unordered_set<std::string> names{bare_governorate_name(place.name)};
  for (const auto& alias : place.aliases) names.insert(bare_governorate_name(alias));
  return names;
}

bool share_a_name(const std::unordered_set<std::string>& left, const PlaceEntry& right) {
  const auto known = [&](const std::string& name) {
    return left.contains(bare_governorate_name(name));
  };
  return known(right.name) || std::any_of(right.aliases.begin(), right.aliases.end(), known);
}

/// An acronym in running text is a place's name only if the place has it in capitals too: "FAO"
/// is not the town of Fao, which a line in capitals may well mean.
bool is_foreign_acronym(const TokenizedText& text, const NameMatcher::Match& match,
                        const PlaceEntry& place) {
  const TokenRange name{match.first_token, match.first_token + match.token_count};
  if (!is_acronym(text, name) || text[name.first].gap == Gap::none) return false;
  const auto in_capitals = [&](const std::string& known) {
    const auto tokens = tokenize(known);
    return tokens.size() == 1 && tokens[0].all_upper;
  };
  if (in_capitals(place.name)) return false;
  for (const auto* names : {&place.aliases, &place.needs_cue})
    if (std::any_of(names->begin(), names->end(), in_capitals)) return false;
  return !in_line_of_capitals(text, name.first);
}

}  // namespace

PlaceNames::PlaceNames(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
  const auto places = gazetteer.places();
  classes_.reserve(places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    classes_.push_back(feature_class_of_kind(places[i].kind));
    add_names_of(i);
  }
  link_namesakes();
}

void PlaceNames::add_names_of(std::uint32_t place) {
  const auto& entry = gazetteer_.places()[place];
  const auto add = [&](std::string_view name, NameSort plain_sort, NameSort articled_sort) {
    const auto sort = written_with_article(name) ? articled_sort : plain_sort;
    matcher_.add(name, payload_of(place, sort));
  };
  add(entry.name, plain, articled);
  for (const auto& name : entry.aliases) add(name, plain, articled);
  for (const auto& name : entry.arabic) add(name, plain, articled);
  for (const auto& name : entry.needs_cue) add(name, plain_cue, articled_cue);
  for (const auto& name : entry.demonyms) matcher_.add(name, payload_of(place, demonym));
}

void PlaceNames::link_namesakes() {
  const auto places = gazetteer_.places();
  namesakes_.resize(places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) namesakes_[i] = i;
  for (std::uint32_t region = 0; region < places.size(); ++region) {
    if (classes_[region] != FeatureClass::governorate) continue;
    const auto names = bare_names(places[region]);
    for (std::uint32_t town = 0; town < places.size(); ++town) {
      if (classes_[town] != FeatureClass::settlement || !share_a_name(names, places[town]))
        continue;
      const auto above = gazetteer_.ancestors(town);
      if (std::find(above.begin(), above.end(), region) == above.end()) continue;
      namesakes_[town] = region;
      namesakes_[region] = town;
    }
  }
}

std::optional<std::uint32_t> PlaceNames::namesake(std::uint32_t place) const {
  return namesakes_[place] == place ? std::nullopt : std::optional(namesakes_[place]);
}

bool PlaceNames::are_neighbours(std::uint32_t one, std::uint32_t other) const {
  const auto is_town = [&](std::uint32_t place) {
    return classes_[place] == FeatureClass::settlement;
  };
  return one != other && is_town(one) && is_town(other) &&
         gazetteer_.country(one) == gazetteer_.country(other);
}

std::vector<PlaceReading> PlaceNames::readings(const TokenizedText& text,
                                               const NameMatcher::Match& match) const {
  const bool with_article = has_article(text, match.first_token, match.token_count);
  std::vector<PlaceReading> names;
  std::vector<PlaceReading> demonyms;
  for (std::size_t i = 0; i < match.payloads.size();) {
    const auto place = match.payloads[i] / kSorts;
    SortSet sorts;
    for (; i < match.payloads.size() && match.payloads[i] / kSorts == place; ++i)
      sorts.bits |= 1U << match.payloads[i] % kSorts;
    if (is_foreign_acronym(text, match, gazetteer_.places()[place])) continue;
    if (sorts.bits == 1U << demonym)
      demonyms.push_back({place, true, CueCondition::none});
    else
      names.push_back(
          {place, false, sorts.needs_cue(with_article) ? CueCondition::open : CueCondition::none});
  }
  return names.empty() ? demonyms : names;
}

}  // namespace furat::analysis
