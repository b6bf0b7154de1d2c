#include "analysis/actors/capital_phrase.hpp"

#include "analysis/actors/acronym_words.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMostTokens = 12, kMostLinks = 3;

/// Walks from right to left over one phrase.
class PhraseWalk {
 public:
  PhraseWalk(const TokenizedText& text, const TokenBreaks& breaks, std::size_t past_end)
      : text_(text), breaks_(breaks), past_end_(past_end), next_(past_end) {
    phrase_.first = past_end;
  }

  std::optional<CapitalPhrase> walk() {
    while (next_ > 0 && past_end_ - next_ < kMostTokens && joins(next_) && step()) {
    }
    return words_ >= 2 ? std::optional(phrase_) : std::nullopt;
  }

 private:
  [[nodiscard]] bool joins(std::size_t i) const { return i == past_end_ || breaks_.before(i) == 0; }

  /// Takes token `next_` - 1; false if the phrase ends before it.
  bool step() {
    const auto i = next_ - 1;
    const auto word = text_.folded(i);
    const auto classes = acronym_word(word);
    if (i + 1 < past_end_ && text_[i + 1].gap == Gap::hyphen && !text_[i].upper_initial)
      return take_prefix(i, word);
    if ((classes & kLink) != 0) return take_link(word);
    if (!text_[i].upper_initial && !is_ordinal(i)) return false;
    if ((classes & kDayOrMonth) != 0 || is_owner(i, classes)) return false;
    return take_name_word(i, (classes & kBody) != 0);
  }

  /// "al" of "al-Sham"; "led" of "US-led" ends the phrase.
  bool take_prefix(std::size_t i, std::string_view word) {
    if (!is_article(word) || phrase_.first != i + 1) return false;
    next_ = phrase_.first = i;
    return true;
  }

  bool take_link(std::string_view word) {
    if (words_ == 0 || ++links_ > kMostLinks || leads_away(word)) return false;
    preposition_ = preposition_ || !(word == "the" || word == "a" || word == "an" || word == "and");
    and_ = and_ || word == "and";
    --next_;
    return true;
  }

  /// "raids on", "a report by": what they are of is no part of the name behind.
  [[nodiscard]] static bool leads_away(std::string_view word) {
    return word == "by" || word == "from" || word == "at" || word == "on" || word == "to";
  }

  /// A name in the genitive, which owns the body: "Abbas's Democratic Union".
  [[nodiscard]] bool is_owner(std::size_t i, std::uint8_t classes) const {
    return words_ > 0 && text_[i].possessive && (classes & kOwnerNoun) == 0;
  }

  [[nodiscard]] bool is_ordinal(std::size_t i) const {
    const auto word = text_.folded(i);
    return text_[i].has_digit && word.back() >= 'a' && word.back() <= 'z';
  }

  bool take_name_word(std::size_t i, bool body) {
    if (links_ > 0 && phrase_.body && (and_ || !body)) return false;
    phrase_.linked = phrase_.linked || preposition_;
    phrase_.body = phrase_.body || body;
    phrase_.first = next_ = i;
    links_ = 0;
    and_ = preposition_ = false;
    ++words_;
    return true;
  }

  const TokenizedText& text_;
  const TokenBreaks& breaks_;
  std::size_t past_end_, next_;
  CapitalPhrase phrase_;
  std::size_t words_ = 0, links_ = 0;
  bool and_ = false, preposition_ = false;
};

}  // namespace

std::optional<CapitalPhrase> capital_phrase_before(const TokenizedText& text,
                                                   const TokenBreaks& breaks,
                                                   std::size_t past_end) {
  return PhraseWalk(text, breaks, past_end).walk();
}

}  // namespace furat::analysis
