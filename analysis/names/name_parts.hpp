// A name of several words as its parts: what spellings of a long name share when some of its words
// are dropped, split, joined or put in another order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/names/name_similarity.hpp"

namespace furat::analysis {

/// One word of a name with what belongs to it: "Abd al-Rahman" and "Abdurrahman" are one part, so
/// are "Abu Omar" and "Nur al-Din".
struct NamePart {
  std::string text;      ///< without the article, Abd and Abu
  bool servant = false;  ///< begins with Abd
  bool kunya = false;    ///< begins with Abu or Umm
  bool initial = false;  ///< one letter
  bool common = false;   ///< an English word without an article, or one as "Jamaat": no name itself
  std::vector<NameSounds> sounds;  ///< its readings, at least one
};

struct NameParts {
  std::vector<NamePart> parts;   ///< at most kMaxNameParts
  std::size_t before_comma = 0;  ///< parts before a comma, 0 if there is none: "Omar, Hassan"
};

inline constexpr std::size_t kMaxNameParts = 8;

/// The parts of a name in Latin or Arabic letters, without articles, "bin" and "ould", titles,
/// "of" and "the", unless nothing else would be left. Any bytes, any thread.
[[nodiscard]] NameParts name_parts(std::string_view name);

/// K3 keys of a part (transliteration_keys.hpp): parts that are spelled alike share one.
[[nodiscard]] std::vector<std::string> part_keys(const NamePart& part);

/// How two parts compare.
struct PartAgreement {
  enum class Kind {
    different,
    alike,  ///< may be the same, badly spelled: a doubt, but no contradiction
    same
  };
  Kind kind = Kind::different;
  double similarity = 0;  ///< 0 to 1
};
[[nodiscard]] PartAgreement compare(const NamePart& a, const NamePart& b);

/// "Omari" is one of the people of Omar, "Baghdadi" one from Baghdad: of parts that are spelled
/// alike, whether just one has the ending that says so.
[[nodiscard]] bool is_named_for(const NamePart& a, const NamePart& b);

}  // namespace furat::analysis
