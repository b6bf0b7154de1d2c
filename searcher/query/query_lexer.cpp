#include "searcher/query/query_lexer.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "analysis/text/ascii.hpp"
#include "analysis/text/tokenizer.hpp"
#include "furat/errors.hpp"

namespace furat::internal {
namespace {

constexpr auto npos = std::string_view::npos;

// White space, and the invisible marks that come along when a query is pasted from a page that
// mixes directions: a no-break space or a direction mark must not hide an operator.
constexpr std::array<std::string_view, 31> kBlanks{
    "\u0085", "\u00A0", "\u061C", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200E",
    "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
    "\u202F", "\u2066", "\u2067", "\u2068", "\u2069", "\u3000", "\uFEFF"};

constexpr std::array<std::string_view, 7> kQuotes{"\"",     "\u201C", "\u201D", "\u201E",
                                                  "\u201F", "\u00AB", "\u00BB"};

constexpr std::array<std::pair<std::string_view, QueryField>, 8> kFields{{
    {"title", QueryField::title},
    {"place", QueryField::place},
    {"actor", QueryField::actor},
    {"date", QueryField::date},
    {"published", QueryField::published},
    {"source", QueryField::source},
    {"kind", QueryField::kind},
    {"article", QueryField::article},
}};

template <std::size_t N>
std::size_t size_of_any(const std::array<std::string_view, N>& wanted, std::string_view text) {
  for (const std::string_view one : wanted) {
    if (text.starts_with(one)) return one.size();
  }
  return 0;
}

/// Bytes of the blank that `text` begins with; 0 if it begins otherwise.
std::size_t blank_size(std::string_view text) {
  const auto byte = static_cast<std::uint8_t>(text.front());
  if (byte <= 0x20 || byte == 0x7F) return 1;  // control characters too, NUL among them
  return byte < 0x80 ? 0 : size_of_any(kBlanks, text);
}

std::size_t quote_size(std::string_view text) { return size_of_any(kQuotes, text); }

bool is_sign(char c) { return c == '+' || c == '-'; }
bool is_parenthesis(char c) { return c == '(' || c == ')'; }

/// Words between which NEAR/n may reach at most: beyond that, sentences and passages say more.
constexpr std::size_t kMaxDistance = 50;

/// What the operator `typed` demands; nullopt if it is no such operator. Words 0: the distance is
/// none.
std::optional<Closeness> closeness_of(std::string_view typed) {
  if (typed == "SENTENCE" || typed == "NEAR/s" || typed == "NEAR/S")
    return Closeness{.same_sentence = true};
  const bool ordered = typed.starts_with("ADJ/");
  if (!ordered && !typed.starts_with("NEAR/")) return std::nullopt;
  const std::string_view number = typed.substr(typed.find('/') + 1);
  std::size_t words = 0;
  const auto* const end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, words);
  if (read.ec != std::errc{} || read.ptr != end || words > kMaxDistance) words = 0;
  return Closeness{.words = words, .ordered = ordered};
}

std::optional<Lexeme::Kind> joint_named(std::string_view typed) {
  if (typed == "OR" || typed == "|") return Lexeme::Kind::either;
  if (typed == "AND") return Lexeme::Kind::both;
  if (typed == "NOT") return Lexeme::Kind::without;
  return std::nullopt;
}

/// A letter, a digit or any byte of a letter outside ASCII.
bool is_word_byte(char c) {
  return analysis::is_ascii_digit(c) || analysis::is_ascii_letter(c) ||
         static_cast<std::uint8_t>(c) >= 0x80;
}

/// A star, or a question mark between letters, before the end of the word: "mil*ia", "mil?tia".
/// Question marks elsewhere end sentences and begin the parameters of addresses.
bool has_inner_wildcard(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '*') return true;
    if (text[i] == '?' && i > 0 && is_word_byte(text[i + 1]) && is_word_byte(text[i - 1]))
      return true;
  }
  return false;
}

