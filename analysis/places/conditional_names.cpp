#include "analysis/places/conditional_names.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace furat::analysis {
namespace {

bool has_cue(const Gazetteer& gazetteer, const TokenizedText& text,
             const PlaceCandidate& candidate, const PlaceReading& reading) {
  if (reading.doubt == Doubt::code || inside_longer_name(text, candidate.tokens)) return false;
  if (reading.doubt == Doubt::given_name || reading.doubt == Doubt::common_word)
    return candidate.before || after_scene_preposition(text, candidate.tokens) ||
           (candidate.after && reading.doubt == Doubt::given_name);
  if (candidate.cue() || after_place_preposition(text, candidate.tokens)) return true;
  if (befallen_as_town(text, candidate.tokens)) return true;
  const auto feature = gazetteer.feature_class(reading.place);
  return feature != FeatureClass::settlement && feature != FeatureClass::other &&
         feature_word_shortly_before(text, candidate.tokens, feature);
}

/// A subject of "said" and the like is somebody, whatever the name meant before.
bool speaks(const TokenizedText& text, TokenRange name) {
  return name.past_end < text.size() && text[name.past_end].gap == Gap::space &&
         place_word(text.folded(name.past_end)).is(kAgencyVerb);
}

/// Place and last word of a name whose condition was met: what may meet it again.
using MetNames = std::vector<std::pair<std::uint32_t, std::string_view>>;

void meet_by_cue(const Gazetteer& gazetteer, const TokenizedText& text, PlaceCandidates& passage,
                 MetNames& met) {
  for (auto& candidate : passage) {
    for (auto& reading : candidate.readings) {
      if (reading.condition != CueCondition::open) continue;
      if (!has_cue(gazetteer, text, candidate, reading)) continue;
      reading.condition = CueCondition::met_by_cue;
      met.emplace_back(reading.place, text.folded(candidate.tokens.past_end - 1));
    }
  }
}

/// A town of the same country that needs no cue itself.
bool is_company(const PlaceNames& names, const PlaceCandidate& candidate, std::uint32_t place) {
  return std::any_of(
      candidate.readings.begin(), candidate.readings.end(), [&](const PlaceReading& reading) {
        const bool sure = reading.condition == CueCondition::none && !reading.demonym;
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
      if (reading.condition != CueCondition::open) continue;
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
      const std::pair name{reading.place, text.folded(candidate.tokens.past_end - 1)};
      if (std::find(met.begin(), met.end(), name) != met.end() &&
          !inside_longer_name(text, candidate.tokens) && !speaks(text, candidate.tokens))
        reading.condition = CueCondition::met_by_one_sense;
    }
  }
}

void drop_open(PlaceCandidates& passage) {
  for (auto& candidate : passage)
    std::erase_if(candidate.readings, [](const PlaceReading& reading) {
      return reading.condition == CueCondition::open;
    });
  std::erase_if(passage,
                [](const PlaceCandidate& candidate) { return candidate.readings.empty(); });
}

}  // namespace

void drop_names_without_cue(const Gazetteer& gazetteer, const PlaceNames& names,
                            std::span<const TokenizedText> texts,
                            std::span<PlaceCandidates> passages) {
  MetNames met;
  for (std::size_t p = 0; p < passages.size(); ++p) {
    meet_by_cue(gazetteer, texts[p], passages[p], met);
    meet_by_company(names, texts[p], passages[p]);
  }
  for (std::size_t p = 0; p < passages.size(); ++p) {
    if (!met.empty()) meet_by_one_sense(texts[p], passages[p], met);
    drop_open(passages[p]);
  }
}

}  // namespace furat::analysis
