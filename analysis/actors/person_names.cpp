#include "analysis/actors/person_names.hpp"

#include <algorithm>
#include <array>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/places/place_words.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kTitled = "actor.person-title";
constexpr std::string_view kKunyaRule = "actor.person-kunya";
constexpr std::string_view kNamed = "actor.person-name";
constexpr std::string_view kOfficeRule = "actor.office";

constexpr std::size_t kMostNames = 4;
constexpr std::size_t kMostTitleWords = 10;

bool is_word(const PhraseContext& context, std::size_t i, std::string_view word) {
  return i < context.text.size() && context.text.folded(i) == word;
}

bool is_particle(const PhraseContext& context, std::size_t i) {
  const auto word = context.word(i);
  return (word.is(kNameParticle) && !is_article_token(context.text, i)) ||
         context.is_name_article(i);
}

/// "Abdel" and "Eddin" are halves of names: "Abdel Rahman", "Salah Eddin".
bool is_half_name(std::string_view folded) {
  static constexpr std::array<std::string_view, 9> kHalves{
      "abd", "abdel", "abdul", "abdal", "din", "eddin", "eddine", "uddin", "aldin"};
  return std::find(kHalves.begin(), kHalves.end(), folded) != kHalves.end();
}

/// Only quotation marks and blanks stand before the token: a nickname begins or ends there.
bool is_quoted(const PhraseContext& context, std::size_t i) {
  const auto& text = context.text;
  const auto begin = text[i - 1].span.end;
  const auto between = text.text().substr(begin, text[i].span.begin - begin);
  return between.size() <= 8 && between.find_first_of(".,;:()[]/\n") == std::string_view::npos;
}

bool is_initial(const PhraseContext& context, std::size_t i) {
  return context.is_capitalised(i) && context.text[i].folded_size == 1;
}

bool is_given(const PhraseContext& context, std::size_t i) {
  const auto word = context.text.folded(i);
  return context.word(i).is(kArabicGivenName) || is_given_name(word);
}

/// A capitalised word that may be part of a person's name and is no word for anything known.
bool may_be_name(const PhraseContext& context, std::size_t i) {
  if (!context.is_capitalised(i) || context.text[i].has_digit) return false;
  const auto word = context.text.folded(i);
  if (is_initial(context, i) || context.word(i).is(kArabicGivenName)) return true;
  if (word.size() < 2 || is_stop_word(word)) return false;
  if (context.text[i].all_upper && word.size() <= 5) return false;  // an acronym
  const auto known = place_word(word);
  if (known.is(kMonth | kPeople)) return false;
  const bool noun = context.word(i).is(kBodyHead | kOffice | kRank | kOrdinal | kArabicHead) ||
                    known.feature != FeatureClass::none;
  return !noun || (is_given_name(word) && !is_english_word(word));
}

/// Tokens of a name that begins at `first`: up to four names, with initials and particles. Empty if
/// there is none.
TokenRange name_from(const PhraseContext& context, std::size_t first) {
  const auto& text = context.text;
  std::size_t names = 0;
  auto end = first;
  for (auto i = first; i < text.size();) {
    if (i > first && text[i - 1].possessive) break;
    if (i > first && !context.goes_on(i) && !is_quoted(context, i)) break;
    auto name = i;
    while (name < i + 3 && is_particle(context, name) && context.goes_on(name + 1)) ++name;
    if (name > i && !context.is_capitalised(name)) break;
    if (name < text.size() && context.word(name).is(kKunya) && name + 1 < text.size()) ++name;
    const bool articled = name > i && context.is_name_article(name - 1);
    if (!articled && !may_be_name(context, name)) break;
    if (context.nation_covers(name) != nullptr) break;
    if (!is_initial(context, name) && ++names > kMostNames) break;
    end = name + 1;
    i = end;
  }
  return {first, end};
}

std::size_t names_in(const PhraseContext& context, TokenRange name) {
  std::size_t names = 0;
  for (auto i = name.first; i < name.past_end; ++i)
    names +=
        is_particle(context, i) || is_initial(context, i) || is_half_name(context.text.folded(i))
            ? 0U
            : 1U;
  return names;
}

