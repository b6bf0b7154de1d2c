#include "analysis/actors/body_names.hpp"

#include <algorithm>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/places/place_words.hpp"
#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kByHead = "actor.body-head";
constexpr std::string_view kByArabicHead = "actor.body-arabic-head";
constexpr std::string_view kNumbered = "actor.body-number";

constexpr std::size_t kMostWords = 9;
/// Longer runs are headlines and the menus of pages.
constexpr std::size_t kMostNameWords = 7;

bool is_numeral(const PhraseContext& context, std::size_t i) {
  const auto& text = context.text;
  if (i >= text.size()) return false;
  if (context.word(i).is(kOrdinal) && text[i].upper_initial) return true;
  const auto word = text.folded(i);
  if (!text[i].has_digit || word.size() < 3 || word.size() > 5) return false;
  const auto digits = word.substr(0, word.size() - 2);
  const auto ending = word.substr(word.size() - 2);
  return std::all_of(digits.begin(), digits.end(), [](char c) { return is_ascii_digit(c); }) &&
         (ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
}

bool is_joint(std::string_view word) { return word == "of" || word == "for"; }

bool may_belong(const PhraseContext& context, std::size_t i) {
  const auto& text = context.text;
  if (i >= text.size() || text[i].arabic) return false;
  if (is_numeral(context, i)) return true;
  if (!context.is_capitalised(i)) return false;
  const auto word = text.folded(i);
  return !place_word(word).is(kMonth) && (!is_stop_word(word) || text[i].all_upper);
}

/// End of the capitalised words from `first` on, with "and" and articles between them.
std::size_t end_of_run(const PhraseContext& context, std::size_t first) {
  const auto& text = context.text;
  auto end = first;
  for (auto i = first; i < std::min(text.size(), first + kMostWords);) {
    if (i > first && (!context.goes_on(i) || text[i - 1].possessive)) break;
    auto next = i;
    const bool particle = context.is_name_article(i) ||
                          (i > first && (text.folded(i) == "bin" || text.folded(i) == "ibn"));
    if (particle && context.goes_on(i + 1) && context.is_capitalised(i + 1)) next = i + 1;
    if (!may_belong(context, next)) break;
    end = next + 1;
    i = end;
  }
  return end;
}

/// A person's name begins behind a body's: "... for Human Rights Rami X".
std::size_t before_given_name(const PhraseContext& context, std::size_t first, std::size_t end) {
  for (auto i = first + 1; i < end; ++i) {
    const auto word = context.text.folded(i);
    if (context.word(i).is(kArabicGivenName) || (is_given_name(word) && !is_english_word(word)))
      return i;
  }
  return end;
}

/// "of Higher Education", "of Foreign Affairs of Iraq" behind the head.
std::size_t end_of_complement(const PhraseContext& context, std::size_t i) {
  const auto& text = context.text;
  auto end = i;
  while (end + 1 < text.size() && context.goes_on(end) && is_joint(text.folded(end)) &&
         end - i < kMostWords) {
    auto first = end + 1;
    if (text.folded(first) == "the" && context.goes_on(first)) ++first;
    if (first >= text.size() || !context.goes_on(first) || !may_belong(context, first)) break;
    auto next = before_given_name(context, first, end_of_run(context, first));
    while (next - i < kMostWords && next + 1 < text.size() && context.goes_on(next) &&
           text.folded(next) == "and" && context.nation_covers(next + 1) == nullptr &&
           context.goes_on(next + 1) && may_belong(context, next + 1) && !text[next - 1].possessive)
      next = end_of_run(context, next + 1);
    if (next == first) break;
    end = next;
  }
  return end;
}

/// A word that tells which body it is, as "Security" and "General" do not.
bool is_telling(const PhraseContext& context, std::size_t i) {
  const auto word = context.word(i);
  if (is_numeral(context, i) || context.nation_covers(i) != nullptr) return true;
  if (context.is_name_article(i)) return false;
  return !word.is(kForceModifier | kRank | kOfficeModifier) &&
         !(word.is(kBodyHead) && is_english_word(context.text.folded(i)));
}

bool any_telling(const PhraseContext& context, TokenRange words) {
  for (auto i = words.first; i < words.past_end; ++i)
    if (is_telling(context, i)) return true;
  return false;
}

std::string_view country_in(const PhraseContext& context, TokenRange name) {
  for (auto i = name.first; i < name.past_end; ++i)
    if (const auto* nation = context.nation_covers(i)) return nation->iso;
  return {};
}

ActorPhrase body(const PhraseContext& context, TokenRange name, std::string_view rule) {
  ActorPhrase phrase;
  phrase.kind = ActorPhrase::Kind::body;
  phrase.extent = {context.with_article(name.first), name.past_end};
  phrase.name = name;
  phrase.rule = rule;
  phrase.iso = country_in(context, name);
  return phrase;
}

/// A name of the lexicon with adjectives of nations and peoples before it is that actor: "the
/// Kurdish YPG". One in which it has other words as well is another body.
std::optional<ActorPhrase> known_with_adjectives(const PhraseContext& context, TokenRange name) {
  auto first = name.first;
  while (first < name.past_end && context.known_begins(first) == nullptr) {
    const bool adjective = context.nation_covers(first) != nullptr ||
                           place_word(context.text.folded(first)).is(kPeople);
    if (!adjective) return std::nullopt;
    ++first;
  }
  if (first == name.past_end) return std::nullopt;
  const auto* known = context.known_begins(first);
  if (known->tokens.past_end != name.past_end || known->person) return std::nullopt;
  return phrase_of(*known, {context.with_article(name.first), name.past_end}, name);
}

/// Two known actors in a row, or one behind a word for its members ("Forces of ..."), or with other
/// words behind it: not one body's name.
bool names_several(const PhraseContext& context, TokenRange name) {
  std::size_t known = 0;
  for (auto i = name.first; i < name.past_end; ++i) {
    const auto* actor = context.known_begins(i);
    if (actor == nullptr) continue;
    ++known;
    const auto before = context.with_article(i);
    const bool behind_head = actor->tokens.past_end == name.past_end && before > name.first &&
                             is_joint(context.text.folded(before - 1)) &&
                             context.word(name.first).is(kMembers);
    if (behind_head) return true;
  }
  return known > 1;
}

bool all_english(const PhraseContext& context, TokenRange name) {
  for (auto i = name.first; i < name.past_end; ++i)
    if (!is_english_word(context.text.folded(i))) return false;
  return true;
}

/// The last head in the run, and what it needs before or behind it.
std::optional<ActorPhrase> english_body_at(const PhraseContext& context, std::size_t first) {
  const auto end = end_of_run(context, first);
  auto head = end;
  const auto* known = context.known_begins(first);
  while (head > first && !context.word(head - 1).is(kBodyHead)) --head;
  if (head == first || (known != nullptr && known->tokens.past_end >= head)) return std::nullopt;
  const auto complement = head == end ? end_of_complement(context, head) : head;
  const TokenRange before{first, head - 1};
  const bool told = complement > head || any_telling(context, before);
  if (!told) return std::nullopt;
  const TokenRange name{first, std::max(head, complement)};
  if (head - first > kMostNameWords || names_several(context, name)) return std::nullopt;
  if (context.word(head - 1).is(kMediaHead) && all_english(context, name)) return std::nullopt;
  if (complement == head)
    if (auto adjectives = known_with_adjectives(context, name)) return adjectives;
  const bool numbered = is_numeral(context, first);
  auto phrase = body(context, name, numbered ? kNumbered : kByHead);
  phrase.numbered = numbered;
  return phrase;
}

std::optional<ActorPhrase> arabic_body_at(const PhraseContext& context, std::size_t first) {
  if (!context.word(first).is(kArabicHead) || !context.is_capitalised(first)) return std::nullopt;
  const auto& text = context.text;
  constexpr std::size_t kMostNames = 3;
  std::size_t names = 0;
  auto end = first + 1;
  for (auto i = end; i < text.size() && context.goes_on(i) && names < kMostNames;) {
    auto name = i;
    while (name < i + 2 && context.is_name_article(name)) ++name;
    if (!may_belong(context, name) || text[name - 1].possessive) break;
    const auto word = text.folded(name);
    if (context.word(name).is(kArabicHead) || (name == i && is_english_word(word))) break;
    end = name + 1;
    i = end;
    ++names;
  }
  if (names == 0) return std::nullopt;
  return body(context, {first, end}, kByArabicHead);
}

/// Where every word has its capital, or is in capitals, capitals tell nothing.
bool is_headline(const PhraseContext& context, std::size_t i) {
  const auto& text = context.text;
  return in_capitalised_line(text, i) || (text[i].all_upper && in_line_of_capitals(text, i));
}

}  // namespace

