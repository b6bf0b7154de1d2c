#include "analysis/places/conditional_names.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/places/certain_areas.hpp"

namespace furat::analysis {
namespace {

/// "Islington Bay": the feature word with its capital makes another name of it.
bool begins_natural_name(const TokenizedText& text, const PlaceCandidate& candidate) {
  const auto next = candidate.tokens.past_end;
  return is_natural(candidate.after.feature) && next < text.size() &&
         text[next].gap == Gap::space && text[next].upper_initial &&
         !in_capitalised_line(text, next);
}

/// "the town of X": with "of" the feature word speaks of nothing else; "Town Hall" is no town.
bool is_named_by_feature(const TokenizedText& text, const PlaceCandidate& candidate) {
  return candidate.before && text.folded(candidate.tokens.first - 1) == "of";
}

/// "the Taliban" is no town, "the Taliban district" may be.
bool has_definite_article(const TokenizedText& text, const PlaceCandidate& candidate) {
  const auto first = candidate.tokens.first;
  return first > 0 && text[first].gap == Gap::space && text.folded(first - 1) == "the" &&
         !candidate.after;
}

/// A cue that a person or a common word has not.
bool has_strong_cue(const TokenizedText& text, const PlaceCandidate& candidate) {
  return is_named_by_feature(text, candidate) || after_scene_preposition(text, candidate.tokens);
}

bool has_cue_of_place(const Gazetteer& gazetteer, const TokenizedText& text,
                      const PlaceCandidate& candidate, std::uint32_t place) {
  if (candidate.cue() || after_place_preposition(text, candidate.tokens)) return true;
  if (befallen_as_town(text, candidate.tokens)) return true;
  const auto feature = gazetteer.feature_class(place);
  return feature != FeatureClass::settlement && feature != FeatureClass::other &&
         feature_word_shortly_before(text, candidate.tokens, feature);
}

/// Small places of the world are many: "from", "to" and "at" are not enough to believe in one, but
/// for the countries the article is about.
bool has_cue_of_little_known(const TokenizedText& text, const PlaceCandidate& candidate,
                             std::uint32_t place, const CertainAreas& areas) {
  if (candidate.cue() || after_scene_preposition(text, candidate.tokens) ||
      befallen_as_town(text, candidate.tokens))
    return true;
  return after_place_preposition(text, candidate.tokens) && areas.have_country_of(place);
}

/// A subject of "said" and the like is somebody, whatever the name meant before.
bool speaks(const TokenizedText& text, TokenRange name) {
  return name.past_end < text.size() && text[name.past_end].gap == Gap::space &&
         place_word(text.folded(name.past_end)).is(kAgencyVerb);
}

/// "X district", but not "Rashid bridge"
bool is_area_word(FeatureClass feature) {
  using enum FeatureClass;
  return feature == governorate || feature == district || feature == settlement ||
         feature == quarter;
}

/// A name that only the region has, and that does not act like a person.
bool is_regional_name(const TokenizedText& text, const PlaceCandidate& candidate) {
  return !speaks(text, candidate.tokens) &&
         std::all_of(candidate.readings.begin(), candidate.readings.end(),
                     [](const PlaceReading& reading) {
                       return reading.doubt == Doubt::regional || reading.doubt == Doubt::none ||
                              reading.doubt == Doubt::lexicon;
                     });
}

bool has_cue(const Gazetteer& gazetteer, const TokenizedText& text, const PlaceCandidate& candidate,
             const PlaceReading& reading, const CertainAreas& areas) {
  if (reading.doubt == Doubt::code || inside_longer_name(text, candidate.tokens)) return false;
  const auto feature = gazetteer.feature_class(reading.place);
  if (begins_natural_name(text, candidate) && feature != candidate.after.feature) return false;
  const bool town = feature == FeatureClass::settlement;
  if (town && reading.doubt != Doubt::lexicon && has_definite_article(text, candidate))
    return false;
  switch (reading.doubt) {
    case Doubt::common_word:
      return is_named_by_feature(text, candidate) ||
             (has_strong_cue(text, candidate) && areas.have_country_of(reading.place) &&
              !in_capitalised_line(text, candidate.tokens.first));
    case Doubt::given_name:
      return has_strong_cue(text, candidate) || is_area_word(candidate.after.feature);
    case Doubt::in_longer_name:
      return is_named_by_feature(text, candidate);
    case Doubt::arabic_word:
      return static_cast<bool>(candidate.before);
    case Doubt::regional:
      return has_cue_of_little_known(text, candidate, reading.place, areas) ||
             is_regional_name(text, candidate);
    case Doubt::little_known:
      if (reading.alternate && !areas.have_country_of(reading.place)) return false;
      return has_cue_of_little_known(text, candidate, reading.place, areas);
    default:
      return has_cue_of_place(gazetteer, text, candidate, reading.place);
  }
}

/// Place and last word of a name whose condition was met: what may meet it again.
using MetNames = std::set<std::pair<std::uint32_t, std::string_view>>;

void meet_by_cue(const Gazetteer& gazetteer, const TokenizedText& text, PlaceCandidates& passage,
                 const CertainAreas& areas, MetNames& met) {
  for (auto& candidate : passage) {
    for (auto& reading : candidate.readings) {
      if (reading.condition == CueCondition::open &&
          has_cue(gazetteer, text, candidate, reading, areas))
        reading.condition = CueCondition::met_by_cue;
      if (reading.condition == CueCondition::met_by_cue ||
          reading.condition == CueCondition::met_by_containment)
        met.emplace(reading.place, text.folded(candidate.tokens.past_end - 1));
    }
  }
}

/// A town of the same country that needs no cue itself.
bool is_company(const PlaceNames& names, const PlaceCandidate& candidate, std::uint32_t place) {
  return std::any_of(
      candidate.readings.begin(), candidate.readings.end(), [&](const PlaceReading& reading) {
        const bool sure = reading.condition != CueCondition::open && !reading.demonym;
        return sure && names.are_neighbours(reading.place, place);
      });
}

/// "al-Qaim, Rawa and Anah": a name in a list of towns is one.
void meet_by_company(const PlaceNames& names, const TokenizedText& text, PlaceCandidates& passage) {
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const bool before = i > 0 && passage[i - 1].coordinated_with_next;
    const bool after = i + 1 < passage.size() && passage[i].coordinated_with_next;
    if ((!before && !after) || inside_longer_name(text, passage[i].tokens)) continue;
    for (auto& reading : passage[i].readings) {
      if (reading.condition != CueCondition::open || reading.doubt == Doubt::code) continue;
      if ((before && is_company(names, passage[i - 1], reading.place)) ||
          (after && is_company(names, passage[i + 1], reading.place)))
        reading.condition = CueCondition::met_by_cue;
    }
  }
}

void meet_by_one_sense(const TokenizedText& text, PlaceCandidates& passage, const MetNames& met) {
  for (auto& candidate : passage) {
    for (auto& reading : candidate.readings) {
      if (reading.condition != CueCondition::open) continue;
      if (reading.doubt == Doubt::common_word || reading.doubt == Doubt::code) continue;
      const std::pair name{reading.place, text.folded(candidate.tokens.past_end - 1)};
      if (met.contains(name) && !inside_longer_name(text, candidate.tokens) &&
          !speaks(text, candidate.tokens))
        reading.condition = CueCondition::met_by_one_sense;
    }
  }
}

void drop_open(PlaceCandidates& passage, std::vector<TokenRange>& dropped) {
  for (auto& candidate : passage) {
    std::erase_if(candidate.readings, [](const PlaceReading& reading) {
      return reading.condition == CueCondition::open;
    });
    if (candidate.readings.empty()) dropped.push_back(candidate.tokens);
  }
  std::erase_if(passage,
                [](const PlaceCandidate& candidate) { return candidate.readings.empty(); });
}

/// Names that the article gives to persons, and the mentions of these without a cue of a place.
void drop_persons(std::span<const TokenizedText> texts, std::span<PlaceCandidates> passages,
                  std::span<std::vector<TokenRange>> dropped) {
  std::unordered_set<std::string> persons;
  for (const auto& passage : passages)
    for (const auto& candidate : passage)
      if (candidate.person) persons.insert(candidate.name);
  for (const auto& passage : passages)  // "the Omar field" beside "Amina Omar"
    for (const auto& candidate : passage)
      if (candidate.cue() && candidate.readings.front().doubt == Doubt::lexicon)
        persons.erase(candidate.name);
  for (std::size_t p = 0; p < passages.size(); ++p)
    std::erase_if(passages[p], [&](const PlaceCandidate& candidate) {
      const bool contained =
          candidate.readings.front().condition == CueCondition::met_by_containment;
      const bool person = candidate.person || (persons.contains(candidate.name) && !contained &&
                                               !has_strong_cue(texts[p], candidate));
      if (person) dropped[p].push_back(candidate.tokens);
      return person;
    });
}

/// "Dallas Texas"
bool are_joined(const TokenizedText& text, const PlaceCandidate& left,
                const PlaceCandidate& right) {
  const auto gap = text[right.tokens.first].gap;
  return left.tokens.past_end == right.tokens.first && (gap == Gap::space || gap == Gap::hyphen);
}

/// "Melbourne Cup", "Radio Pyongyang": a well-known name of the world beside another capitalised
/// word that is no place is most likely a part of another name.
void doubt_longer_names(const Gazetteer& gazetteer, const TokenizedText& text,
                        PlaceCandidates& passage) {
  for (std::size_t i = 0; i < passage.size(); ++i) {
    auto& candidate = passage[i];
    const bool beside_place =
        (i > 0 && are_joined(text, passage[i - 1], candidate)) ||
        (i + 1 < passage.size() && are_joined(text, candidate, passage[i + 1]));
    if (beside_place ||
        (!inside_longer_name(text, candidate.tokens) && !begins_natural_name(text, candidate)))
      continue;
    const auto last_word = place_word(text.folded(candidate.tokens.past_end - 1));
    if (last_word.feature != FeatureClass::none) continue;  // "Lamar County"
    for (auto& reading : candidate.readings) {
      if (reading.condition != CueCondition::none || reading.demonym) continue;
      const auto level = gazetteer.level(reading.place);
      const bool area = level == PlaceLevel::country || level == PlaceLevel::division;
      if (area || gazetteer.entry(reading.place) != nullptr) continue;
      reading.condition = CueCondition::open;
      reading.doubt = Doubt::in_longer_name;
    }
  }
}

}  // namespace

std::vector<std::vector<TokenRange>> drop_names_without_cue(const Gazetteer& gazetteer,
                                                            const PlaceNames& names,
                                                            std::span<const TokenizedText> texts,
                                                            std::span<PlaceCandidates> passages) {
  std::vector<std::vector<TokenRange>> dropped(passages.size());
  drop_persons(texts, passages, dropped);
  CertainAreas areas(gazetteer);
  for (std::size_t p = 0; p < passages.size(); ++p) {
    doubt_longer_names(gazetteer, texts[p], passages[p]);
    for (const auto& candidate : passages[p]) areas.add(candidate);
  }
  MetNames met;
  for (std::size_t p = 0; p < passages.size(); ++p) {
    meet_by_cue(gazetteer, texts[p], passages[p], areas, met);
    meet_by_company(names, texts[p], passages[p]);
  }
  for (std::size_t p = 0; p < passages.size(); ++p) {
    if (!met.empty()) meet_by_one_sense(texts[p], passages[p], met);
    drop_open(passages[p], dropped[p]);
  }
  return dropped;
}

}  // namespace furat::analysis
