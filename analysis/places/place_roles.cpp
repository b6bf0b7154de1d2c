#include "analysis/places/place_roles.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace furat::analysis {
namespace {

PlaceWord word_at(const TokenizedText& text, std::size_t i) { return place_word(text.folded(i)); }

bool begins_line(const TokenizedText& text, std::size_t i) {
  if (i == 0) return true;
  const auto begin = text[i - 1].span.end;
  return text.text().substr(begin, text[i].span.begin - begin).find('\n') != std::string_view::npos;
}

/// Offset of the dash that ends a dateline within `line`, npos if there is none.
std::size_t dash_in(std::string_view line) {
  auto first = std::string_view::npos;
  for (const std::string_view dash : {"\u2014", " \u2013 ", " - ", "--"})
    first = std::min(first, line.find(dash));
  return first;
}

bool fits_dateline(const TokenizedText& text, std::size_t i) {
  const auto& token = text[i];
  return token.upper_initial || token.has_digit || text.folded(i) == "al" ||
         word_at(text, i).is(kMonth);
}

bool is_adverb(std::string_view word) { return word.size() > 4 && word.ends_with("ly"); }

/// The verb after a subject: what the auxiliaries before it are, and where it stands.
struct VerbPhrase {
  std::uint32_t auxiliaries = 0;
  std::size_t verb = 0;  ///< the text's size if the clause ends first
};

VerbPhrase verb_phrase_at(const TokenizedText& text, std::size_t i) {
  constexpr int kMostAuxiliaries = 4;
  VerbPhrase phrase{0, text.size()};
  for (int skipped = 0; skipped <= kMostAuxiliaries; ++skipped, ++i) {
    if (!follows_closely(text, i)) return phrase;
    const auto word = word_at(text, i);
    if (!word.is(kAuxiliary) && !is_adverb(text.folded(i))) {
      phrase.verb = i;
      return phrase;
    }
    if (text.folded(i) == "to") {  // "had to transfer"; otherwise it is where somebody goes
      if ((phrase.auxiliaries & kHave) == 0) return phrase;
      phrase.auxiliaries |= kModal;
    }
    phrase.auxiliaries |= word.classes;
  }
  return phrase;
}

/// Verbs of saying and deciding, and whatever "can", "had to" or "has ...ed" governs: towns do
/// not act. What is done to a town ("will be", "has fallen") leaves it a scene.
bool is_subject(const TokenizedText& text, TokenRange capital) {
  if (after_place_preposition(text, capital)) return false;
  const auto [auxiliaries, i] = verb_phrase_at(text, capital.past_end);
  if (i == text.size()) {  // "... but Washington does."
    const auto next = capital.past_end;
    return follows_closely(text, next) && text.folded(next) == "does";
  }
  const auto verb = word_at(text, i);
  if (verb.is(kAgencyVerb)) return true;
  if (verb.is(kScenicVerb) || (auxiliaries & kBe) != 0) return false;
  if ((auxiliaries & kModal) != 0) return true;
  return (auxiliaries & kHave) != 0 && text.folded(i).ends_with("ed");
}

/// "..., says Moscow."
bool is_subject_behind_verb(const TokenizedText& text, TokenRange capital) {
  if (capital.first == 0 || !follows_closely(text, capital.first)) return false;
  const auto verb = text.folded(capital.first - 1);
  const bool ends_clause =
      !follows_closely(text, capital.past_end) || begins_line(text, capital.past_end);
  return (verb == "says" || verb == "said") && ends_clause;
}

/// "should Washington give in", "nor did Ankara agree": behind its auxiliary, with a verb after it.
bool is_inverted_subject(const TokenizedText& text, TokenRange capital) {
  if (capital.first == 0 || !follows_closely(text, capital.first)) return false;
  if (!follows_closely(text, capital.past_end)) return false;
  const auto before = text.folded(capital.first - 1);
  const bool inverts = word_at(text, capital.first - 1).is(kModal) || before == "did" ||
                       before == "does" || before == "do";
  const auto [auxiliaries, verb] = verb_phrase_at(text, capital.past_end);
  return inverts && verb < text.size() && !word_at(text, verb).is(kScenicVerb) &&
         (auxiliaries & kBe) == 0;
}

/// "supported by Tehran", "loyal to Damascus", "according to Moscow"
bool is_patron(const TokenizedText& text, TokenRange capital) {
  const auto i = capital.first;
  if (i < 2 || !follows_closely(text, i) || !follows_closely(text, i - 1)) return false;
  const auto preposition = text.folded(i - 1);
  if (preposition == "to" && text.folded(i - 2) == "according") return true;
  const bool joins = preposition == "by" || preposition == "to" || preposition == "with";
  return joins && word_at(text, i - 2).is(kAllegiance);
}

/// "Moscow's defence ministry", "Baghdad's figure"
bool has_government(const TokenizedText& text, TokenRange capital) {
  if (!text[capital.past_end - 1].possessive) return false;
  constexpr std::size_t kWords = 3;
  const auto end = capital.past_end + kWords;
  for (auto i = capital.past_end; i < end && follows_closely(text, i); ++i) {
    const auto word = word_at(text, i);
    if (word.is(kGovernmentNoun)) return true;
    if (word.feature != FeatureClass::none || word.is(kPreposition)) return false;
  }
  return false;
}

bool has_attitude(const TokenizedText& text, TokenRange capital) {
  if (!text[capital.past_end - 1].possessive) return false;
  constexpr std::size_t kWords = 4;
  for (auto i = capital.past_end; i < capital.past_end + kWords && follows_closely(text, i); ++i) {
    if (text[i].upper_initial) return false;
    if (word_at(text, i).is(kStanceNoun | kPoliticalNoun)) return true;
  }
  return false;
}

bool is_party(const TokenizedText& text, TokenRange capital) {
  constexpr std::string_view kParty[] = {"with", "from", "on", "by", "against", "to", "towards"};
  const auto i = capital.first;
  if (i < 2 || !follows_closely(text, i)) return false;
  if (std::find(std::begin(kParty), std::end(kParty), text.folded(i - 1)) == std::end(kParty))
    return false;
  return follows_closely(text, i - 1) && word_at(text, i - 2).is(kStanceNoun | kPoliticalNoun);
}

bool is_under_pressure(const TokenizedText& text, TokenRange capital) {
  const auto next = capital.past_end;
  if (capital.first == 0 || !follows_closely(text, capital.first) || !follows_closely(text, next))
    return false;
  const auto after = text.folded(next);
  return word_at(text, capital.first - 1).is(kPressureVerb) &&
         (after == "to" || after == "from" || after == "of" || after == "for");
}

/// A word of `classes` among the `count` tokens before `past_end`, in the same clause.
bool word_before(const TokenizedText& text, std::size_t past_end, std::size_t count,
                 std::uint32_t classes) {
  for (auto i = past_end; i > 0 && past_end - i < count; --i) {
    if (word_at(text, i - 1).is(classes)) return true;
    if (text[i - 1].gap == Gap::punctuation) return false;
  }
  return false;
}

bool word_after(const TokenizedText& text, std::size_t first, std::size_t count,
                std::uint32_t classes) {
  for (auto i = first; i < first + count && follows_closely(text, i); ++i)
    if (word_at(text, i).is(classes)) return true;
  return false;
}

/// "pro-US", "anti-US"
bool is_named_against(const TokenizedText& text, TokenRange country) {
  if (country.first == 0 || text[country.first].gap != Gap::hyphen) return false;
  const auto before = text.folded(country.first - 1);
  return before == "pro" || before == "anti";
}

}  // namespace