/// "of State", "for the Middle East": what belongs to the office at `i` - 1.
std::size_t end_of_complement(const PhraseContext& context, std::size_t i) {
  const auto& text = context.text;
  if (!context.goes_on(i) ||
      !(is_word(context, i, "of") || is_word(context, i, "for") || is_word(context, i, "to")))
    return i;
  auto end = i;
  constexpr std::size_t kMost = 8;
  for (auto at = i + 1; at < std::min(i + kMost, text.size()) && context.goes_on(at); ++at) {
    const auto word = text.folded(at);
    const bool joins = word == "the" || word == "of" || word == "for" ||
                       (word == "and" && at + 1 < text.size() && context.is_capitalised(at + 1));
    if (joins) continue;
    if (context.word(at).is(kOffice) && end > i) break;
    if (!context.is_capitalised(at)) break;
    const bool plain = is_english_word(word) && !(is_given(context, at) && end > i);
    if (!plain && context.nation_covers(at) == nullptr &&
        place_word(word).feature == FeatureClass::none)
      break;
    end = at + 1;
  }
  return end;
}

struct Title {
  TokenRange words{};
  bool office = false;
  std::string_view iso{};
  std::size_t head = 0;  ///< past the last word that is a rank or an office
  std::size_t rank = 0;  ///< that word
};

/// Capitalised words up to the last rank or office among them. A country's adjective and a body may
/// stand before it.
Title title_at(const PhraseContext& context, std::size_t first) {
  const auto& text = context.text;
  Title title{{first, first}, false, {}, first, first};
  for (auto i = first; i < text.size() && i < first + kMostTitleWords;) {
    if (i > first && !context.goes_on(i)) break;
    if (const auto* nation = context.nation_begins(i); nation != nullptr) {
      const auto& name = text[nation->tokens.past_end - 1];
      if (title.head > first || !(nation->adjective || name.all_upper || name.possessive)) break;
      title.iso = nation->iso;
      i = nation->tokens.past_end;
      continue;
    }
    if (const auto* known = context.known_begins(i);
        known != nullptr && !known->person && !context.word(i).is(kRank | kOffice)) {
      if (title.head > first) break;
      i = known->tokens.past_end;
      continue;
    }
    const auto word = context.word(i);
    const bool capital = context.is_capitalised(i);
    const bool nation_before = !title.iso.empty();
    if (!capital && !nation_before) break;
    if (!word.is(kRank | kOffice | kOfficeModifier)) break;
    if (text[i].possessive) break;
    ++i;
    if (!word.is(kRank | kOffice)) continue;
    title.office = title.office || word.is(kOffice);
    title.rank = i - 1;
    if (word.is(kOffice)) i = end_of_complement(context, i);
    title.head = i;
  }
  title.words.past_end = title.head;
  return title;
}

/// "said X Y", "X Y told": somebody speaks.
bool speaks(const PhraseContext& context, TokenRange name) {
  const auto& text = context.text;
  const auto says = [&](std::size_t i) {
    return i < text.size() && place_word(text.folded(i)).is(kAgencyVerb);
  };
  if (context.goes_on(name.past_end) && says(name.past_end)) return true;
  if (name.first == 0 || !context.goes_on(name.first)) return false;
  const auto before = text.folded(name.first - 1);
  return before == "said" || before == "says" || before == "told" || before == "by" ||
         before == "named" || before == "called";
}

/// "activist X Y", "X Y, a spokesman", "commander, X Y".
bool is_described(const PhraseContext& context, TokenRange name) {
  const auto& text = context.text;
  if (name.first > 0 && context.word(name.first - 1).is(kPersonNoun) &&
      (context.goes_on(name.first) || text[name.first].gap == Gap::punctuation))
    return true;
  constexpr std::size_t kNear = 5;
  auto i = name.past_end;
  if (i >= text.size() || text[i].gap != Gap::punctuation || context.begins_sentence(i)) {
    if (i >= text.size() || text.text()[text[name.past_end - 1].span.end] != ',') return false;
  }
  for (; i < std::min(name.past_end + kNear, text.size()); ++i) {
    if (context.word(i).is(kPersonNoun | kOffice)) return true;
    if (text[i].has_digit && text[i].folded_size == 2) return true;  // an age
    if (i > name.past_end && text[i].gap == Gap::punctuation) return false;
  }
  return false;
}

