// What the words around a place name say: a feature, a place preposition, a person.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/places/place_words.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Tokens [first, past_end) of a text that may be a place name.
struct TokenRange {
  std::size_t first = 0;
  std::size_t past_end = 0;
};

/// Only a blank or a hyphen stands before token `i`, which may be past the end.
[[nodiscard]] bool follows_closely(const TokenizedText& text, std::size_t i);

/// The text from the first to the last token of a name, as written.
[[nodiscard]] std::string_view written_name(const TokenizedText& text, TokenRange name);

/// Only a comma stands between two names: "X, Y".
[[nodiscard]] bool only_comma_between(const TokenizedText& text, TokenRange left, TokenRange right);

/// The folded words of a name, joined by spaces.
[[nodiscard]] std::string folded_name(const TokenizedText& text, TokenRange name);

/// A feature word beside the name ("province of X", "X oil fields").
struct FeatureCue {
  FeatureClass feature = FeatureClass::none;
  bool plural = false;  ///< "provinces of X and Y": it speaks of both
  explicit operator bool() const { return feature != FeatureClass::none; }
};

[[nodiscard]] FeatureCue feature_before(const TokenizedText& text, TokenRange name);
[[nodiscard]] FeatureCue feature_after(const TokenizedText& text, TokenRange name);

/// "in X", "towards eastern X", "north of X", "the outskirts of X".
[[nodiscard]] bool after_place_preposition(const TokenizedText& text, TokenRange name);

/// "in X", "near northern X": a preposition that persons and things seldom have.
[[nodiscard]] bool after_scene_preposition(const TokenizedText& text, TokenRange name);

/// "Marburg virus".
[[nodiscard]] bool is_eponym(const TokenizedText& text, TokenRange name);

/// "University of X", "the Bank of X": the end of a body's name.
[[nodiscard]] bool ends_name_of_body(const TokenizedText& text, TokenRange name);

/// "Bo Ryan", "David Paterson": a first name or surname joins the name.
[[nodiscard]] bool is_part_of_person(const TokenizedText& text, TokenRange name);

/// "Jordan Spieth": a first name before a capitalised word that is no English one.
[[nodiscard]] bool begins_person(const TokenizedText& text, TokenRange name);

/// "General X", "Mr. X", "Abu X".
[[nodiscard]] bool after_title(const TokenizedText& text, TokenRange name);

/// A capitalised word that is no cue joins the name on either side, as in a person's full name.
/// Tells nothing in a line where every word has its capital.
[[nodiscard]] bool inside_longer_name(const TokenizedText& text, TokenRange name);

/// A word of class `feature` among the few words before, in the same sentence.
[[nodiscard]] bool feature_word_shortly_before(const TokenizedText& text, TokenRange name,
                                               FeatureClass feature);

/// Nearly every longer word of the line has its capital, and no full stop ends it: a heading,
/// where capitals tell nothing.
[[nodiscard]] bool in_capitalised_line(const TokenizedText& text, std::size_t i);

/// Every longer word of the line is in capitals.
[[nodiscard]] bool in_line_of_capitals(const TokenizedText& text, std::size_t i);

/// "West bank positions": a direction and a common noun at the start of a sentence.
[[nodiscard]] bool is_plain_direction(const TokenizedText& text, TokenRange name);

/// What only befalls towns is said of it: "was recaptured", "fell on".
[[nodiscard]] bool befallen_as_town(const TokenizedText& text, TokenRange name);

/// "FAO", "US": one short word in capitals.
[[nodiscard]] bool is_acronym(const TokenizedText& text, TokenRange name);

/// "New X", "the Ta'ifa al-X": a capitalised word before makes it another name; without an article
/// only the likes of "New" do, for lists lose their commas. Tells nothing at the start of a
/// sentence and where every word has its capital.
[[nodiscard]] bool ends_longer_name(const TokenizedText& text, TokenRange name);

/// "X Military Council", "the X Times": a body that no lexicon knows. A facility after a place
/// preposition ("at X University") is a spot and not meant.
[[nodiscard]] bool begins_name_of_body(const TokenizedText& text, TokenRange name);

/// "US$", "$US".
[[nodiscard]] bool is_currency(const TokenizedText& text, TokenRange name);

/// "Follow US": the pronoun in a line of capitals.
[[nodiscard]] bool is_pronoun_in_capitals(const TokenizedText& text, TokenRange name);

}  // namespace furat::analysis
