#include <array>
#include <cstddef>

#include "analysis/actors/acronym_finders.hpp"
#include "analysis/actors/acronym_words.hpp"

namespace furat::analysis {
namespace {

/// What stands in brackets beyond this is no definition.
constexpr std::size_t kMostTokens = 18, kMostPieces = 8;

struct Piece {
  std::size_t first = 0, past_end = 0;
};

class Bracket {
 public:
  /// The bracket that opens before token `open`.
  Bracket(AcronymContext& context, std::size_t open)
      : context_(context), text_(context.text()), breaks_(context.breaks()), open_(open) {}

  void find() {
    const auto close = closing();
    if (close == 0) return;
    cut(close);
    const bool follows = open_ > 0 && breaks_.only(open_, kOpen | kQuote);
    const Piece* written_out = nullptr;
    for (std::size_t i = 0; i < count_; ++i) {
      const auto& piece = pieces_[i];
      if (const auto form = context_.form(piece.first, piece.past_end)) {
        define(*form, i == 0 || written_out != nullptr, follows, written_out);
      } else {
        if (i == 0 && follows) explain(piece);
        written_out = &piece;
      }
    }
  }

 private:
  /// The token before which the bracket closes, 0 if it does not, or not before another opens.
  [[nodiscard]] std::size_t closing() const {
    for (auto i = open_ + 1; i <= text_.size() && i <= open_ + kMostTokens; ++i) {
      if (breaks_.has(i, kClose)) return i;
      if (breaks_.has(i, kOpen)) return 0;
    }
    return 0;
  }

  /// A word that leads to another name of the same.
  [[nodiscard]] bool leads_on(std::size_t i) const {
    const auto word = text_.folded(i);
    return !text_[i].upper_initial &&
           ((acronym_word(word) & kNaming) != 0 || word == "or" || word == "also");
  }

  [[nodiscard]] bool is_stop_of_initial(std::size_t i) const {
    return breaks_.only(i, kStop) && text_[i - 1].folded_size == 1;
  }

  void cut(std::size_t close) {
    auto first = open_;
    for (auto i = open_ + 1; i <= close; ++i) {
      const bool ends =
          i == close || leads_on(i) || (breaks_.before(i) != 0 && !is_stop_of_initial(i));
      if (!ends) continue;
      add_piece(first, i);
      first = i;
    }
  }

  void add_piece(std::size_t first, std::size_t past_end) {
    while (first < past_end && !text_[first].upper_initial &&
           (acronym_word(text_.folded(first)) & kIntroduction) != 0)
      ++first;
    if (first == past_end || count_ == kMostPieces) return;
    if (!is_list(first, past_end)) {
      pieces_[count_++] = {first, past_end};
      return;
    }
    for (; first < past_end && count_ < kMostPieces; ++first)
      pieces_[count_++] = {first, first + 1};
  }

  /// "(ISIS ISIL)": a list whose commas were lost.
  [[nodiscard]] bool is_list(std::size_t first, std::size_t past_end) const {
    std::size_t forms = 0;
    for (auto i = first; i < past_end; ++i) {
      if (!text_[i].upper_initial || text_[i].gap == Gap::hyphen) return false;
      if (short_form_of_capitals(i)) ++forms;
    }
    return forms >= 2 && short_form_of_capitals(first);
  }
  [[nodiscard]] bool short_form_of_capitals(std::size_t i) const {
    const auto form = short_form(text_, i, i + 1);
    return form && form->capitals && !form->reserved;
  }

  /// The bracket holds the short form.
  void define(const ShortForm& form, bool may_be_foreign, bool follows, const Piece* written_out) {
    if (written_out != nullptr &&
        context_.keep(
            context_.exactly(written_out->first, written_out->past_end, form, LetterMatch::loose),
            form))
      return;
    if (!follows) return;
    context_.keep(context_.long_before(open_, form,
                                       may_be_foreign ? LetterMatch::foreign : LetterMatch::loose),
                  form);
  }

  /// The bracket holds the long form of the word before it.
  void explain(const Piece& piece) {
    if (const auto form = context_.form_before(open_))
      context_.keep(context_.exactly(piece.first, piece.past_end, *form, LetterMatch::foreign),
                    *form);
  }

  AcronymContext& context_;
  const TokenizedText& text_;
  const TokenBreaks& breaks_;
  std::size_t open_;
  std::array<Piece, kMostPieces> pieces_;
  std::size_t count_ = 0;
};

}  // namespace

void find_bracketed_acronyms(AcronymContext& context) {
  for (std::size_t i = 0; i < context.text().size(); ++i)
    if (context.breaks().has(i, kOpen)) Bracket(context, i).find();
}

}  // namespace furat::analysis
