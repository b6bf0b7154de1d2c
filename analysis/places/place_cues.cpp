#include "analysis/places/place_cues.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

PlaceWord word_at(const TokenizedText& text, std::size_t i) { return place_word(text.folded(i)); }

/// "Gen. X": a full stop and blanks stand between token i - 1 and token i.
bool only_stop_before(const TokenizedText& text, std::size_t i) {
  const auto begin = text[i - 1].span.end;
  const auto between = text.text().substr(begin, text[i].span.begin - begin);
  return between.starts_with(". ") && between.find_first_not_of(" .\n") == std::string_view::npos;
}

/// Steps back over "the" and direction words: from "X" to "in" of "in the eastern X".
std::size_t before_modifiers(const TokenizedText& text, std::size_t i) {
  while (i > 0 && follows_closely(text, i) && word_at(text, i - 1).is(kArticle | kDirection)) --i;
  return i;
}

std::string_view line_around(const TokenizedText& text, std::size_t i) {
  constexpr std::size_t kFar = 512;  // bytes: no line that matters is longer
  const auto from = text[i].span.begin < kFar ? 0 : text[i].span.begin - kFar;
  const auto near = text.text().substr(from, text[i].span.end - from + kFar);
  const auto before = near.rfind('\n', text[i].span.begin - from);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  const auto end = std::min(near.find('\n', text[i].span.end - from), near.size());
  return near.substr(begin, end - begin);
}

struct LineCase {
  std::size_t words = 0;  ///< of four letters and more
  std::size_t capitalised = 0;
  std::size_t in_capitals = 0;
};

LineCase case_of_line(const TokenizedText& text, std::size_t i) {
  const auto line = line_around(text, i);
  const auto begin = static_cast<std::size_t>(line.data() - text.text().data());
  const auto in_line = [&](const Token& token) {
    return token.span.begin >= begin && token.span.end <= begin + line.size();
  };
  auto first = i;
  while (first > 0 && in_line(text[first - 1])) --first;
  LineCase result;
  for (; first < text.size() && in_line(text[first]); ++first) {
    const auto& token = text[first];
    if (token.folded_size < 4 || token.has_digit || token.arabic) continue;
    ++result.words;
    if (token.upper_initial) ++result.capitalised;
    if (token.all_upper) ++result.in_capitals;
  }
  return result;
}

/// A capitalised word that says nothing about places: perhaps a part of somebody's name.
bool may_be_name_part(const TokenizedText& text, std::size_t i) {
  const auto word = word_at(text, i);
  return text[i].upper_initial && !text[i].all_upper && word.feature == FeatureClass::none &&
         (word.classes & ~kTitle) == 0;
}

}  // namespace

bool follows_closely(const TokenizedText& text, std::size_t i) {
  return i < text.size() && (text[i].gap == Gap::space || text[i].gap == Gap::hyphen);
}

std::string_view written_name(const TokenizedText& text, TokenRange name) {
  const auto begin = text[name.first].span.begin;
  return text.text().substr(begin, text[name.past_end - 1].span.end - begin);
}

bool only_comma_between(const TokenizedText& text, TokenRange left, TokenRange right) {
  if (left.past_end != right.first) return false;
  const auto begin = text[left.past_end - 1].span.end;
  const auto between = text.text().substr(begin, text[right.first].span.begin - begin);
  return between.starts_with(',') && between.find_first_not_of(" \n", 1) == std::string_view::npos;
}

std::string folded_name(const TokenizedText& text, TokenRange name) {
  std::string folded;
  for (auto i = name.first; i < name.past_end; ++i) {
    if (!folded.empty()) folded += ' ';
    folded += text.folded(i);
  }
  return folded;
}

bool in_capitalised_line(const TokenizedText& text, std::size_t i) {
  constexpr std::size_t kFewestWords = 4;
  // A paragraph is no heading: nothing is counted in it.
  constexpr std::size_t kLongestHeading = 240;
  if (line_around(text, i).size() > kLongestHeading) return false;
  const auto end = line_around(text, i).find_last_not_of(" \r");
  if (end != std::string_view::npos && line_around(text, i)[end] == '.') return false;
  const auto line = case_of_line(text, i);
  return line.words >= kFewestWords && 10 * line.capitalised >= 8 * line.words;
}

bool in_line_of_capitals(const TokenizedText& text, std::size_t i) {
  const auto line = case_of_line(text, i);
  return line.words >= 1 && line.in_capitals == line.words;
}

