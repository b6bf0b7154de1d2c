#include "analysis/dates/lexemes.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/text/ascii.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kMostFigures = 4;  // longer numbers are no part of a date
constexpr std::string_view kSpaces = " \t\r\n\f\v";

bool is_figure(char c) { return is_ascii_digit(c); }

std::string_view trimmed(std::string_view gap) {
  const auto first = gap.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return gap.substr(first, gap.find_last_not_of(kSpaces) - first + 1);
}

bool has_empty_line(std::string_view gap) { return std::count(gap.begin(), gap.end(), '\n') > 1; }

bool is_dash(std::string_view mark) {
  return mark == "-" || mark == "\u2010" || mark == "\u2011" || mark == "\u2012" ||
         mark == "\u2013" || mark == "\u2014" || mark == "\u2212";
}

Link link_of(std::string_view gap) {
  if (has_empty_line(gap)) return Link::other;
  const std::string_view mark = trimmed(gap);
  if (mark.empty() || mark == "\u00a0") return Link::space;
  if (mark == "," || mark == ".,") return Link::comma;
  if (mark == ".") return Link::dot;
  if (mark == "/") return Link::slash;
  if (mark == ":") return Link::colon;
  return is_dash(mark) ? Link::dash : Link::other;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// "10.50pm", and "8.30" before "a.m.": four figures, as in "1130 am".
bool read_dotted_time(std::string_view folded, Lexeme& out) {
  constexpr std::size_t kMinuteFigures = 2;
  const std::size_t dot = folded.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > 2 || folded.size() < dot + 3) return false;
  const std::string_view hour = folded.substr(0, dot), rest = folded.substr(dot + 1);
  const std::string_view minute = rest.substr(0, kMinuteFigures),
                         half = rest.substr(kMinuteFigures);
  if (!std::all_of(hour.begin(), hour.end(), is_figure) ||
      !std::all_of(minute.begin(), minute.end(), is_figure))
    return false;
  if (!half.empty() && half != "am" && half != "pm") return false;
  for (const std::string_view part : {hour, minute})
    for (const char figure : part) out.value = out.value * 10 + (figure - '0');
  out.digits = kMostFigures;
  if (half.empty()) return true;  // of no kind by itself
  out.kind = Kind::clock;
  out.word = half == "am" ? Word::am : Word::pm;
  return true;
}

/// Reads "7", "7th", "1990s", "04t12" (the start of an ISO time) into `out`; other words with
/// figures stay unknown.
void read_figures(std::string_view folded, Lexeme& out) {
  if (read_dotted_time(folded, out)) return;
  std::size_t figures = 0;
  int value = 0;
  while (figures < folded.size() && figures <= kMostFigures && is_figure(folded[figures]))
    value = value * 10 + (folded[figures++] - '0');
  if (figures == 0 || figures > kMostFigures) return;
  const std::string_view rest = folded.substr(figures);
  if (rest.empty() || (figures == 2 && rest.size() > 1 && rest[0] == 't' && is_figure(rest[1])))
    out.kind = Kind::number;
  else if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")
    out.kind = Kind::ordinal;
  else if (rest == "s" && value % 10 == 0)
    out.kind = Kind::decade;
  else if (figures <= 2 && (rest == "am" || rest == "pm")) {
    out.kind = Kind::clock;
    out.word = rest == "am" ? Word::am : Word::pm;
  }
  out.value = value;
  out.digits = static_cast<int>(figures);
}

bool reads_as_word(const WordEntry& entry, const Token& token) {
  const bool named =
      entry.kind == Kind::month || entry.kind == Kind::weekday || entry.kind == Kind::feast;
  const bool plain = entry.ambiguous || entry.abbreviated || entry.kind == Kind::feast;
  if (entry.foreign) return true;  // French writes them small; the rules ask for a day and a year
  return !named || token.upper_initial || token.arabic || !plain;
}

void read_word(const WordEntry& entry, Lexeme& out) {
  out.kind = entry.kind;
  out.word = entry.word;
  out.value = entry.value;
  out.abbreviated = entry.abbreviated;
  out.ambiguous = entry.ambiguous;
  out.plural = entry.plural;
  out.foreign = entry.foreign;
}

/// "5,000" folds to 5000 but is no year, and 1990's is a decade.
void read_number(std::string_view source, std::string_view folded, Lexeme& out) {
  if (source.find(',') != std::string_view::npos) {
    out.kind = Kind::quantity;
    return;
  }
  read_figures(folded, out);
}

/// "1990's" is an old way to write the decade, and its ending belongs to it.
void read_decade_possessive(const Token& token, Lexeme& out) {
  if (out.kind != Kind::number || !out.possessive || out.value % 10 != 0 || out.digits != 4) return;
  out.kind = Kind::decade;
  out.span = token.span;
}

void read_surroundings(std::string_view text, Lexeme& out) {
  const std::string_view before = text.substr(out.span.begin > 4 ? out.span.begin - 4 : 0,
                                              std::min<std::size_t>(out.span.begin, 4));
  const std::string_view after = text.substr(out.span.end, 2);
  out.money = ends_with_any(before, {"$", "\u20ac", "\u00a3", "$ ", "#"});
  out.negated_year = ends_with_any(before, {"'", "\u2019", "\u2018"});
  out.percent = after.starts_with("%") || after.starts_with(" %");
}

