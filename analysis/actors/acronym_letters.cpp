#include "analysis/actors/acronym_letters.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "analysis/actors/acronym_words.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

/// A term of one word must be longer than this to have an acronym: "tuberculosis".
constexpr std::size_t kShortestTerm = 8;

bool is_link(std::string_view folded) { return (acronym_word(folded) & kLink) != 0; }

/// Token `i` is the "al" of "al-Sham".
bool is_joined_article(const TokenizedText& text, std::size_t i) {
  return is_article(text.folded(i)) && i + 1 < text.size() && text[i + 1].gap == Gap::hyphen;
}

/// Where "armee" begins in "larmee" ("l'armée"), else 0.
std::size_t elided(const TokenizedText& text, std::size_t i) {
  const auto source = text.source(text[i]);
  if (source.size() < 4 || std::string_view("lLdD").find(source[0]) == std::string_view::npos)
    return 0;
  const auto rest = source.substr(1);
  return rest.starts_with("'") || rest.starts_with("\u2019") ? 1 : 0;
}

/// "extensible", "extremely": acronyms have X for it.
bool stands_x_for(std::string_view folded) { return folded.starts_with("ex"); }

/// A long form may end with that word: not with "of" ("pressure against (IS)").
bool may_end(const TokenizedText& text, std::size_t past_end) {
  return past_end > 0 && (text[past_end - 1].upper_initial || !is_link(text.folded(past_end - 1)));
}

/// Walks over the words before a place, from right to left, as far as a long form may reach.
class Reach {
 public:
  Reach(const TokenizedText& text, const TokenBreaks& breaks, std::size_t past_end,
        const ShortForm& form, std::uint8_t allowed)
      : text_(text),
        breaks_(breaks),
        past_end_(past_end),
        most_words_(std::min(form.letters.size() + 5, 2 * form.letters.size())),
        most_tokens_(2 * most_words_),
        letters_(form.letters),
        allowed_(allowed),
        next_(past_end) {}

  /// Moves to the next word on the left; false if the long form cannot reach it.
  bool advance() {
    if (next_ == 0 || past_end_ - next_ >= most_tokens_) return false;
    if (next_ < past_end_ && !joins(next_)) return false;
    --next_;
    if (text_.folded(next_) == letters_) return false;  // "KOSPI Index (KOSPI)" defines nothing
    link_ = is_link(text_.folded(next_)) || is_joined_article(text_, next_);
    if (link_) return true;
    const auto& token = text_[next_];
    const bool part = token.gap == Gap::hyphen;
    if (!part && ++words_ > most_words_) return false;
    if (token.upper_initial) ++capitalised_;
    if (!token.upper_initial && !token.has_digit && !part) all_capitalised_ = false;
    return true;
  }

  [[nodiscard]] std::size_t token() const { return next_; }
  [[nodiscard]] std::size_t words() const { return words_; }
  [[nodiscard]] std::size_t capitalised() const { return capitalised_; }
  [[nodiscard]] bool at_link() const { return link_; }
  [[nodiscard]] bool name_like() const { return all_capitalised_ && capitalised_ > 0; }

  /// A long form may begin with this word: no "the", not "natal" of "Neo-natal", and not in the
  /// middle of a name, which has capitals from its first word on.
  [[nodiscard]] bool may_begin() const {
    if (link_ && !is_joined_article(text_, next_)) return false;
    if (text_[next_].gap == Gap::hyphen && !text_[next_].upper_initial) return false;
    return all_capitalised_ || !text_[past_end_ - 1].upper_initial;
  }

 private:
  /// Token `i` and the one before it can be of one long form.
  [[nodiscard]] bool joins(std::size_t i) const {
    if (breaks_.only(i, allowed_)) return true;
    return breaks_.only(i, kStop) && text_[i - 1].folded_size == 1;  // "Lyndon B. Johnson"
  }

  const TokenizedText& text_;
  const TokenBreaks& breaks_;
  std::size_t past_end_, most_words_, most_tokens_;
  std::string_view letters_;
  std::uint8_t allowed_;
  std::size_t next_;
  std::size_t words_ = 0, capitalised_ = 0;
  bool link_ = false, all_capitalised_ = true;
};

