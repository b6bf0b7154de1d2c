#include <cstddef>

#include "analysis/actors/acronym_finders.hpp"
#include "analysis/actors/acronym_words.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMostIntroduction = 9;

/// The words around one token in capitals.
class Introduction {
 public:
  Introduction(AcronymContext& context, std::size_t token, const ShortForm& form)
      : context_(context),
        text_(context.text()),
        breaks_(context.breaks()),
        token_(token),
        form_(form) {}

  void find() {
    if (token_ > 0 && (after_words() || after_mark())) return;
    if (token_ + 1 < text_.size()) explained();
  }

 private:
  static constexpr std::uint8_t kEnd = kComma | kStop | kClose | kOpen | kOtherMark | kDash;

  [[nodiscard]] bool introduces(std::size_t i) const {
    return !text_[i].upper_initial && (acronym_word(text_.folded(i)) & kIntroduction) != 0;
  }

  /// "..., or SDF,", "... (,) also known by its acronym SDF"
  bool after_words() {
    auto first = token_;
    bool names = false;
    while (first > 0 && token_ - first < kMostIntroduction && breaks_.only(first, kQuote) &&
           is_introduction(first - 1)) {
      --first;
      names = names || (acronym_word(text_.folded(first)) & kNaming) != 0;
    }
    if (first == token_ || first == 0) return false;
    const bool or_form = text_.folded(first) == "or" && breaks_.has(first, kComma);
    if (!names && !or_form) return false;
    if (!breaks_.only(first, kComma | kDash | kQuote)) return false;
    return context_.keep(context_.long_before(first, form_, LetterMatch::foreign), form_);
  }

  /// Languages have a capital: "its Kurdish acronym".
  [[nodiscard]] bool is_introduction(std::size_t i) const {
    return introduces(i) || (text_[i].upper_initial && i + 1 < text_.size() &&
                             (acronym_word(text_.folded(i + 1)) & kNaming) != 0 &&
                             (acronym_word(text_.folded(i)) & kIntroduction) != 0);
  }

  /// "... - SDF -", "..., SDF,", "... "SDF""
  bool after_mark() {
    const bool dash = breaks_.only(token_, kDash | kQuote) && breaks_.has(token_, kDash);
    const bool comma = breaks_.only(token_, kComma | kQuote) && breaks_.has(token_, kComma) &&
                       form_.letters.size() >= 3;
    const bool quoted = breaks_.only(token_, kQuote) && breaks_.has(token_, kQuote);
    if (quoted ? !breaks_.has(token_ + 1, kQuote) : !breaks_.has(token_ + 1, kEnd)) return false;
    if (!dash && !comma && !quoted) return false;
    const bool long_enough = comma && form_.letters.size() >= 4;
    return context_.keep(
        context_.long_before(token_, form_,
                             long_enough ? LetterMatch::loose : LetterMatch::initials),
        form_);
  }

  /// "SDF, short for ...", "SDF, or the ...", "SDF - ..."
  void explained() {
    auto first = token_ + 1;
    if (!breaks_.only(first, kComma | kDash | kQuote)) return;
    bool marked =
        breaks_.has(first, kDash) || (breaks_.has(first, kComma) && text_.folded(first) == "or");
    for (std::size_t n = 0; n < kMostIntroduction && first < text_.size() && leads(first); ++n) {
      marked = marked || is_standing(first);
      if (++first < text_.size() && !breaks_.only(first, kComma | kQuote)) return;
    }
    if (marked) keep_after(first);
  }
  [[nodiscard]] bool leads(std::size_t i) const {
    const auto word = text_.folded(i);
    return introduces(i) || is_standing(i) || word == "which" || word == "that" || word == "is";
  }
  [[nodiscard]] bool is_standing(std::size_t i) const {
    const auto word = text_.folded(i);
    return word == "stands" || word == "stand" || word == "standing" || word == "stood" ||
           word == "short" || word == "acronym" || word == "abbreviation";
  }

  /// The long form that begins with token `first`: the shortest that no capital goes on from.
  void keep_after(std::size_t first) {
    const auto most = first + 2 * form_.letters.size() + 2;
    for (auto end = first + 2; end <= text_.size() && end <= most; ++end) {
      if (!breaks_.only(end - 1, kComma)) return;
      if (!text_[end - 1].upper_initial || name_goes_on(end)) continue;
      if (context_.keep(context_.exactly(first, end, form_, LetterMatch::initials), form_)) return;
    }
  }

  /// A capital follows, or does behind "of" and the like.
  [[nodiscard]] bool name_goes_on(std::size_t i) const {
    while (i < text_.size() && breaks_.before(i) == 0) {
      if (text_[i].upper_initial) return true;
      if ((acronym_word(text_.folded(i)) & kLink) == 0) return false;
      ++i;
    }
    return false;
  }

  AcronymContext& context_;
  const TokenizedText& text_;
  const TokenBreaks& breaks_;
  std::size_t token_;
  const ShortForm& form_;
};

/// One of several words in capitals, as in a headline.
bool in_headline(const TokenizedText& text, std::size_t i) {
  const auto shouted = [&](std::size_t k) { return text[k].all_upper; };
  return (i > 0 && text[i].gap == Gap::space && shouted(i - 1)) ||
         (i + 1 < text.size() && text[i + 1].gap == Gap::space && shouted(i + 1));
}

}  // namespace

void find_introduced_acronyms(AcronymContext& context) {
  const auto& text = context.text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text[i].all_upper || text[i].gap == Gap::hyphen || in_headline(text, i)) continue;
    if (const auto form = context.form(i, i + 1); form && !form->reserved)
      Introduction(context, i, *form).find();
  }
}

}  // namespace furat::analysis
