// The words of a name as it is written, and what kind of word each is: a title, "son of", Abd, Abu.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

struct NameWord {
  std::string text;            ///< as written
  std::string folded;          ///< fold_name() of it, never empty
  bool comma = false;          ///< stands behind it
  bool after_article = false;  ///< "al-Libi"
};

/// Words are cut at white space, hyphens, commas and brackets; the first sixteen. Any bytes.
[[nodiscard]] std::vector<NameWord> name_words(std::string_view name);

// What a folded word is, in Latin or Arabic letters.

/// "Sheikh", "Mullah", "Haji", "Dr": before the name of a person, or behind it.
[[nodiscard]] bool is_title(std::string_view folded);
/// "bin", "ibn", "bint", "ould".
[[nodiscard]] bool is_filiation(std::string_view folded);
/// "al", "ur", "ul", "e": joins two words of a name.
[[nodiscard]] bool is_joiner(std::string_view folded);
/// "Abd" and "Abdul", before a name of God.
[[nodiscard]] bool is_servant(std::string_view folded);
/// "Abu" and "Umm", before the name of a child.
[[nodiscard]] bool is_kunya(std::string_view folded);
/// "Allah", "ullah", "al-Din": written as a word or as the end of the word before.
[[nodiscard]] bool ends_compound(std::string_view folded);
/// Arabic for group, movement, front, organisation, brigade, army, party: what names of bodies
/// begin with.
[[nodiscard]] bool is_body_word(std::string_view folded);
/// "Mohd", "Muh".
[[nodiscard]] bool is_short_for_muhammad(std::string_view folded);

/// What stands behind Abd in "Abdurrahman" and "Abdelaziz", or behind Abu in "Abubakar"; empty if
/// the word does not begin so. "Allah" whatever of it is written. Points into `folded` or to a
/// constant.
[[nodiscard]] std::string_view behind_servant(std::string_view folded);
[[nodiscard]] std::string_view behind_kunya(std::string_view folded);

}  // namespace furat::analysis