/// Which tails of an acronym the words to the right of a place account for: bit k stands for the
/// letters from the k-th on.
class Tails {
 public:
  explicit Tails(std::string_view letters) : letters_(letters), tails_(1U << letters.size()) {}

  /// Takes one more word on the left; true if it gave the first letter.
  bool take(const TokenizedText& text, std::size_t i, bool may_pass) {
    const auto word = text.folded(i);
    std::uint32_t longer = 0;
    add(longer, word.substr(0, 1));
    if (stands_x_for(word)) add(longer, "x");
    if (const auto begin = elided(text, i); begin != 0) add(longer, word.substr(begin, 1));
    if (word.size() > 1 && (text[i].all_upper || text[i].has_digit)) add(longer, word);
    tails_ = may_pass ? tails_ | longer : longer;
    return (longer & 1U) != 0;
  }
  [[nodiscard]] bool stuck() const { return tails_ == 0; }

 private:
  void add(std::uint32_t& longer, std::string_view piece) const {
    for (std::size_t k = 0; k + piece.size() <= letters_.size(); ++k)
      if ((tails_ >> (k + piece.size()) & 1U) != 0 && letters_.substr(k, piece.size()) == piece)
        longer |= 1U << k;
  }

  std::string_view letters_;
  std::uint32_t tails_;
};

/// The letters still looked for, from right to left.
class LettersLeft {
 public:
  explicit LettersLeft(std::string_view letters) : letters_(letters), left_(letters.size()) {}

  /// Takes one more word on the left; true if the first letter was its first.
  bool take(std::string_view word) {
    for (auto c = word.size(); c-- > 0 && left_ > 0;) {
      const bool begins = c == 0 || (c == 1 && stands_x_for(word));
      if (word[c] != letters_[left_ - 1] || (left_ == 1 && !begins)) continue;
      --left_;
      if (begins) ++initials_;
    }
    return left_ == 0;
  }
  [[nodiscard]] std::size_t initials() const { return initials_; }

 private:
  std::string_view letters_;
  std::size_t left_;
  std::size_t initials_ = 0;
};

/// Letters inside words prove little: a name, or a term each word of which gives its initial.
bool is_likely(const Reach& reach, const TokenizedText& text, const ShortForm& form,
               std::size_t initials) {
  if (reach.words() == 1)
    return !text[reach.token()].upper_initial &&
           text[reach.token()].folded_size >= std::max(kShortestTerm, 2 * form.letters.size());
  return reach.name_like() || initials >= reach.words();
}

}  // namespace

std::optional<std::size_t> initials_before(const TokenizedText& text, const TokenBreaks& breaks,
                                           std::size_t past_end, const ShortForm& form) {
  if (!may_end(text, past_end)) return std::nullopt;
  Reach reach(text, breaks, past_end, form, kComma | kDash);
  Tails tails(form.letters);
  while (reach.advance()) {
    const auto i = reach.token();
    const bool last = i + 1 == past_end;
    const bool may_pass = !last && (reach.at_link() || text[i].gap == Gap::hyphen);
    const bool complete = tails.take(text, i, may_pass);
    if (complete && !last && reach.may_begin()) {
      if (form.reserved && !reach.name_like()) return std::nullopt;
      if (form.one_capital && reach.capitalised() < 3) return std::nullopt;
      return i;
    }
    if (tails.stuck()) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Spelling> letters_before(const TokenizedText& text, const TokenBreaks& breaks,
                                       std::size_t past_end, const ShortForm& form) {
  if (!may_end(text, past_end)) return std::nullopt;
  Reach reach(text, breaks, past_end, form, 0);
  LettersLeft left(form.letters);
  while (reach.advance()) {
    if (reach.at_link() || !left.take(text.folded(reach.token()))) continue;
    if (!reach.may_begin() || !is_likely(reach, text, form, left.initials())) return std::nullopt;
    return Spelling{reach.token(), left.initials()};
  }
  return std::nullopt;
}

}  // namespace furat::analysis