std::string_view without_trailing_stars(std::string_view text) {
  const std::size_t last = text.find_last_not_of('*');
  return last == npos ? std::string_view{} : text.substr(0, last + 1);
}

/// The field that `text` names in front of its first colon, and the bytes that takes.
std::optional<std::pair<QueryField, std::size_t>> leading_field(std::string_view text) {
  std::string name;
  for (const char c : text.substr(0, 10)) {
    if (c == ':') {
      for (const auto& [known, field] : kFields) {
        if (known == name) return std::pair{field, name.size() + 1};
      }
      return std::nullopt;
    }
    name += analysis::lower_ascii(c);
  }
  return std::nullopt;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> run() {
    while (at_ < query_.size()) {
      if (const std::size_t blank = blank_size(rest())) {
        at_ += blank;
        after_gap_ = true;
      } else {
        step();
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view rest() const { return query_.substr(at_); }

  void step() {
    const char c = query_[at_];
    if (is_parenthesis(c)) {
      mark(c == '(' ? Lexeme::Kind::open : Lexeme::Kind::close);
      after_gap_ = c == '(';
    } else if (is_sign(c) && after_gap_ && sign_has_operand()) {
      mark(c == '+' ? Lexeme::Kind::plus : Lexeme::Kind::minus);
      after_gap_ = false;
    } else {
      operand();
      after_gap_ = false;
    }
  }

  void mark(Lexeme::Kind kind) {
    found_.push_back({.kind = kind, .text = {}, .span = {at_, at_ + 1}});
    ++at_;
  }

  /// "--" and "+-" are punctuation: a dash before a word is no exclusion.
  bool sign_has_operand() const {
    const std::string_view next = rest().substr(1);
    return !next.empty() && !is_sign(next.front()) && next.front() != ')' && blank_size(next) == 0;
  }

  void operand() {
    const std::size_t begin = at_;
    QueryField field = QueryField::any;
    if (const auto named = leading_field(rest())) {
      field = named->first;
      at_ += named->second;
      require_value(begin);
    }
    if (const std::size_t quote = quote_size(rest())) {
      phrase(begin, field, quote);
    } else if (field == QueryField::any && at_exact_form()) {
      exact_form(begin);
    } else {
      word(begin, field);
    }
  }

  void require_value(std::size_t begin) const {
    const std::string_view next = rest();
    if (next.empty() || next.front() == ')' || blank_size(next) > 0) {
      reject_query(query_, begin,
                   "A field name and its colon must be followed at once by a value.");
    }
    if (next.front() == '(') {
      reject_query(query_, begin,
                   "A field name stands before a word or a quoted phrase, not before parentheses.");
    }
  }

  void phrase(std::size_t begin, QueryField field, std::size_t quote) {
    const std::size_t open = at_;
    const std::size_t text = at_ + quote;
    for (at_ = text; at_ < query_.size(); ++at_) {
      const std::size_t close = quote_size(rest());
      if (close == 0) continue;
      const std::string_view inside = query_.substr(text, at_ - text);
      at_ += close;
      keep(Lexeme::Kind::phrase, field, inside, begin);
      return;
    }
    reject_query(query_, open, "This quotation mark has no closing one.");
  }

  /// Goes to the end of what is typed in one piece.
  std::string_view run_of_word() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && !is_parenthesis(query_[at_]) && blank_size(rest()) == 0 &&
           quote_size(rest()) == 0) {
      ++at_;
    }
    return query_.substr(begin, at_ - begin);
  }

  void word(std::size_t begin, QueryField field) {
    const std::string_view typed = run_of_word();
    if (field == QueryField::any && joint(typed, begin)) return;
    const std::string_view bare = without_trailing_stars(typed);
    if (!holds_value(field) && has_inner_wildcard(bare)) {
      found_.push_back({.kind = Lexeme::Kind::wildcard,
                        .field = field,
                        .text = typed,
                        .span = {begin, at_},
                        .tokens = 1});
      return;
    }
    const bool starred = bare.size() < typed.size();
    keep(starred ? Lexeme::Kind::prefix : Lexeme::Kind::word, field, bare, begin);
  }

  /// True if `typed` is an operator between operands, which then is a lexeme.
  bool joint(std::string_view typed, std::size_t begin) {
    Lexeme lexeme{.text = typed, .span = {begin, at_}};
    if (const auto kind = joint_named(typed)) {
      lexeme.kind = *kind;
    } else if (const auto closeness = closeness_of(typed)) {
      if (!closeness->same_sentence && closeness->words == 0) {
        reject_query(query_, begin,
                     fmt::format("NEAR/ and ADJ/ take a number of words from 1 to {}, or NEAR/s "
                                 "for the same sentence.",
                                 kMaxDistance));
      }
      lexeme.kind = Lexeme::Kind::near;
      lexeme.closeness = *closeness;
    } else {
      return false;
    }
    found_.push_back(lexeme);
    return true;
  }

  /// "=offensives": the word in this very form, like a quoted one.
  bool at_exact_form() const {
    return query_[at_] == '=' && at_ + 1 < query_.size() && is_word_byte(query_[at_ + 1]);
  }

  void exact_form(std::size_t begin) {
    ++at_;
    const std::string_view typed = run_of_word();
    if (typed.find('*') != npos) {
      reject_query(query_, begin, "A word with a star has no exact form.");
    }
    keep(Lexeme::Kind::phrase, QueryField::any, typed, begin);
  }

  void keep(Lexeme::Kind kind, QueryField field, std::string_view text, std::size_t begin) {
    const analysis::TokenizedText words = analysis::tokenize(text);
    if (words.size() == 0) {
      without_words(kind, field, begin);
      return;
    }
    Lexeme lexeme{
        .kind = kind, .field = field, .text = text, .span = {begin, at_}, .tokens = words.size()};
    if (!holds_value(field) && kind != Lexeme::Kind::phrase) {
      trim(lexeme, words);
      // Alone it may be cut otherwise than among its neighbours, where a script has no spaces.
      lexeme.tokens = analysis::tokenize(lexeme.text).size();
      if (lexeme.tokens == 0) return without_words(kind, field, begin);
    }
    found_.push_back(lexeme);
  }

  /// "Raqqa," is Raqqa. Values keep what they are made of: "2017.." is an open range.
  static void trim(Lexeme& lexeme, const analysis::TokenizedText& words) {
    const std::size_t first = words[0].span.begin;
    const std::size_t last = words[words.size() - 1].span.end;
    if (lexeme.kind == Lexeme::Kind::word) lexeme.span.end -= lexeme.text.size() - last;
    if (lexeme.field == QueryField::any) lexeme.span.begin += first;
    lexeme.text = lexeme.text.substr(first, last - first);
  }

  void without_words(Lexeme::Kind kind, QueryField field, std::size_t begin) {
    if (kind == Lexeme::Kind::phrase) {
      reject_query(query_, begin, "There is no word between these quotation marks.");
    }
    if (field != QueryField::any) {
      reject_query(query_, begin, "There is no word after this field name.");
    }
    if (kind == Lexeme::Kind::prefix) {
      reject_query(
          query_, begin,
          "A star needs the beginning of a word before it; an empty query finds everything.");
    }
    if (!found_.empty() && found_.back().span.end == begin &&
        (found_.back().kind == Lexeme::Kind::plus || found_.back().kind == Lexeme::Kind::minus)) {
      found_.pop_back();  // "-&" excludes nothing
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  bool after_gap_ = true;  ///< at the start, after white space or "(": where a sign is an operator
  std::vector<Lexeme> found_;
};

}  // namespace

std::vector<Lexeme> lexemes(std::string_view query) { return Lexer(query).run(); }

bool holds_value(QueryField field) {
  return field != QueryField::any && field != QueryField::title;
}

void reject_query(std::string_view query, std::size_t column, std::string_view sentence) {
  throw RequestError(std::string(sentence), "query", std::string(query), column);
}

}  // namespace furat::internal