std::optional<ActorPhrase> body_at(const PhraseContext& context, std::size_t i) {
  if (!may_belong(context, i) || context.text[i].possessive) return std::nullopt;
  if (auto arabic = arabic_body_at(context, i)) {
    const auto head = arabic->name.past_end;
    if (!context.goes_on(head) || !context.word(head).is(kBodyHead))
      return is_headline(context, i) ? std::nullopt : std::move(arabic);
  }
  auto english = english_body_at(context, i);
  return english && is_headline(context, i) ? std::nullopt : std::move(english);
}

std::string_view kind_of_body(const PhraseContext& context, const ActorPhrase& body) {
  std::uint32_t classes = 0;
  const auto first = context.word(body.name.first);
  if (first.is(kArabicHead)) return first.is(kMilitaryHead) ? "armed_group" : "organisation";
  for (auto i = body.name.first; i < body.name.past_end; ++i) {
    if (is_joint(context.text.folded(i))) break;
    if (context.word(i).is(kBodyHead)) classes = context.word(i).classes;
  }
  if ((classes & kStateHead) != 0) return "state";
  if ((classes & kMediaHead) != 0) return "media";
  if ((classes & kMilitaryHead) != 0) return "armed_group";
  return "organisation";
}

}  // namespace furat::analysis
