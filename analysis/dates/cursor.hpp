// A reading position in the lexemes of a passage.
#pragma once

#include <initializer_list>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/lexemes.hpp"

namespace furat::analysis::dates {

/// Moves over words that follow each other with nothing but white space between; the first word may
/// stand anywhere.
class Cursor {
 public:
  Cursor(const Lexemes& lexemes, std::size_t position)
      : lexemes_(&lexemes), start_(position), position_(position) {}

  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] const Lexeme& peek(std::size_t ahead = 0) const {
    return (*lexemes_)[position_ + ahead];
  }
  [[nodiscard]] bool spaced() const { return joined_by({Link::space}); }
  [[nodiscard]] bool joined_by(std::initializer_list<Link> links) const {
    if (position_ == start_) return true;
    for (const Link link : links)
      if (peek().link == link) return true;
    return false;
  }
  void advance() { ++position_; }

  bool take(Word word) { return take_if(spaced() && peek().word == word); }
  bool take(Kind kind) { return take_if(spaced() && peek().kind == kind); }
  bool take_any(std::initializer_list<Word> words) {
    for (const Word word : words)
      if (take(word)) return true;
    return false;
  }
  /// As take, but a hyphen may join the word to the one before: "six-month".
  bool take_hyphened(Kind kind) {
    return take_if(joined_by({Link::space, Link::dash}) && peek().kind == kind);
  }

 private:
  bool take_if(bool fits) {
    if (fits) ++position_;
    return fits;
  }

  const Lexemes* lexemes_;
  std::size_t start_, position_;
};

[[nodiscard]] inline bool is_one_of(Word word, std::initializer_list<Word> words) {
  for (const Word candidate : words)
    if (word == candidate) return true;
  return false;
}

[[nodiscard]] inline bool is_unit(const Lexeme& word, Unit unit) {
  return word.kind == Kind::unit && word.value == static_cast<int>(unit);
}

/// As far as the marks before a word tell: an abbreviation's full stop and a bracket count too.
[[nodiscard]] inline bool starts_sentence(const Lexeme& word) {
  return word.link == Link::start || word.link == Link::dot || word.link == Link::other;
}

}  // namespace furat::analysis::dates
