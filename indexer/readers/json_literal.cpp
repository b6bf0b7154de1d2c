#include "indexer/readers/json_literal.hpp"

#include <algorithm>
#include <string>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

/// The index of the quote that closes the string whose inside begins at `i`.
std::size_t closing_quote(std::string_view json, std::size_t i) {
  while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2U : 1U;
  return std::min(i, json.size());
}

char32_t hex_value(char digit) {
  if (analysis::is_ascii_digit(digit)) return static_cast<char32_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<char32_t>(digit - 'a' + 10);
  return static_cast<char32_t>(digit - 'A' + 10);
}

/// The UTF-16 unit of \uXXXX at `i`; 0 if the literal has none there.
char32_t escaped_unit(std::string_view literal, std::size_t i) {
  if (i + 6 > literal.size() || literal[i] != '\\' || literal[i + 1] != 'u') return 0;
  char32_t unit = 0;
  for (std::size_t k = 2; k < 6; ++k) unit = unit * 16 + hex_value(literal[i + k]);
  return unit;
}

struct Escape {
  char32_t character;
  std::size_t size;  // bytes that spell it
};

/// The escape that begins with the backslash at `i`.
Escape escape_at(std::string_view literal, std::size_t i) {
  if (i + 1 >= literal.size()) return {U'\\', 1};
  switch (literal[i + 1]) {
    case 'b':
      return {U'\b', 2};
    case 'f':
      return {U'\f', 2};
    case 'n':
      return {U'\n', 2};
    case 'r':
      return {U'\r', 2};
    case 't':
      return {U'\t', 2};
    case 'u':
      break;
    default:
      return {static_cast<char32_t>(static_cast<unsigned char>(literal[i + 1])), 2};
  }
  const char32_t high = escaped_unit(literal, i);
  const char32_t low = high >= 0xD800 && high < 0xDC00 ? escaped_unit(literal, i + 6) : 0;
  if (low >= 0xDC00 && low < 0xE000) {
    return {0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 12};
  }
  return {high, std::min<std::size_t>(6, literal.size() - i)};
}

std::string unescaped(std::string_view literal) {
  std::string text;
  for (std::size_t i = 0; i < literal.size();) {
    if (literal[i] != '\\') {
      text += literal[i++];
      continue;
    }
    const Escape escape = escape_at(literal, i);
    append_utf8(escape.character, text);
    i += escape.size;
  }
  return text;
}

bool is_colon_next(std::string_view json, std::size_t i) {
  i = json.find_first_not_of(" \t\r\n", i);
  return i != std::string_view::npos && json[i] == ':';
}

}  // namespace

std::size_t nesting_depth(std::string_view json) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') {
      i = closing_quote(json, i + 1);
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

std::optional<std::string_view> top_level_string(std::string_view json, std::string_view key) {
  std::optional<std::string_view> found;
  std::size_t depth = 0;
  bool value_of_key = false;  // the next thing at depth 1 is a value of `key`
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') {
      const std::size_t end = closing_quote(json, i + 1);
      const std::string_view inside = json.substr(i + 1, end - i - 1);
      i = end;
      if (depth != 1) continue;
      if (is_colon_next(json, end + 1)) {
        value_of_key = unescaped(inside) == key;
        if (value_of_key) found.reset();
      } else if (value_of_key) {
        found = inside;
        value_of_key = false;
      }
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return found;
}

void put_literal(std::string_view literal, std::uint64_t source, TextCleaner& cleaner) {
  std::size_t i = 0;
  while (i < literal.size()) {
    const std::size_t backslash = std::min(literal.find('\\', i), literal.size());
    cleaner.put_utf8(literal.substr(i, backslash - i), source + i);
    i = backslash;
    if (i == literal.size()) break;
    const Escape escape = escape_at(literal, i);
    cleaner.put(escape.character, source + i, static_cast<std::uint32_t>(escape.size));
    i += escape.size;
  }
}

}  // namespace furat::indexer
