// Cuts a text into word tokens and folds each one; the first step of everything both sides do with
// words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"

namespace furat::analysis {

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
  none,         ///< first token of the text
  space,        ///< white space only, at most one line end
  hyphen,       ///< a single hyphen (U+002D, U+2010, U+2011), perhaps with white space after it
  punctuation,  ///< anything else: a comma, a full stop, a quote, an empty line
};

/// One word. `folded` is the form that is compared and indexed; the span keeps the original.
struct Token {
  ByteSpan span;                   ///< in the text given to tokenize()
  std::uint32_t folded_begin = 0;  ///< in the folded buffer of its TokenizedText
  std::uint16_t folded_size = 0;
  Gap gap = Gap::none;
  bool upper_initial = false;  ///< first cased letter is a capital
  bool all_upper = false;      ///< two letters or more, no lower-case letter among them
  bool has_digit = false;
  bool arabic = false;      ///< holds a letter of the Arabic script
  bool possessive = false;  ///< ended in 's or s', which the folded form no longer has
};

class Tokenizer;

/// The tokens of one text, in order. Owns the folded forms; refers to the text, which must outlive
/// it.
class TokenizedText {
 public:
  [[nodiscard]] std::span<const Token> tokens() const& { return tokens_; }
  void tokens() const&& = delete;  // the span would outlive its owner
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view source(const Token& t) const { return t.span.of(text_); }
  [[nodiscard]] std::string_view folded(const Token& t) const {
    return std::string_view(folded_).substr(t.folded_begin, t.folded_size);
  }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return folded(tokens_[i]); }

 private:
  friend class Tokenizer;
  friend TokenizedText tokenize(std::string_view text);
  std::string_view text_;
  std::string folded_;
  std::vector<Token> tokens_;
};

/// The word tokens of `text` by the rules of UAX #29 with these differences: a full stop inside a
/// word splits it unless the parts are single letters ("U.S.A." is one token, folded "usa") or
/// digits, a comma unless they are digits, other signs of ASCII always ("a@b" is two tokens), and
/// an apostrophe never. A token's own text gives the same token again. Folding: NFKC case fold,
/// marks, tatweel and apostrophes dropped, Arabic letter forms unified, Latin letters reduced to
/// ASCII, a possessive 's cut, thousands commas cut
/// ("5,000" -> "5000"). Bytes that are not UTF-8 separate words. Tokens of more than 64 folded
/// bytes are cut there. Any thread; cost linear in the text, ASCII without ICU.
[[nodiscard]] TokenizedText tokenize(std::string_view text);

}  // namespace furat::analysis
