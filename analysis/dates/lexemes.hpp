// The words of a passage as the date rules see them: what each one can mean and how it is joined to
// the one before.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/dates/date_words.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis::dates {

/// What stands before a word.
enum class Link : std::uint8_t { start, space, comma, dot, dash, slash, colon, other };

struct Lexeme {
  Kind kind = Kind::end;
  Word word = Word::none;
  int value = 0;
  int digits = 0;  ///< of a number written in figures
  Link link = Link::start;
  bool tight = false;  ///< joined without white space: the dash of 3-5
  bool capital = false;
  bool abbreviated = false;
  bool ambiguous = false;
  bool plural = false;
  bool foreign = false;      ///< a month of another language: only with a day or a year
  bool money = false;        ///< $, € or £ before it
  bool percent = false;      ///< % after it
  bool past_form = false;    ///< an unknown lower-case word that ends in ed
  bool plural_form = false;  ///< an unknown lower-case word that ends in s
  bool possessive = false;
  bool negated_year = false;  ///< an apostrophe before a two-figure number: '16
  ByteSpan span;
};

/// The lexemes of one passage. Reading outside gives one of kind end, so that rules may look around
/// freely.
class Lexemes {
 public:
  explicit Lexemes(const TokenizedText& passage);
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] const Lexeme& operator[](std::size_t i) const {
    return i < items_.size() ? items_[i] : end_;
  }
  /// The one before; kind end at the start.
  [[nodiscard]] const Lexeme& before(std::size_t i) const { return i == 0 ? end_ : (*this)[i - 1]; }

 private:
  std::vector<Lexeme> items_;
  Lexeme end_;
};

}  // namespace furat::analysis::dates
