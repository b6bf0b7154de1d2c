// The common words that tell who acts: nouns of forces and offices, heads of the names of bodies,
// titles and parts of persons' names.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::analysis {

/// Bodies and offices that every state has. Named by a country's adjective and a noun: "Turkish
/// troops", "the Danish foreign ministry", "Iraqis".
enum class NationalBody : std::uint8_t {
  none,
  government,
  armed_forces,
  army,
  air_force,
  navy,
  police,
  intelligence,
  parliament,
  people,
  president,
  prime_minister,
  monarch,
  foreign_ministry,
  defence_ministry,
  interior_ministry,
  foreign_minister,
  defence_minister,
  interior_minister,
  fighters,
};

/// Classes of a word; one word can be of several.
enum ActorWordClass : std::uint32_t {
  kForceModifier = 1U << 0,   ///< may stand between a nation and its noun: "special", "senior"
  kMembers = 1U << 1,         ///< behind a group's name those who are of it: "fighters", "units"
  kBodyHead = 1U << 2,        ///< ends the name of a body: "Brigade", "Council", "Party"
  kMilitaryHead = 1U << 3,    ///< of a body with arms, with kBodyHead or kArabicHead
  kArabicHead = 1U << 4,      ///< begins the name of a body: "Liwa", "Jaysh"
  kRank = 1U << 5,            ///< before a person's name: "Colonel", "Dr"
  kOffice = 1U << 6,          ///< likewise, and alone with a capital: "Minister", "Secretary"
  kOfficeModifier = 1U << 7,  ///< part of such a title: "Deputy", "Foreign"
  kKunya = 1U << 8,           ///< "Abu", "Umm"
  kNameParticle = 1U << 9,    ///< inside a person's name: "bin", "van"
  kArabicGivenName = 1U << 10,
  kStateHead = 1U << 11,    ///< with kBodyHead: of a state: "Ministry", "Embassy"
  kMediaHead = 1U << 12,    ///< with kBodyHead: "Times", "TV"
  kOrdinal = 1U << 13,      ///< "First", "Second"
  kPersonNoun = 1U << 14,   ///< before or behind a person's name: "activist", "commander"
  kNotLookedUp = 1U << 31,  ///< of no word: for those who remember what they looked up
};

struct ActorWord {
  std::uint32_t classes = 0;
  NationalBody body = NationalBody::none;  ///< as a noun behind a nation's adjective
  [[nodiscard]] bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

/// What is known of a folded word; empty for all others. Any thread.
[[nodiscard]] ActorWord actor_word(std::string_view folded);

/// As the lexicon writes it (kNationalBodies): "armed_forces".
[[nodiscard]] std::string_view name_of(NationalBody body);

/// How it is called in a list: "Armed forces".
[[nodiscard]] std::string_view label_of(NationalBody body);

/// The kind of actor it is: "state_forces".
[[nodiscard]] std::string_view kind_of(NationalBody body);

}  // namespace furat::analysis
