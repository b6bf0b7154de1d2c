#include "analysis/actors/short_forms.hpp"

#include "analysis/actors/acronym_words.hpp"
#include "analysis/lexicon/name_span.hpp"
#include "analysis/text/ascii.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMostTokens = 3, kMostLetters = 10;

/// How many characters of each sort a text has; what is not ASCII counts as small.
struct Characters {
  std::size_t upper = 0, lower = 0, digits = 0;

  explicit Characters(std::string_view text) {
    for (const char c : text) {
      if (is_ascii_upper(c)) {
        ++upper;
      } else if (is_ascii_digit(c)) {
        ++digits;
      } else if (is_ascii_lower(c) || !is_ascii(c)) {
        ++lower;
      }
    }
  }
};

bool is_plural(std::string_view source) {
  return source.size() > 2 && source.back() == 's' && is_ascii_upper(source[source.size() - 2]);
}

bool has_shape(const ShortForm& form, const Characters& characters) {
  if (form.letters.size() < 2 || form.letters.size() > kMostLetters) return false;
  if (form.one_capital) return true;
  return characters.upper >= 2 && characters.upper >= characters.lower &&
         characters.upper >= characters.digits;
}

}  // namespace

std::optional<ShortForm> short_form(const TokenizedText& text, std::size_t first,
                                    std::size_t past_end) {
  if (first >= past_end || past_end - first > kMostTokens) return std::nullopt;
  ShortForm form;
  for (auto i = first; i < past_end; ++i) {
    if (i > first && text[i].gap != Gap::hyphen) return std::nullopt;
    form.letters += text.folded(i);
    if (form.letters.size() > kMostLetters + 1) return std::nullopt;
  }
  form.span = name_span(text, first, past_end - first);
  auto source = form.span.of(text.text());
  if (is_plural(source)) {
    source.remove_suffix(1);
    form.letters.pop_back();
  }
  const Characters characters(source);
  form.capitals = characters.lower == 0 && characters.digits == 0;
  form.one_capital = past_end - first == 1 && characters.upper == 1 && characters.digits == 0 &&
                     text[first].upper_initial && form.letters.size() >= 4;
  form.reserved = (acronym_word(form.letters) & kNoAcronym) != 0;
  if (!has_shape(form, characters)) return std::nullopt;
  return form;
}

}  // namespace furat::analysis