std::uint32_t dateline_end(const TokenizedText& text, std::size_t first, bool article_start) {
  constexpr std::size_t kLongest = 80;  // bytes
  if (!begins_line(text, first)) return 0;
  const auto begin = text[first].span.begin;
  auto line = text.text().substr(begin, kLongest);
  line = line.substr(0, line.find('\n'));
  const auto dash = dash_in(line);
  if (dash == std::string_view::npos) return 0;
  const auto end = begin + static_cast<std::uint32_t>(dash);
  auto i = first;
  for (; i < text.size() && text[i].span.begin < end; ++i)
    if (!fits_dateline(text, i)) return 0;
  if (i >= text.size() || text[i].all_upper) return 0;  // a heading with a dash in it
  const bool comma = line.substr(0, dash).find(',') != std::string_view::npos;
  return text[first].all_upper || (comma && article_start) ? end : 0;
}

bool modifies_next_word(const TokenizedText& text, TokenRange country) {
  const auto next = country.past_end;
  if (!follows_closely(text, next)) return false;
  if (text[next].gap == Gap::hyphen) return word_at(text, next).is(kPartisanWord);
  if (is_named_against(text, country)) return true;
  // Written out, a country before a noun is rare outside headlines: "in Iraq troops ..." is no
  // modifier. As an acronym it nearly always is one.
  return is_acronym(text, country) && !text[country.first].possessive &&
         word_at(text, next).is(kArmNoun);
}

