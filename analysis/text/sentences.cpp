#include "analysis/text/sentences.hpp"
#include "analysis/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace furat::analysis {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The bytes with which the end of a sentence or an empty line can begin.
constexpr std::array<bool, 256> bytes_of_ends() {
  std::array<bool, 256> bytes{};
  for (const std::size_t byte : {0x0AU, 0x21U, 0x2EU, 0x3FU, 0xD8U, 0xDBU, 0xE2U, 0xE3U})
    bytes[byte] = true;
  return bytes;
}

/// Bytes of a sentence end at `i`: . ! ? and their kin; 0 if there is none.
std::size_t terminator_at(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '.' || c == '!' || c == '?') return 1;
  for (const std::string_view mark : {"\u061F", "\u06D4", "\u2026", "\u3002"})
    if (text.substr(i).starts_with(mark)) return mark.size();
  return 0;
}

/// Bytes of a closing quote or bracket at `i`; 0 if there is none.
std::size_t closer_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  const char c = text[i];
  if (c == '"' || c == '\'' || c == ')' || c == ']') return 1;
  for (const std::string_view mark : {"\u201D", "\u2019", "\u00BB"})
    if (text.substr(i).starts_with(mark)) return mark.size();
  return 0;
}

std::string_view word_before(std::string_view text, std::size_t end) {
  auto begin = end;
  while (begin > 0 && !is_blank(text[begin - 1]) && text[begin - 1] != '(' &&
         text[begin - 1] != '-')
    --begin;
  return text.substr(begin, end - begin);
}

/// Written with a full stop that does not end a sentence.
bool is_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 47> kAbbreviations{
      "adm",  "approx", "apr",  "aug",  "brig", "capt", "cf",   "cmdr", "co",  "col", "corp", "dec",
      "dept", "dr",     "e.g",  "est",  "etc",  "feb",  "fig",  "fr",   "gen", "gov", "hon",  "i.e",
      "inc",  "jan",    "jr",   "lt",   "ltd",  "maj",  "mr",   "mrs",  "ms",  "mt",  "no",   "nov",
      "oct",  "op",     "pres", "prof", "rep",  "sen",  "sept", "sgt",  "sr",  "st",  "vs"};
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), lower);
}

/// "J" or "U.S": initials, whose stop ends a sentence only before something that can only begin
/// one.
bool is_initials(std::string_view word) {
  if (word.empty() || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_ascii_upper(word[i]) : word[i] != '.') return false;
  return true;
}

/// A list number at the start of a line: "1." or "12."
bool is_list_number(std::string_view text, std::size_t stop, std::string_view word) {
  const auto begin = stop - word.size();
  return !word.empty() && word.size() <= 2 &&
         std::all_of(word.begin(), word.end(), is_ascii_digit) &&
         (begin == 0 || text[begin - 1] == '\n');
}

/// Words that begin a sentence even after "U.S.".
bool begins_sentence(std::string_view rest) {
  for (const std::string_view word :
       {"The ", "A ", "An ", "In ", "On ", "It ", "He ", "She ", "They ", "This ", "But ",
        "However", "Meanwhile", "According"})
    if (rest.starts_with(word)) return true;
  return false;
}

/// True if the full stop at `stop`, with white space up to `next` after it, ends a sentence.
bool stop_ends_sentence(std::string_view text, std::size_t stop, std::size_t next) {
  const auto rest = text.substr(next);
  if (rest.empty()) return true;
  if (is_ascii_lower(rest.front())) return false;
  const auto word = word_before(text, stop);
  if (is_abbreviation(word) || is_list_number(text, stop, word)) return false;
  return !is_initials(word) || begins_sentence(rest);
}

/// Splits off what ends with one of the terminators, and empty lines.
class SentenceScanner {
 public:
  explicit SentenceScanner(std::string_view text) : text_(text) {}

  std::vector<ByteSpan> run() {
    constexpr auto kMayEnd = bytes_of_ends();
    std::size_t i = 0;
    while (i < text_.size()) {
      if (!kMayEnd[static_cast<unsigned char>(text_[i])])
        ++i;
      else if (text_[i] == '\n' && i + 1 < text_.size() && text_[i + 1] == '\n')
        i = finish(i);
      else if (const auto size = terminator_at(text_, i))
        i = after_terminator(i, size);
      else
        ++i;
    }
    finish(text_.size());
    return std::move(result_);
  }

 private:
  std::size_t after_terminator(std::size_t mark, std::size_t size) {
    auto end = mark + size;
    while (end < text_.size()) {
      if (const auto more = terminator_at(text_, end))
        end += more;
      else if (const auto closer = closer_at(text_, end))
        end += closer;
      else
        break;
    }
    if (end < text_.size() && !is_blank(text_[end])) return end;
    const auto next = skip_blanks(end);
    const bool single_stop = text_[mark] == '.' && end == mark + 1;
    if (single_stop && !stop_ends_sentence(text_, mark, next)) return end;
    if (!single_stop && next < text_.size() && is_ascii_lower(text_[next])) return end;
    return finish(end);
  }

  [[nodiscard]] std::size_t skip_blanks(std::size_t i) const {
    while (i < text_.size() && is_blank(text_[i])) ++i;
    return i;
  }

  /// Ends the current sentence at `end`; returns where the next one begins.
  std::size_t finish(std::size_t end) {
    auto last = end;
    while (last > begin_ && is_blank(text_[last - 1])) --last;
    begin_ = skip_blanks(begin_);
    if (last > begin_)
      result_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(last)});
    begin_ = skip_blanks(end);
    return begin_;
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::vector<ByteSpan> result_;
};

}  // namespace

std::vector<ByteSpan> sentences(std::string_view text) { return SentenceScanner(text).run(); }

}  // namespace furat::analysis