/// The possessive ending is no part of what is marked: "Friday's".
ByteSpan without_possessive(std::string_view source, ByteSpan span) {
  for (const std::string_view end : {"'s", "\u2019s"})
    if (source.ends_with(end)) span.end -= static_cast<std::uint32_t>(end.size());
  return span;
}

/// By its form; the commonest verbs and adverbs in -s are known.
bool looks_plural(std::string_view folded) {
  constexpr std::size_t kShortestPlural = 4;
  if (folded.size() < kShortestPlural || !folded.ends_with("s")) return false;
  if (folded.ends_with("ss") || folded.ends_with("us")) return false;
  for (const std::string_view other : {"does", "perhaps", "towards", "besides", "whereas", "always",
                                       "marks", "sees", "remains", "this"})
    if (folded == other) return false;
  return true;
}

Lexeme lexeme_of(const TokenizedText& passage, const Token& token) {
  Lexeme out;
  const std::string_view folded = passage.folded(token), source = passage.source(token);
  out.kind = Kind::other;
  out.span = token.possessive ? without_possessive(source, token.span) : token.span;
  out.capital = token.upper_initial;
  out.possessive = token.possessive;
  if (token.has_digit) read_number(source, folded, out);
  read_decade_possessive(token, out);
  if (const WordEntry entry = word_entry(folded);
      reads_as_word(entry, token) && (entry.kind != Kind::other || entry.word != Word::none))
    read_word(entry, out);
  const bool ordinary = out.kind == Kind::other && !out.capital;
  out.plural_form = ordinary && looks_plural(folded);
  out.past_form = ordinary && is_regular_past(folded);
  if (token.has_digit) read_surroundings(passage.text(), out);
  return out;
}

/// The three numbers of 4.10.2017, which the tokenizer keeps as one; empty for anything else.
std::vector<ByteSpan> dotted_parts(std::string_view source, ByteSpan span) {
  constexpr std::size_t kParts = 3;
  std::vector<ByteSpan> out{{span.begin, span.begin}};
  for (const char c : source) {
    ByteSpan& part = out.back();
    const bool dot = c == '.';
    if ((dot ? part.empty() : !is_figure(c)) || part.size() > kMostFigures) return {};
    if (dot && out.size() == kParts) return {};
    if (dot)
      out.push_back({part.end + 1, part.end + 1});
    else
      ++part.end;
  }
  return out.size() == kParts && !out.back().empty() ? out : std::vector<ByteSpan>{};
}

/// The months whose Arabic names have two words: كانون الثاني is January. 0 for other words.
int month_of_two_words(std::string_view first, std::string_view second) {
  const bool second_of_two = second == "الثاني";
  if (!second_of_two && second != "الاول") return 0;
  if (first == "تشرين") return second_of_two ? 11 : 10;
  if (first == "كانون") return second_of_two ? 1 : 12;
  return 0;
}

/// Makes `first` the month that `second` completes, if it does.
bool completes_month(const TokenizedText& passage, const Token& first, const Token& second,
                     Lexeme& out) {
  if (!second.arabic) return false;
  const int month = month_of_two_words(passage.folded(first), passage.folded(second));
  if (month == 0) return false;
  out.kind = Kind::month;
  out.value = month;
  out.span.end = second.span.end;
  return true;
}

/// The parts as numbers joined by full stops.
void append_parts(std::string_view text, const std::vector<ByteSpan>& parts, const Lexeme& whole,
                  std::vector<Lexeme>& out) {
  for (const ByteSpan span : parts) {
    Lexeme part;
    part.kind = Kind::other;
    part.span = span;
    read_figures(span.of(text), part);
    part.link = span.begin == whole.span.begin ? whole.link : Link::dot;
    part.tight = span.begin == whole.span.begin ? whole.tight : true;
    out.push_back(part);
  }
}

}  // namespace

Lexemes::Lexemes(const TokenizedText& passage) {
  items_.reserve(passage.size());
  std::uint32_t last_end = 0;
  const Token* previous = nullptr;
  for (const Token& token : passage.tokens()) {
    if (previous != nullptr && completes_month(passage, *previous, token, items_.back())) {
      last_end = token.span.end;
      previous = nullptr;
      continue;
    }
    previous = &token;
    Lexeme item = lexeme_of(passage, token);
    const std::string_view gap = passage.text().substr(last_end, token.span.begin - last_end);
    if (gap == " ") {
      item.link = items_.empty() ? Link::start : Link::space;
    } else if (!items_.empty()) {
      item.link = link_of(gap);
      item.tight = gap.find_first_of(kSpaces) == std::string_view::npos;
    }
    last_end = token.span.end;
    const auto parts =
        token.has_digit ? dotted_parts(passage.source(token), token.span) : std::vector<ByteSpan>{};
    if (parts.empty())
      items_.push_back(item);
    else
      append_parts(passage.text(), parts, item, items_);
  }
}

}  // namespace furat::analysis::dates