bool acts_as_government(const TokenizedText& text, TokenRange capital) {
  return is_subject(text, capital) || is_subject_behind_verb(text, capital) ||
         has_attitude(text, capital) || is_party(text, capital) ||
         is_under_pressure(text, capital) || is_inverted_subject(text, capital) ||
         is_patron(text, capital) || has_government(text, capital);
}

namespace {

bool is_irregular_past(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kVerbs{
      "lost", "took", "gave", "found", "fought", "led", "sold", "bought", "met",  "won", "built",
      "put",  "kept", "held", "began", "chose",  "set", "paid", "flew",   "drew", "cut", "let"};
  return std::find(kVerbs.begin(), kVerbs.end(), word) != kVerbs.end();
}

bool is_determiner(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kWords{"the", "a",     "an", "its", "that",
                                                          "no",  "their", "to", "all"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "a deal reached by Russia", but not "surrounded by Turkey".
bool is_agent(const TokenizedText& text, TokenRange country) {
  auto i = country.first;
  if (i > 0 && text.folded(i - 1) == "the") --i;
  if (i < 2 || text.folded(i - 1) != "by" || !follows_closely(text, i - 1)) return false;
  const auto verb = text.folded(i - 2);
  return verb.ends_with("ed") && verb != "surrounded" && verb != "bordered" && verb != "followed" &&
         verb != "separated";
}

/// Teams have the names of their countries.
bool in_sport(const TokenizedText& text, std::size_t i) {
  static constexpr std::array<std::string_view, 18> kWords{
      "cup",          "match",  "matches",   "tournament",   "olympics", "olympic",
      "goal",         "goals",  "qualified", "medal",        "medals",   "football",
      "championship", "league", "semifinal", "quarterfinal", "score",    "stadium"};
  constexpr std::size_t kNear = 8;
  for (auto at = i; at < std::min(i + kNear, text.size()); ++at)
    if (std::find(kWords.begin(), kWords.end(), text.folded(at)) != kWords.end()) return true;
  return false;
}

/// "the King of X", "the Republic of X"
bool ends_longer_phrase(const TokenizedText& text, TokenRange country) {
  auto i = country.first;
  if (i > 0 && text.folded(i - 1) == "the") --i;
  return i > 0 && text[i].gap == Gap::space && text.folded(i - 1) == "of";
}

}  // namespace

bool acts_as_state(const TokenizedText& text, TokenRange country) {
  if (in_sport(text, country.past_end) || ends_longer_phrase(text, country)) return false;
  if (is_agent(text, country)) return true;
  if (after_place_preposition(text, country) || text[country.past_end - 1].possessive) return false;
  if (acts_as_government(text, country)) return true;
  const auto [auxiliaries, i] = verb_phrase_at(text, country.past_end);
  if (i == text.size() || text[i].upper_initial || text[i].gap != Gap::space) return false;
  const auto verb = text.folded(i);
  if (word_at(text, i).is(kScenicVerb)) return false;
  if ((auxiliaries & kBe) != 0) return verb.ends_with("ing") && verb != "being";
  if (is_irregular_past(verb) || (verb.size() > 4 && verb.ends_with("ed"))) return true;
  return verb.size() > 4 && verb.ends_with("s") && follows_closely(text, i + 1) &&
         is_determiner(text.folded(i + 1));
}

bool are_listed_parties(const TokenizedText& text, std::size_t first) {
  constexpr std::size_t kNear = 16;
  if (first > 0 && text.folded(first - 1) == "the") --first;
  if (first == 0 || text[first].gap == Gap::punctuation) return false;
  return word_at(text, first - 1).is(kListVerb) && word_before(text, first - 1, kNear, kPartyNoun);
}

bool are_governments_together(const TokenizedText& text, TokenRange capitals) {
  constexpr std::size_t kNear = 6;
  const auto before = capitals.first;
  const bool between = before > 0 && text.folded(before - 1) == "between";
  if (between && word_before(text, before - 1, 3, kRouteNoun)) return false;
  if (word_after(text, capitals.past_end, 2, kRouteNoun)) return false;
  return (between && word_before(text, before - 1, kNear, kPoliticalNoun)) ||
         word_after(text, capitals.past_end, 2, kPoliticalNoun);
}

}  // namespace furat::analysis
