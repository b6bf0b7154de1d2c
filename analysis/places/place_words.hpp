// The common words that tell what kind of thing a place name near them means, or that it means
// none.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::analysis {

/// What a feature word ("province", "dam") or the kind of a gazetteer row speaks of.
enum class FeatureClass : std::uint8_t {
  none,
  country,
  governorate,
  district,
  settlement,
  quarter,
  river,
  lake,
  dam,
  field,
  base,
  crossing,
  camp,
  mountain,
  desert,
  valley,
  border,
  road,
  island,
  sea,
  other,
};

/// Classes a word belongs to beside its feature class; one word can be of several.
enum PlaceWordClass : std::uint32_t {
  kPreposition = 1U << 0,     ///< "in", "towards"
  kLocativeNoun = 1U << 1,    ///< takes "of" and a place: "north of", "outskirts of", "capture of"
  kDirection = 1U << 2,       ///< may stand between preposition and place: "eastern"
  kTitle = 1U << 3,           ///< makes a person of the capitalised word after it
  kAgencyVerb = 1U << 4,      ///< what governments do: "said", "condemned", "wants"
  kAuxiliary = 1U << 5,       ///< may stand between a subject and its verb: "has", "never"
  kPoliticalNoun = 1U << 6,   ///< is between or with governments: "talks", "alliance"
  kRouteNoun = 1U << 7,       ///< is between towns: "road", "flights"
  kStanceNoun = 1U << 8,      ///< a government has it: "interests", "decision"
  kPressureVerb = 1U << 9,    ///< takes a government as its object: "forced", "prevented"
  kArmNoun = 1U << 10,        ///< a country's name before it is a modifier: "forces", "jets"
  kPartisanWord = 1U << 11,   ///< joined by a hyphen makes a modifier: "backed", "led"
  kFieldModifier = 1U << 12,  ///< stands between name and feature word: "oil", "international"
  kMonth = 1U << 13,
  kPlural = 1U << 14,            ///< of a feature word
  kArticle = 1U << 15,           ///< "the"
  kAddressVerb = 1U << 16,       ///< takes "us" as its object: "join", "follow"
  kModal = 1U << 17,             ///< "can", "will": with a verb of doing, of those who decide
  kHave = 1U << 18,              ///< "has" before a participle
  kBe = 1U << 19,                ///< "is", "been": what is done to a place
  kScenicVerb = 1U << 20,        ///< what happens to places: "fallen", "seen", "suffered"
  kNameOpening = 1U << 21,       ///< makes another name of the one after it: "New"
  kOrganisationNoun = 1U << 22,  ///< ends the name of a body: "Council", "Times"
  kFacilityNoun = 1U << 23,      ///< a body that is also a spot: "University"
  kBodyAdjective = 1U << 24,     ///< before such a noun: "Military"
  kAllegiance = 1U << 25,        ///< is with, to or by a government: "loyal", "supported"
  kGovernmentNoun = 1U << 26,    ///< a part of a government, or its word: "ministry", "figure"
  kFallVerb = 1U << 27,          ///< what befalls a town and no person: "recaptured", "besieged"
  kPeople = 1U << 29,            ///< peoples and faiths: "Kurdish", "Muslims"
  kPartyNoun = 1U << 30,         ///< those who take part: "nations", "members"
  kListVerb = 1U << 31,          ///< before a list of members: "include"
  kEponymNoun = 1U << 28,        ///< things named after where they were found: "virus"
};

struct PlaceWord {
  FeatureClass feature = FeatureClass::none;
  std::uint32_t classes = 0;
  [[nodiscard]] bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

/// What is known of a folded word; empty for all others. Any thread.
[[nodiscard]] PlaceWord place_word(std::string_view folded);

/// Rivers, lakes, mountains, islands ...: what nobody has built or drawn.
[[nodiscard]] bool is_natural(FeatureClass feature);

/// The class of a gazetteer row by its kind ("oil_field" is a field).
[[nodiscard]] FeatureClass feature_class_of_kind(std::string_view kind);

}  // namespace furat::analysis
