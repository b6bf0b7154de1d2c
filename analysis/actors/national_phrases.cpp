#include "analysis/actors/national_phrases.hpp"

#include <algorithm>
#include <array>

#include "analysis/places/place_words.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kNational = "actor.national";
constexpr std::string_view kPeopleRule = "actor.people";
constexpr std::string_view kCommunity = "actor.community";
constexpr std::size_t kMostModifiers = 3;

/// A noun for a body of a state, one word or two.
struct BodyNoun {
  NationalBody body = NationalBody::none;
  std::size_t past_end = 0;
};

BodyNoun two_words(std::string_view first, std::string_view second, std::size_t past_end) {
  const bool minister = second == "minister" || second == "secretary";
  const bool ministry = second == "ministry" || second == "department" || second == "office";
  if (minister || ministry) {
    const auto choose = [&](NationalBody person, NationalBody house) {
      return BodyNoun{minister ? person : house, past_end};
    };
    if (first == "prime" && second == "minister") return {NationalBody::prime_minister, past_end};
    if (first == "foreign")
      return choose(NationalBody::foreign_minister, NationalBody::foreign_ministry);
    if (first == "defence" || first == "defense")
      return choose(NationalBody::defence_minister, NationalBody::defence_ministry);
    if (first == "interior")
      return choose(NationalBody::interior_minister, NationalBody::interior_ministry);
  }
  if (first == "air" && second == "force") return {NationalBody::air_force, past_end};
  if (first == "air" && second == "forces") return {NationalBody::air_force, past_end};
  return {};
}

BodyNoun body_noun_at(const PhraseContext& context, std::size_t i) {
  if (!context.goes_on(i)) return {};
  const auto& text = context.text;
  if (context.goes_on(i + 1)) {
    const auto two = two_words(text.folded(i), text.folded(i + 1), i + 2);
    if (two.body != NationalBody::none) return two;
  }
  return {context.word(i).body, i + 1};
}

/// Adjectives and numbers before the nation: "120 Iraqi", "senior U.S.".
std::size_t with_modifiers(const PhraseContext& context, std::size_t first) {
  const auto& text = context.text;
  for (std::size_t n = 0; n < kMostModifiers && first > 0 && text[first].gap == Gap::space; ++n) {
    const auto word = context.word(first - 1);
    const bool number = text[first - 1].has_digit && !text[first - 1].upper_initial &&
                        text[first - 1].folded_size <= 4;
    if (!number && !(word.is(kForceModifier) && !text[first - 1].upper_initial)) break;
    --first;
  }
  return context.with_article(first);
}

ActorPhrase national(const NationName& nation, TokenRange extent, TokenRange name,
                     NationalBody body) {
  ActorPhrase phrase;
  phrase.kind = ActorPhrase::Kind::national;
  phrase.extent = extent;
  phrase.name = name;
  phrase.rule = body == NationalBody::people ? kPeopleRule : kNational;
  phrase.body = body;
  phrase.iso = nation.iso;
  return phrase;
}

/// "the Turkish-backed", "Turkish-led": says whose side others are on.
bool is_partisan(const PhraseContext& context, std::size_t i) {
  return i < context.text.size() && context.text[i].gap == Gap::hyphen &&
         place_word(context.text.folded(i)).is(kPartisanWord);
}

/// The noun behind an adjective that ends before token `i`, with modifiers and further nouns:
/// "security forces", "army officers". The last noun says who acts.
BodyNoun noun_behind(const PhraseContext& context, std::size_t i) {
  for (std::size_t n = 0; n <= kMostModifiers && context.goes_on(i); ++n, ++i) {
    auto noun = body_noun_at(context, i);
    if (noun.body == NationalBody::none) {
      const bool modifies =
          context.word(i).is(kForceModifier) || place_word(context.text.folded(i)).is(kPeople);
      if (!modifies) return {};
      continue;
    }
    while (context.goes_on(noun.past_end)) {
      const auto next = body_noun_at(context, noun.past_end);
      if (next.body == NationalBody::none || next.body == NationalBody::president) break;
      if (noun.body == NationalBody::government && next.body == NationalBody::armed_forces)
        noun.body = next.body;
      noun.past_end = next.past_end;
    }
    return noun;
  }
  return {};
}

/// "Iraqi security forces".
std::optional<ActorPhrase> before_noun(const PhraseContext& context, const NationName& nation) {
  if (is_partisan(context, nation.tokens.past_end)) return std::nullopt;
  const auto noun = noun_behind(context, nation.tokens.past_end);
  if (noun.body == NationalBody::none) return std::nullopt;
  const TokenRange name{nation.tokens.first, noun.past_end};
  return national(nation, {with_modifiers(context, name.first), name.past_end}, name, noun.body);
}

struct PeopleWord {
  std::string_view word, people;
};

/// Adjectives of peoples and faiths that are parties to wars, as they are spelt and as they are
/// called here.
constexpr std::array<PeopleWord, 24> kPeoples{{
    {"kurdish", "kurdish"}, {"kurd", "kurdish"},        {"arab", "arab"},
    {"sunni", "sunni"},     {"shia", "shia"},           {"shii", "shia"},
    {"shiite", "shia"},     {"shi'ite", "shia"},        {"alawite", "alawite"},
    {"alawi", "alawite"},   {"druze", "druze"},         {"druse", "druze"},
    {"yazidi", "yazidi"},   {"yezidi", "yazidi"},       {"ezidi", "yazidi"},
    {"turkmen", "turkmen"}, {"turkoman", "turkmen"},    {"assyrian", "assyrian"},
    {"syriac", "assyrian"}, {"christian", "christian"}, {"islamist", "islamist"},
    {"jihadi", "jihadi"},   {"jihadist", "jihadi"},     {"circassian", "circassian"},
}};

