#include "indexer/readers/html/text_length.hpp"

#include <unicode/uchar.h>

#include "analysis/text/utf8.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

bool is_trail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

std::uint32_t text_length(std::string_view text) {
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte <= ' ' || is_trail(byte)) continue;
    // The lead bytes of U+3000 to U+DFFF. Most of it is Han, kana and Hangul.
    length += byte >= 0xE3 && byte <= 0xED ? 3 : 1;
  }
  return length;
}

std::uint32_t count_commas(std::string_view text) {
  std::uint32_t commas = 0;
  for (const char c : text) commas += c == ',' ? 1U : 0U;
  for (const std::string_view comma : {"،"sv, "、"sv, "，"sv}) {
    for (std::size_t at = text.find(comma); at != std::string_view::npos;
         at = text.find(comma, at + comma.size()))
      ++commas;
  }
  return commas;
}

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (u_isalnum(static_cast<UChar32>(analysis::next_code_point(text, i)))) return true;
  }
  return false;
}

}  // namespace furat::indexer