namespace {

/// "state media", "state-run": of the state, not a state.
bool is_of_the_state(const TokenizedText& text, std::size_t state) {
  constexpr std::string_view kOfTheState[] = {
      "media", "tv",       "television", "news", "radio",      "department",  "agency", "run",
      "owned", "security", "university", "oil",  "television", "broadcaster", "visit",  "of"};
  return follows_closely(text, state + 1) &&
         std::find(std::begin(kOfTheState), std::end(kOfTheState), text.folded(state + 1)) !=
             std::end(kOfTheState);
}

}  // namespace

FeatureCue feature_before(const TokenizedText& text, TokenRange name) {
  auto i = before_modifiers(text, name.first);
  if (i == 0 || !follows_closely(text, i)) return {};
  const bool with_of = text.folded(i - 1) == "of";
  // "the airport in the X": only "of" carries a feature over an article.
  if (!with_of && (i != name.first || text[i].gap == Gap::hyphen)) return {};
  if (with_of && (--i == 0 || !follows_closely(text, i))) return {};
  const auto word = word_at(text, i - 1);
  // "town X", but not "its countryside, X"; Arabic has no word for "of".
  const bool apposed = !with_of && !text[i].arabic;
  if (apposed && word.feature == FeatureClass::governorate) return {};
  return {word.feature, word.is(kPlural)};
}

FeatureCue feature_after(const TokenizedText& text, TokenRange name) {
  auto i = name.past_end;
  while (follows_closely(text, i) && word_at(text, i).is(kDirection | kFieldModifier)) ++i;
  if (!follows_closely(text, i)) return {};
  const auto word = word_at(text, i);
  if (text.folded(i) == "state" && i == name.past_end && !is_of_the_state(text, i))
    return {FeatureClass::governorate, false};
  return {word.feature, word.is(kPlural)};
}

bool after_place_preposition(const TokenizedText& text, TokenRange name) {
  const auto i = before_modifiers(text, name.first);
  if (i == 0 || !follows_closely(text, i)) return false;
  if (word_at(text, i - 1).is(kPreposition)) return true;
  if (text.folded(i - 1) != "of" || i < 2 || !follows_closely(text, i - 1)) return false;
  const auto governing = word_at(text, i - 2);
  return governing.is(kLocativeNoun) || governing.feature != FeatureClass::none;
}

bool after_scene_preposition(const TokenizedText& text, TokenRange name) {
  const auto i = before_modifiers(text, name.first);
  if (i == 0 || !follows_closely(text, i)) return false;
  const auto word = text.folded(i - 1);
  return word == "in" || word == "near" || word == "outside" || word == "throughout";
}

bool is_eponym(const TokenizedText& text, TokenRange name) {
  return follows_closely(text, name.past_end) && word_at(text, name.past_end).is(kEponymNoun);
}

bool ends_name_of_body(const TokenizedText& text, TokenRange name) {
  auto i = name.first;
  while (i > 0 && follows_closely(text, i) && word_at(text, i - 1).is(kDirection)) --i;
  if (i < 2 || !follows_closely(text, i) || !follows_closely(text, i - 1)) return false;
  if (text.folded(i - 1) != "of" || !text[i - 2].upper_initial) return false;
  return word_at(text, i - 2).is(kOrganisationNoun | kFacilityNoun);
}

bool is_part_of_person(const TokenizedText& text, TokenRange name) {
  if (name.first > 0 && follows_closely(text, name.first) && !text[name.first - 1].possessive) {
    const auto& before = text[name.first - 1];
    if (before.upper_initial && !before.all_upper && is_given_name(text.folded(before)) &&
        !is_english_word(text.folded(before)))
      return true;
  }
  const auto next = name.past_end;
  if (!follows_closely(text, next) || text[name.past_end - 1].possessive) return false;
  const auto& after = text[next];
  if (!after.upper_initial || after.all_upper || after.has_digit) return false;
  return is_given_name(text.folded(after)) && word_at(text, next).classes == 0 &&
         word_at(text, next).feature == FeatureClass::none;
}

bool begins_person(const TokenizedText& text, TokenRange name) {
  const auto next = name.past_end;
  if (!is_given_name(text.folded(name.first)) || !follows_closely(text, next)) return false;
  if (text[name.past_end - 1].possessive || text[next].all_upper || text[next].has_digit)
    return false;
  const auto word = text.folded(next);
  return may_be_name_part(text, next) && word_at(text, next).classes == 0 &&
         !is_english_word(word) && !is_stop_word(word) && !in_capitalised_line(text, next);
}

bool after_title(const TokenizedText& text, TokenRange name) {
  if (name.first == 0) return false;
  const auto& before = text[name.first - 1];
  if (!word_at(text, name.first - 1).is(kTitle)) return false;
  if (!before.upper_initial) return false;
  const auto gap = text[name.first].gap;
  return gap == Gap::space || gap == Gap::hyphen || only_stop_before(text, name.first);
}