std::string_view people_of(std::string_view folded) {
  const auto* found = std::find_if(kPeoples.begin(), kPeoples.end(),
                                   [&](const PeopleWord& row) { return row.word == folded; });
  return found == kPeoples.end() ? std::string_view() : found->people;
}

/// "Turks", "Iraqis", "the French": the adjective alone is the people.
std::optional<ActorPhrase> as_people(const PhraseContext& context, const NationName& nation) {
  const auto& text = context.text;
  const auto last = nation.tokens.past_end - 1;
  const auto word = text.folded(last);
  const bool plural = word.ends_with("s") && !word.ends_with("ss");
  const bool noun = plural || word.ends_with("men");
  if (!noun || text[last].possessive) return std::nullopt;
  if (context.goes_on(last + 1) && text[last + 1].upper_initial) return std::nullopt;
  auto first = nation.tokens.first;
  if (first > 0 && text[first].gap == Gap::space && text.folded(first - 1) == "all") --first;
  return national(nation, {with_modifiers(context, first), last + 1}, nation.tokens,
                  NationalBody::people);
}

/// "government of Iraq", "the people of Turkey": looks back from the country.
std::optional<ActorPhrase> behind_of(const PhraseContext& context, const NationName& nation) {
  const auto& text = context.text;
  auto i = context.with_article(nation.tokens.first);
  if (i < 2 || text[i].gap != Gap::space || text[i - 1].gap != Gap::space ||
      text.folded(i - 1) != "of")
    return std::nullopt;
  const auto noun = i - 2;
  const bool two = noun > 0 && context.goes_on(noun);
  const auto body =
      two ? two_words(text.folded(noun - 1), text.folded(noun), 0).body : NationalBody::none;
  auto first = body != NationalBody::none ? noun - 1 : noun;
  const auto meant = body != NationalBody::none ? body : context.word(noun).body;
  if (meant == NationalBody::none) return std::nullopt;
  const TokenRange name{first, nation.tokens.past_end};
  if (first > 0 && text[first].gap == Gap::space && context.word(first - 1).is(kForceModifier))
    --first;
  auto phrase = national(nation, {context.with_article(first), name.past_end}, name, meant);
  if (meant == NationalBody::people) phrase.name = {first, noun + 1};  // the place stays one
  return phrase;
}

/// "Turkey's government", "Syria's army".
std::optional<ActorPhrase> of_country(const PhraseContext& context, const NationName& nation) {
  if (!context.text[nation.tokens.past_end - 1].possessive) return std::nullopt;
  return before_noun(context, nation);
}

}  // namespace

std::optional<ActorPhrase> national_at(const PhraseContext& context, std::size_t i) {
  const auto* nation = context.nation_begins(i);
  if (nation == nullptr) return std::nullopt;
  if (!nation->adjective) {
    if (auto phrase = of_country(context, *nation)) return phrase;
    if (auto phrase = behind_of(context, *nation)) return phrase;
    // "U.S. troops": an acronym is its own adjective.
    const auto& token = context.text[nation->tokens.first];
    if (token.all_upper && !token.possessive) return before_noun(context, *nation);
    return std::nullopt;
  }
  if (auto phrase = before_noun(context, *nation)) return phrase;
  return as_people(context, *nation);
}

std::optional<ActorPhrase> community_at(const PhraseContext& context, std::size_t i) {
  const auto people = people_of(context.text.folded(i));
  if (people.empty() || !context.is_capitalised(i) || is_partisan(context, i + 1))
    return std::nullopt;
  const auto noun = noun_behind(context, i + 1);
  const bool party = noun.body == NationalBody::armed_forces ||
                     noun.body == NationalBody::fighters || noun.body == NationalBody::government ||
                     noun.body == NationalBody::army || noun.body == NationalBody::police;
  if (!party || context.text[noun.past_end - 1].upper_initial) return std::nullopt;
  ActorPhrase phrase;
  phrase.kind = ActorPhrase::Kind::community;
  phrase.name = {i, noun.past_end};
  phrase.extent = {with_modifiers(context, i), noun.past_end};
  phrase.rule = kCommunity;
  phrase.body = noun.body;
  phrase.people = people;
  return phrase;
}

std::optional<ActorPhrase> known_at(const PhraseContext& context, std::size_t i) {
  const auto* known = context.known_begins(i);
  if (known == nullptr) return std::nullopt;
  const auto& text = context.text;
  auto end = known->tokens.past_end;
  if (!known->person && !text[end - 1].possessive) {
    auto at = end;
    while (context.goes_on(at) && text[at].gap == Gap::space && at < end + 3 &&
           context.word(at).is(kMembers | kForceModifier) && !text[at].upper_initial) {
      ++at;
      if (context.word(at - 1).is(kMembers)) end = at;
    }
  }
  const auto first = known->tokens.first;
  return phrase_of(*known, {known->person ? first : context.with_article(first), end},
                   known->tokens);
}

}  // namespace furat::analysis
