#include "indexer/passages/hyphens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/passages/compound_words.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

using namespace std::string_view_literals;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::array kHyphens = {"-"sv, "\xE2\x80\x90"sv, "\xE2\x80\x91"sv, kSoftHyphen};

char32_t first_code_point(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t i = 0;
  return analysis::next_code_point(text, i);
}

char32_t last_code_point(std::string_view text) {
  if (text.empty()) return 0;
  return analysis::code_point_before(text, text.size());
}

bool is_word_character(char32_t c) { return u_isalnum(static_cast<UChar32>(c)); }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }

/// The word at the start or end of a text: letters, digits, inner hyphens and apostrophes, in lower
/// case where ASCII.
bool is_word_byte(char byte) {
  return analysis::is_letter_byte(byte) || analysis::is_ascii_digit(byte) || byte == '-';
}

std::string_view word_at_start(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_word_byte(text[size])) ++size;
  text = text.substr(0, size);
  while (text.ends_with('-')) text.remove_suffix(1);
  return text;
}

std::string_view word_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// "two- and three-storey": the hyphen waits for a later word.
bool is_suspended(std::string_view next) {
  const std::string_view word = first_word(next);
  return word == "and" || word == "or" || word == "to";
}

bool is_soft_break(std::string_view left, std::string_view right, const WordEvidence& evidence) {
  const std::string whole_left = lower_ascii(word_at_end(left));
  const std::string right_word = lower_ascii(word_at_start(right));
  if (evidence.holds(whole_left + '-' + right_word)) return false;
  if (evidence.holds(whole_left + right_word)) return true;
  // Of "Pro-govern-" only the last part decides.
  const std::string_view last_part = word_at_end(left).substr(whole_left.rfind('-') + 1);
  if (!is_lower(first_code_point(last_part)) || last_part.size() < 2) return false;
  const std::string left_word(last_part);
  const std::string right_part = right_word.substr(0, right_word.find('-'));
  if (is_bound_prefix(left_word) || is_bound_ending(right_part)) return true;
  if (begins_compounds(left_word) || ends_compounds(right_part)) return false;
  return !evidence.holds(left_word) && !evidence.holds(right_part);
}

}  // namespace

std::size_t final_hyphen_size(std::string_view line) {
  for (const std::string_view hyphen : kHyphens) {
    if (line.ends_with(hyphen)) return hyphen.size();
  }
  return 0;
}

bool is_cut_at_hyphen(std::string_view line, std::string_view next) {
  const std::size_t hyphen = final_hyphen_size(line);
  if (hyphen == 0) return false;
  const std::string_view left = line.substr(0, line.size() - hyphen);
  return is_word_character(last_code_point(left)) && is_word_character(first_code_point(next)) &&
         !is_suspended(next);
}

WordEvidence::WordEvidence(std::string_view body, std::span<const Line> lines) {
  const auto ends_cut = [&](const Line& line) { return final_hyphen_size(line.of(body)) != 0; };
  if (std::none_of(lines.begin(), lines.end(), ends_cut)) return;
  bool after_cut = false;
  for (const Line& line : lines) {
    const std::string_view text = line.of(body);
    for (std::size_t i = 0; i < text.size();) {
      if (!is_word_byte(text[i])) {
        ++i;
        continue;
      }
      const std::size_t begin = i;
      while (i < text.size() && is_word_byte(text[i])) ++i;
      // The halves of a cut word are no words.
      const bool half = (begin == 0 && after_cut) || (i == text.size() && ends_cut(line));
      if (!half) words_.insert(lower_ascii(text.substr(begin, i - begin)));
    }
    after_cut = ends_cut(line);
  }
}

Joint joint_of(std::string_view line, std::string_view next, const WordEvidence& evidence) {
  if (!is_cut_at_hyphen(line, next)) return Joint::space;
  if (line.ends_with(kSoftHyphen)) return Joint::drop_hyphen;
  const std::string_view left = line.substr(0, line.size() - final_hyphen_size(line));
  const bool lower = is_lower(last_code_point(left)) && is_lower(first_code_point(next));
  return lower && is_soft_break(left, next, evidence) ? Joint::drop_hyphen : Joint::nothing;
}

}  // namespace furat::indexer
