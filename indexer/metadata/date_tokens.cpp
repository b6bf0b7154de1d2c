#include "indexer/metadata/date_tokens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "analysis/text/fold.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/metadata/month_names.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestMonthName = 40;  // bytes
constexpr std::uint8_t kMostDigits = 18;

enum class Class : std::uint8_t { space, invisible, digit, letter, mark };

Class class_of(char32_t c) {
  if (c < 0x80) {
    if (c >= U'0' && c <= U'9') return Class::digit;
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Class::letter;
    return c <= U' ' ? Class::space : Class::mark;
  }
  const auto code = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(code) != 0) return Class::space;
  const auto category = u_charType(code);
  if (category == U_FORMAT_CHAR) return Class::invisible;  // marks of writing direction
  if (category == U_DECIMAL_DIGIT_NUMBER) return Class::digit;
  constexpr std::u32string_view kDateSigns = U"年月日년월일号º°ª";
  if (kDateSigns.find(c) != std::u32string_view::npos) return Class::mark;
  const bool letter = u_isalpha(code) != 0 || category == U_NON_SPACING_MARK ||
                      category == U_COMBINING_SPACING_MARK;
  return letter ? Class::letter : Class::mark;
}

class Cutting {
 public:
  explicit Cutting(std::string_view text) : text_(text) {}

  std::vector<DateToken> tokens() {
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t from = i;
      const char32_t c = analysis::next_code_point(text_, i);
      const Class type = class_of(c);
      if (type == Class::space) after_space_ = true;
      if (type == Class::space || type == Class::invisible) continue;
      if (type == Class::digit) {
        i = add_number(from);
      } else if (type == Class::letter) {
        i = add_word(from);
      } else {
        add(DateToken::Kind::mark, from, i).mark = c;
      }
    }
    return std::move(tokens_);
  }

 private:
  DateToken& add(DateToken::Kind kind, std::size_t begin, std::size_t end) {
    DateToken token;
    token.kind = kind;
    token.after_space = after_space_;
    token.begin = begin;
    token.end = end;
    after_space_ = false;
    tokens_.push_back(token);
    return tokens_.back();
  }

  std::size_t add_number(std::size_t begin) {
    std::uint64_t value = 0;
    std::uint8_t digits = 0;
    std::size_t end = begin;
    for (std::size_t i = begin; i < text_.size(); end = i) {
      const char32_t c = analysis::next_code_point(text_, i);
      if (class_of(c) != Class::digit) break;
      if (digits < kMostDigits) {
        value = value * 10 + static_cast<std::uint64_t>(u_charDigitValue(static_cast<UChar32>(c)));
      }
      if (digits < 255) ++digits;
    }
    DateToken& token = add(DateToken::Kind::number, begin, end);
    token.value = value;
    token.digits = digits;
    return end;
  }

  std::size_t add_word(std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t i = begin; i < text_.size(); end = i) {
      if (class_of(analysis::next_code_point(text_, i)) != Class::letter) break;
    }
    const bool joined = !tokens_.empty() && tokens_.back().kind == DateToken::Kind::word;
    std::string word;
    if (end - begin <= kLongestMonthName) {
      analysis::append_folded(text_.substr(begin, end - begin), word);
    }
    if (joined && !word.empty()) {
      if (const int month = month_named(last_word_, word); month != 0) {
        tokens_.back().month = static_cast<std::uint8_t>(month);
        tokens_.back().end = end;
        after_space_ = false;
        last_word_.clear();
        return end;
      }
    }
    add(DateToken::Kind::word, begin, end).month = static_cast<std::uint8_t>(month_named(word));
    last_word_ = std::move(word);
    return end;
  }

  std::string_view text_;
  std::vector<DateToken> tokens_;
  std::string last_word_;  // folded, of the last token if that is a word
  bool after_space_ = true;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) { return Cutting(text).tokens(); }

}  // namespace furat::indexer