bool has_arabic_given_name(const PhraseContext& context, TokenRange name) {
  for (auto i = name.first; i < name.past_end; ++i)
    if (context.word(i).is(kArabicGivenName) && (i == name.first || i + 1 < name.past_end))
      return true;
  return false;
}

/// Words that begin the names of places: hill, spring, monastery.
bool begins_places(std::string_view folded) {
  static constexpr std::array<std::string_view, 22> kWords{
      "tall",  "tell", "tel",  "tal",  "deir", "dayr", "ayn", "ain",   "ras",   "bab",  "jabal",
      "jebel", "kafr", "khan", "wadi", "beit", "bayt", "new", "north", "south", "east", "west"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

bool is_plain(const PhraseContext& context, std::size_t i) {
  return is_english_word(context.text.folded(i)) && !is_given(context, i);
}

bool all_plain(const PhraseContext& context, TokenRange name) {
  for (auto i = name.first; i < name.past_end; ++i)
    if (!is_particle(context, i) && !is_initial(context, i) && !is_plain(context, i)) return false;
  return true;
}

/// "... City", "... Bridge", "... Brigade": what is named after a person.
bool is_eponym(const PhraseContext& context, std::size_t past_end) {
  if (!context.goes_on(past_end) || !context.is_capitalised(past_end)) return false;
  const auto word = place_word(context.text.folded(past_end));
  return context.word(past_end).is(kBodyHead) || word.feature != FeatureClass::none ||
         word.is(kFacilityNoun | kRouteNoun | kFieldModifier);
}

/// Two or more names, one of them given, or of somebody who speaks or is described.
bool is_persons_name(const PhraseContext& context, TokenRange name, const KnownPlaces& places) {
  const auto& text = context.text;
  if (names_in(context, name) < 2) return false;
  if (is_plain(context, name.past_end - 1) || is_plain(context, name.first)) return false;
  if (context.is_name_article(name.first) || begins_places(text.folded(name.first))) return false;
  if (is_eponym(context, name.past_end)) return false;
  const auto first = text.folded(name.first);
  const bool given =
      is_given_name(first) && (!is_english_word(first) || !context.begins_sentence(name.first));
  const bool arabic = has_arabic_given_name(context, name);
  const bool cue = speaks(context, name) || is_described(context, name);
  if (!arabic && !given && (!cue || is_english_word(first))) return false;
  if (after_place_preposition(text, name) || in_capitalised_line(text, name.first)) return false;
  const TokenRange opening{name.first, name.first + 1};
  if (!is_given(context, name.first) && places.is_well_known(text, opening)) return false;
  if (places.is_well_known(text, name) || (!cue && places.is_name(text, name))) return false;
  return arabic || cue || !places.is_well_known(text, opening);
}

/// Offices of which a country has one: "the President".
bool heads_state(std::string_view folded) {
  return folded == "president" || folded == "premier" || folded == "chancellor" ||
         folded == "king" || folded == "queen" || folded == "pope";
}

std::optional<ActorPhrase> known_behind(const PhraseContext& context, const Title& title,
                                        std::size_t first) {
  const auto* known = context.known_begins(first);
  if (known == nullptr || !known->person) return std::nullopt;
  auto phrase = phrase_of(*known, {context.with_article(title.words.first), known->tokens.past_end},
                          known->tokens);
  phrase.title = title.words;
  return phrase;
}

ActorPhrase person(TokenRange extent, TokenRange name, std::string_view rule) {
  ActorPhrase phrase;
  phrase.kind = ActorPhrase::Kind::person;
  phrase.extent = extent;
  phrase.name = name;
  phrase.rule = rule;
  return phrase;
}

std::optional<ActorPhrase> titled_at(const PhraseContext& context, std::size_t i,
                                     const KnownPlaces& places) {
  const auto title = title_at(context, i);
  if (title.words.past_end == i) return std::nullopt;
  const auto first = title.words.past_end;
  if (first >= context.text.size() || !context.goes_on(first)) return std::nullopt;
  if (auto known = known_behind(context, title, first)) return known;
  if (context.known_covers(first) != nullptr) return std::nullopt;
  const auto name = name_from(context, first);
  if (name.past_end == first) return std::nullopt;
  if (all_plain(context, name)) return std::nullopt;
  const TokenRange whole{title.rank, name.past_end};
  if (places.is_name(context.text, whole) && !speaks(context, name)) return std::nullopt;
  if (is_eponym(context, name.past_end) || in_capitalised_line(context.text, i))
    return std::nullopt;
  auto phrase = person({context.with_article(i), name.past_end}, name, kTitled);
  phrase.iso = title.iso;
  phrase.title = title.words;
  return phrase;
}

std::optional<ActorPhrase> kunya_at(const PhraseContext& context, std::size_t i,
                                    const KnownPlaces& places) {
  if (!context.word(i).is(kKunya) || !context.is_capitalised(i)) return std::nullopt;
  const auto name = name_from(context, i);
  if (name.past_end < i + 2) return std::nullopt;
  const bool cue = speaks(context, name) || is_described(context, name);
  const bool articled = name.past_end - i > 2;
  if (!cue && after_place_preposition(context.text, name)) return std::nullopt;
  if (!speaks(context, name) && places.is_well_known(context.text, name)) return std::nullopt;
  if (!cue && !articled && places.is_name(context.text, name)) return std::nullopt;
  return person(name, name, kKunyaRule);
}

std::optional<ActorPhrase> named_at(const PhraseContext& context, std::size_t i,
                                    const KnownPlaces& places) {
  const auto name = name_from(context, i);
  if (name.past_end < i + 2 || !is_persons_name(context, name, places)) return std::nullopt;
  return person(name, name, kNamed);
}

}  // namespace

std::optional<ActorPhrase> person_at(const PhraseContext& context, std::size_t i,
                                     const KnownPlaces& places) {
  const bool title = context.word(i).is(kRank | kOffice | kOfficeModifier) ||
                     context.nation_covers(i) != nullptr || context.known_covers(i) != nullptr;
  if (title)
    if (auto titled = titled_at(context, i, places)) return titled;
  if (context.known_covers(i) != nullptr || context.nation_covers(i) != nullptr)
    return std::nullopt;
  if (auto kunya = kunya_at(context, i, places)) return kunya;
  return named_at(context, i, places);
}

std::optional<ActorPhrase> office_at(const PhraseContext& context, std::size_t i) {
  const bool may_be = context.word(i).is(kOffice | kOfficeModifier | kRank) ||
                      context.nation_covers(i) != nullptr || context.known_covers(i) != nullptr;
  if (!may_be) return std::nullopt;
  const auto title = title_at(context, i);
  if (!title.office || !context.is_capitalised(i)) return std::nullopt;
  const bool one_word = title.words.past_end == i + 1;
  if (one_word && (!heads_state(context.text.folded(i)) || context.with_article(i) == i))
    return std::nullopt;
  const auto next = title.words.past_end;
  if (one_word && context.goes_on(next) && context.is_capitalised(next)) return std::nullopt;
  if (is_eponym(context, next) || in_capitalised_line(context.text, i)) return std::nullopt;
  ActorPhrase phrase;
  phrase.kind = ActorPhrase::Kind::office;
  phrase.extent = {context.with_article(i), title.words.past_end};
  phrase.name = title.words;
  phrase.rule = kOfficeRule;
  phrase.iso = title.iso;
  phrase.title = title.words;
  return phrase;
}

}  // namespace furat::analysis
