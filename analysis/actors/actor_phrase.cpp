#include "analysis/actors/actor_phrase.hpp"

#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

template <class Name>
std::vector<std::uint32_t> covering(std::span<const Name> names, std::size_t tokens) {
  std::vector<std::uint32_t> at(names.empty() ? 0 : tokens, PhraseContext::kNone);
  for (std::uint32_t n = 0; n < names.size(); ++n)
    for (auto i = names[n].tokens.first; i < names[n].tokens.past_end; ++i) at[i] = n;
  return at;
}

template <class Name>
const Name* covers(std::span<const Name> names, const std::vector<std::uint32_t>& at,
                   std::size_t i) {
  return i >= at.size() || at[i] == PhraseContext::kNone ? nullptr : &names[at[i]];
}

/// "Gen.", "Lt.", "J.", "U.S.": a stop behind these ends no sentence.
bool is_abbreviation(const TokenizedText& text, std::size_t i) {
  const auto& token = text[i];
  return token.upper_initial &&
         (token.folded_size == 1 || actor_word(text.folded(i)).is(kRank | kOfficeModifier) ||
          (token.folded_size <= 3 && text.source(token).find('.') != std::string_view::npos));
}

}  // namespace

ActorPhrase phrase_of(const KnownActor& known, TokenRange extent, TokenRange name) {
  ActorPhrase phrase;
  phrase.extent = extent;
  phrase.name = name;
  phrase.rule = known.rule;
  phrase.known = &known;
  return phrase;
}

PhraseContext::PhraseContext(const TokenizedText& tokens, std::span<const KnownActor> known_names,
                             std::span<const NationName> nation_names)
    : text(tokens),
      known(known_names),
      nations(nation_names),
      known_at(covering(known_names, tokens.size())),
      nation_at(covering(nation_names, tokens.size())),
      words_(tokens.size(), {kNotLookedUp, NationalBody::none}) {}

const KnownActor* PhraseContext::known_covers(std::size_t i) const {
  return covers(known, known_at, i);
}
const KnownActor* PhraseContext::known_begins(std::size_t i) const {
  const auto* name = known_covers(i);
  return name != nullptr && name->tokens.first == i ? name : nullptr;
}
const NationName* PhraseContext::nation_covers(std::size_t i) const {
  return covers(nations, nation_at, i);
}
const NationName* PhraseContext::nation_begins(std::size_t i) const {
  const auto* name = nation_covers(i);
  return name != nullptr && name->tokens.first == i ? name : nullptr;
}

bool PhraseContext::goes_on(std::size_t i) const {
  if (i == 0 || i >= text.size()) return false;
  const auto begin = text[i - 1].span.end;
  const auto between = text.text().substr(begin, text[i].span.begin - begin);
  if (between.find('\n') != std::string_view::npos) return false;  // the end of a heading
  const auto gap = text[i].gap;
  if (gap == Gap::space || gap == Gap::hyphen) return true;
  return is_stop_between(text, i) && is_abbreviation(text, i - 1);
}

bool PhraseContext::is_capitalised(std::size_t i) const {
  return i < text.size() && text[i].upper_initial && !text[i].arabic;
}

bool PhraseContext::begins_sentence(std::size_t i) const {
  return i == 0 || (text[i].gap == Gap::punctuation && !goes_on(i));
}

ActorWord PhraseContext::word(std::size_t i) const {
  if (i >= text.size()) return {};
  auto& looked_up = words_[i];
  if (looked_up.classes == kNotLookedUp) looked_up = actor_word(text.folded(i));
  return looked_up;
}

bool PhraseContext::is_name_article(std::size_t i) const {
  if (!is_article_token(text, i) || i + 1 >= text.size() || !goes_on(i + 1)) return false;
  const auto word = text.folded(i);
  return is_clear_article(word) || text[i + 1].gap == Gap::hyphen ||
         (word != "an" && word != "as" && word != "at" &&
          agrees_with_next(word, text.folded(i + 1)));
}

std::size_t PhraseContext::with_article(std::size_t first) const {
  return first > 0 && text[first].gap == Gap::space && text.folded(first - 1) == "the" ? first - 1
                                                                                       : first;
}

}  // namespace furat::analysis
