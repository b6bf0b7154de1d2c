#include "analysis/actors/long_forms.hpp"

#include "analysis/actors/acronym_letters.hpp"
#include "analysis/actors/acronym_words.hpp"
#include "analysis/actors/capital_phrase.hpp"

namespace furat::analysis {
namespace {

/// Nouns between the name and its acronym: "group", "militant group".
constexpr std::size_t kMostGroupNouns = 2;

std::size_t without_group_nouns(const TokenizedText& text, const TokenBreaks& breaks,
                                std::size_t past_end) {
  auto end = past_end;
  while (end > 1 && past_end - end < kMostGroupNouns && !text[end - 1].upper_initial &&
         breaks.only(end - 1, kQuote) && (acronym_word(text.folded(end - 1)) & kGroupNoun) != 0)
    --end;
  return end;
}

/// The phrase that ends there names a body whose acronym may be of another language.
std::optional<LongForm> foreign_long_form(const TokenizedText& text, const TokenBreaks& breaks,
                                          std::size_t past_end, const ShortForm& form) {
  const auto letters = form.letters.size();
  if (!form.capitals || form.reserved || letters < 3 || letters > 6) return std::nullopt;
  const auto phrase = capital_phrase_before(text, breaks, past_end);
  if (!phrase) return std::nullopt;
  const bool known_name = phrase->linked && form.used_again;  // "Doctors Without Borders (MSF)"
  if (!phrase->body && !known_name) return std::nullopt;
  for (auto i = phrase->first; i < past_end; ++i)
    if (text.folded(i) == form.letters) return std::nullopt;
  return LongForm{phrase->first, past_end, false};
}

/// Letters most of which are inside words, and the words are the end of a name that began before:
/// "World Organisation of Sailors (ORI)".
bool by_chance(const Spelling& found, const LongForm& name, const ShortForm& form) {
  return name.first < found.first && 2 * found.initials < form.letters.size();
}

}  // namespace

std::optional<LongForm> long_form_before(const TokenizedText& text, const TokenBreaks& breaks,
                                         std::size_t past_end, const ShortForm& form,
                                         LetterMatch least) {
  if (past_end == 0) return std::nullopt;
  const auto trimmed = without_group_nouns(text, breaks, past_end);
  for (const auto end : {past_end, trimmed})
    if (const auto first = initials_before(text, breaks, end, form)) return LongForm{*first, end};
  if (least == LetterMatch::initials || form.one_capital) return std::nullopt;
  const auto foreign =
      least == LetterMatch::foreign ? foreign_long_form(text, breaks, trimmed, form) : std::nullopt;
  if (!form.reserved)
    for (const auto end : {past_end, trimmed})
      if (const auto found = letters_before(text, breaks, end, form))
        return foreign && by_chance(*found, *foreign, form) ? foreign : LongForm{found->first, end};
  return foreign;
}

std::optional<LongForm> long_form_of(const TokenizedText& text, const TokenBreaks& breaks,
                                     std::size_t first, std::size_t past_end, const ShortForm& form,
                                     LetterMatch least) {
  if (past_end < first + 2) return std::nullopt;
  const auto found = long_form_before(text, breaks, past_end, form, least);
  if (!found || found->first != first || found->past_end != past_end) return std::nullopt;
  return found;
}

}  // namespace furat::analysis