bool inside_longer_name(const TokenizedText& text, TokenRange name) {
  auto next = name.past_end;
  const auto joined = [&](std::size_t i) { return i < text.size() && text[i].gap == Gap::space; };
  if (joined(next) && next + 1 < text.size() && is_article(text.folded(next)) &&
      text[next + 1].gap == Gap::hyphen)
    ++next;  // "Omar al-Bashir"
  const bool after = follows_closely(text, next) && joined(name.past_end) &&
                     may_be_name_part(text, next) && !word_at(text, next).is(kTitle);
  const bool before =
      name.first > 0 && follows_closely(text, name.first) && may_be_name_part(text, name.first - 1);
  return (after || before) && !in_capitalised_line(text, name.first);
}

bool feature_word_shortly_before(const TokenizedText& text, TokenRange name, FeatureClass feature) {
  constexpr std::size_t kWords = 8;
  for (std::size_t i = name.first; i > 0 && name.first - i < kWords; --i) {
    const auto begin = text[i - 1].span.end;
    const auto between = text.text().substr(begin, text[i].span.begin - begin);
    if (between.find_first_of(".!?;") != std::string_view::npos) return false;
    if (word_at(text, i - 1).feature == feature) return true;
  }
  return false;
}

bool is_plain_direction(const TokenizedText& text, TokenRange name) {
  if (name.past_end - name.first != 2 || !word_at(text, name.first).is(kDirection)) return false;
  const auto& noun = text[name.first + 1];
  return !noun.upper_initial && !noun.arabic && !noun.has_digit;
}

bool befallen_as_town(const TokenizedText& text, TokenRange name) {
  constexpr std::size_t kMostAuxiliaries = 3;
  auto i = name.past_end;
  const auto joined = [&] { return i < text.size() && text[i].gap == Gap::space; };
  if (joined() && text.folded(i) == "fell" && i + 1 < text.size())
    return text[i + 1].gap == Gap::space &&
           (text.folded(i + 1) == "on" || text.folded(i + 1) == "to");
  std::uint32_t auxiliaries = 0;
  for (std::size_t k = 0; k < kMostAuxiliaries && joined() && word_at(text, i).is(kAuxiliary); ++k)
    auxiliaries |= word_at(text, i++).classes;
  return (auxiliaries & kBe) != 0 && joined() && word_at(text, i).is(kFallVerb);
}

bool is_acronym(const TokenizedText& text, TokenRange name) {
  constexpr std::size_t kShort = 3;
  const auto& token = text[name.first];
  return name.past_end - name.first == 1 && token.all_upper && token.folded_size <= kShort;
}

bool ends_longer_name(const TokenizedText& text, TokenRange name) {
  if (name.first == 0 || text[name.first].gap != Gap::space) return false;
  const auto before = name.first - 1;
  const auto& token = text[before];
  if (!token.upper_initial || token.all_upper || token.possessive) return false;
  if (word_at(text, before).is(kNameOpening)) return !is_acronym(text, name);
  const bool articled = name.past_end - name.first > 1 && is_article(text.folded(name.first));
  const bool mid_sentence = token.gap == Gap::space || token.gap == Gap::hyphen;
  return articled && mid_sentence && may_be_name_part(text, before) &&
         !is_stop_word(text.folded(before)) && !in_capitalised_line(text, name.first);
}

bool begins_name_of_body(const TokenizedText& text, TokenRange name) {
  if (text[name.past_end - 1].possessive) return false;
  auto i = name.past_end;
  const auto capitalised = [&] {
    return i < text.size() && text[i].gap == Gap::space && text[i].upper_initial;
  };
  while (capitalised() && word_at(text, i).is(kBodyAdjective)) ++i;
  if (!capitalised() || in_capitalised_line(text, name.first)) return false;
  const auto head = word_at(text, i);
  return head.is(kOrganisationNoun) ||
         (head.is(kFacilityNoun) && !after_place_preposition(text, name));
}

bool is_currency(const TokenizedText& text, TokenRange name) {
  const auto span = text[name.past_end - 1].span;
  const auto begin = text[name.first].span.begin;
  return text.text().substr(span.end, 1) == "$" || (begin > 0 && text.text()[begin - 1] == '$');
}

bool is_pronoun_in_capitals(const TokenizedText& text, TokenRange name) {
  if (name.past_end - name.first != 1 || text.source(text[name.first]) != "US") return false;
  const bool joined = name.past_end < text.size() && text[name.past_end].gap == Gap::hyphen;
  return !joined && name.first > 0 && word_at(text, name.first - 1).is(kAddressVerb) &&
         in_line_of_capitals(text, name.first);
}

}  // namespace furat::analysis
