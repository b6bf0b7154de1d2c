// The words that matter around acronyms and what they stand for.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::analysis {

/// Classes of a word; one word can be of several.
enum AcronymWordClass : std::uint8_t {
  kLink = 1U << 0,          ///< gives an acronym no letter: "of", "and", "de"
  kBody = 1U << 1,          ///< names a body by what it is: "Forces", "Party", "Liwa"
  kGroupNoun = 1U << 2,     ///< may stand between name and acronym: "group", "militants"
  kIntroduction = 1U << 3,  ///< leads to another name: "or", "also", "known", "as"
  kNaming = 1U << 4,        ///< the word of them that says so: "known", "called", "acronym"
  kNoAcronym = 1U << 5,     ///< stands in brackets for itself: sources, zones, currencies
  kOwnerNoun = 1U << 6,     ///< its genitive is part of a name: "People's", "Workers'"
  kDayOrMonth = 1U << 7,
};

/// The classes of a folded word, 0 for all others. Any thread.
[[nodiscard]] std::uint8_t acronym_word(std::string_view folded);

}  // namespace furat::analysis
