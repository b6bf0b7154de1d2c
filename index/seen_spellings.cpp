#include "index/seen_spellings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "index/schema.hpp"

namespace furat::index {
namespace {

constexpr std::size_t kMostBytes = 80;

/// White space besides that of ASCII. Texts are UTF-8.
constexpr std::array<std::string_view, 7> kWideBlanks{"\u00A0", "\u2002", "\u2003", "\u2009",
                                                      "\u202F", "\u2028", "\u3000"};

/// Bytes of the white space that `text` begins with; 0 if it begins with none.
std::size_t blank_size(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte <= ' ' || byte == 0x7F) return 1;
  if (byte < 0x80) return 0;
  for (const auto blank : kWideBlanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  bool pending = false;
  while (!text.empty()) {
    if (const auto size = blank_size(text)) {
      pending = !out.empty();
      text.remove_prefix(size);
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with_the(std::string_view text) {
  constexpr std::string_view kThe = "the ";
  return text.size() >= kThe.size() && std::equal(kThe.begin(), kThe.end(), text.begin(),
                                                  [](char a, char b) { return a == lower(b); });
}

void cut_off(std::string& text, std::size_t limit) {
  if (text.size() <= limit) return;
  // Not inside a character.
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  text.resize(limit);
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

}  // namespace

std::string seen_spelling(std::string_view mention) {
  auto text = with_single_blanks(mention);
  if (begins_with_the(text)) text.erase(0, 4);
  for (const std::string_view possessive : {"'s", "\u2019s", "'S", "\u2019S"})
    if (text.ends_with(possessive)) text.resize(text.size() - possessive.size());
  cut_off(text, kMostBytes);
  return text;
}

std::string spelling_terms(std::string_view value_id) {
  return std::string(prefix::kSpelling) + std::string(value_id) + '\t';
}

}  // namespace furat::index
